// From where to where each text of a drawn picture goes, in points of the viewBox, as the browser paints it.
() => {
  const root = document.querySelector('svg');
  const origin = root.getBoundingClientRect();
  const scale = root.viewBox.baseVal.width / origin.width;
  return [...root.querySelectorAll('text')].map(text => {
    const box = text.getBoundingClientRect();
    return {
      text: text.textContent, left: (box.left - origin.left) * scale, right: (box.right - origin.left) * scale,
    };
  });
}
