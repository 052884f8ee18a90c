// The share of a picture, from 0 to 1, in which the browser's render of its SVG and a PNG of it differ.
//
// Both are drawn at 96 dots an inch, then reduced, so that the edge of a letter, which each renderer smooths in its own
// way, comes out alike. What is left is compared point by point: differing is a channel by more than the threshold.
async ({ svg, png, reduction, threshold }) => {
  const loaded = async source => {
    const image = new Image();
    image.src = source;
    await image.decode();
    return image;
  };
  const bitmap = await loaded(`data:image/png;base64,${png}`);
  const drawing = await loaded(`data:image/svg+xml,${encodeURIComponent(svg)}`);
  // Not its natural size, which is rounded: a quarter of a point is a line's blur.
  const points = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement.viewBox.baseVal;
  const [width, height] = [points.width, points.height].map(length => length * 96 / 72);
  if (bitmap.width !== Math.ceil(width) || bitmap.height !== Math.ceil(height)) {
    throw new Error(`the PNG has ${bitmap.width} x ${bitmap.height} dots for ${width} x ${height}`);
  }

  const painted = (size, image, ...drawnSize) => {
    const canvas = new OffscreenCanvas(...size);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, ...drawnSize);
    return canvas;
  };
  const whole = [bitmap.width, bitmap.height];
  const small = whole.map(length => Math.ceil(length / reduction));
  const reduced = canvas => painted(small, canvas, ...whole.map(length => length / reduction))
    .getContext('2d').getImageData(0, 0, ...small).data;
  const ours = reduced(painted(whole, bitmap, ...whole));
  const theirs = reduced(painted(whole, drawing, width, height));

  let differing = 0;
  for (let at = 0; at < ours.length; at += 4) {
    if ([0, 1, 2, 3].some(channel => Math.abs(ours[at + channel] - theirs[at + channel]) > threshold)) differing += 1;
  }
  return differing / (ours.length / 4);
}
