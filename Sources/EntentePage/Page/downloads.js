/** The present view as a file: the picture as SVG and PNG, what it shows as CSV and GraphML. */

import {on, part} from "./elements.js";
import {csv, graphml} from "./files.js";

/** @typedef {import("./store.js").Store} Store */

/** How many pixels of a PNG are one of the picture's points, and how many a side has at most. */
const [PIXELS, MOST_PIXELS] = [3, 8000];

/** What of a shape's looks comes from the page's style sheet and has to go along. */
const LOOKS = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity", "font-family",
  "font-size", "font-style", "font-weight", "text-anchor", "visibility"];

export class Downloads {
  /**
   * @param {Store} store
   * @param {() => SVGSVGElement | null} picture the one that is shown
   */
  constructor(store, picture) {
    this.store = store;
    this.picture = picture;
    const menu = part("download");
    on(menu, "click", (event) => {
      const kind = event.target instanceof HTMLElement ? event.target.dataset.file : undefined;
      if (kind) this.save(kind);
    });
  }

  /** @param {string} kind */
  async save(kind) {
    const svg = this.picture();
    if (kind === "svg" && svg) this.hand(new Blob([standalone(svg)], {type: "image/svg+xml"}), kind);
    if (kind === "png" && svg) this.hand(await raster(svg), kind);
    if (kind === "csv") this.hand(new Blob(["\ufeff", csv(this.store)], {type: "text/csv"}), kind);
    if (kind === "graphml") this.hand(new Blob([graphml(this.store)], {type: "application/graphml+xml"}), kind);
  }

  /**
   * @param {Blob | null} blob
   * @param {string} ending
   */
  hand(blob, ending) {
    if (!blob) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    const {years} = this.store.sight.view.question;
    const when = !years ? "" : years.first === years.last ? `-${years.first}` : `-${years.first}-${years.last}`;
    const title = this.store.graph.title.normalize().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 80);
    link.download = `${title || "graph"}${when.replaceAll("Infinity", "")}.${ending}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }
}

// MARK: The picture

/**
 * The picture as it is shown, without what is absent and what only serves choosing, with its looks in it.
 * @param {SVGSVGElement} svg
 */
export function standalone(svg) {
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
  const [originals, copies] = [svg, copy].map((root) => [root, ...Array.from(root.querySelectorAll("*"))]);
  copies.forEach((element, index) => {
    const looks = getComputedStyle(originals[index]);
    for (const name of LOOKS) {
      const value = looks.getPropertyValue(name);
      if (element instanceof SVGGraphicsElement && value) element.setAttribute(name, value);
    }
    for (const name of ["tabindex", "aria-current", "role"]) element.removeAttribute(name);
  });
  for (const left of Array.from(copy.querySelectorAll(".absent, .hit, .ring"))) left.remove();
  const {width, height} = svg.viewBox.baseVal;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  return new XMLSerializer().serializeToString(copy);
}

/**
 * @param {SVGSVGElement} svg
 * @returns {Promise<Blob | null>}
 */
async function raster(svg) {
  const {width, height} = svg.viewBox.baseVal;
  const scale = Math.min(PIXELS, MOST_PIXELS / Math.max(width, height));
  const image = new Image(width * scale, height * scale);
  const address = URL.createObjectURL(new Blob([standalone(svg)], {type: "image/svg+xml"}));
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width, image.height];
  canvas.getContext("2d")?.drawImage(image, 0, 0, image.width, image.height);
  URL.revokeObjectURL(address);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}
