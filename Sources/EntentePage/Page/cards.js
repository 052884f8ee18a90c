/** Cards: a frame around the rows of several relations that share a line, or around the leaves of a hub. */

import {all} from "./elements.js";

/** @typedef {import("./picture.js").Item} Item */
/** @typedef {import("./store.js").Sight} Sight */
/** @typedef {import("./viewport.js").Box} Box */
/** @typedef {{x: number, y: number}} Point */

/** How near to the frame a line ends that goes to it, in the picture's measure. */
const TOUCHING = 4;

export class Card {
  /**
   * @param {SVGGraphicsElement} element
   * @param {Item[]} items the relations whose rows it holds, from top to bottom
   */
  constructor(element, items) {
    this.element = element;
    this.items = items;
    /** The classes that it has now. */
    this.state = "";
    /** The rows that are shown now. */
    this.shown = "";
    this.frame = all(element, ":scope > .frame")[0];
    const of = (/** @type {string} */ name) => Number(this.frame?.getAttribute(name) ?? 0);
    /** @type {Box} */
    this.box = {x: of("x"), y: of("y"), width: of("width"), height: of("height")};
    this.lines = all(element, ":scope > path").map((line) => ({line, path: line.getAttribute("d") ?? ""}));
    // Rows of a hub's leaves stay where they are, under their headings.
    this.rooms = element.querySelector(".entity") ? [] : rooms(items.map(({box}) => box));
  }

  /** @param {Sight} sight */
  paint({shown}) {
    const isShown = this.items.map(({relation}) => relation !== null && shown.relations[relation.index] !== "no");
    if (String(isShown) === this.shown) return;
    this.shown = String(isShown);
    this.restyle(this.items.filter((_, index) => isShown[index]));
    if (this.rooms.length > 0 && isShown.includes(true)) this.close(isShown);
  }

  /**
   * The line is drawn as the rows are, where those that are shown agree.
   * @param {Item[]} visible
   */
  restyle(visible) {
    const agree = new Set(visible.map(({relation}) => relation?.status)).size === 1;
    const sample = agree ? all(visible[0].element, ":scope > path:not(.hit)")[0] : null;
    for (const {line} of this.lines) line.setAttribute("stroke-dasharray", sample?.getAttribute("stroke-dasharray") ?? "none");
  }

  /**
   * Closes the frame around the rows that are shown, in the middle of where it stood; its line goes on to it.
   * @param {boolean[]} isShown by row
   */
  close(isShown) {
    const gone = this.rooms.reduce((sum, room, index) => sum + (isShown[index] ? 0 : room), 0);
    const box = {...this.box, y: this.box.y + gone / 2, height: this.box.height - gone};
    this.frame.setAttribute("y", String(box.y));
    this.frame.setAttribute("height", String(box.height));
    let shift = gone / 2;
    this.items.forEach((item, index) => {
      if (isShown[index]) item.moveTo(shift);
      else shift -= this.rooms[index];
    });
    for (const {line, path} of this.lines) line.setAttribute("d", reaching(path, this.box, box));
  }
}

/**
 * How high each row is, with half of what is between it and the next.
 * @param {Box[]} boxes of the rows' texts
 */
function rooms(boxes) {
  const gaps = boxes.slice(1).map((box, index) => box.y - boxes[index].y - boxes[index].height);
  const edge = Math.min(...gaps);
  return boxes.map(({height}, index) => height + ((gaps[index - 1] ?? edge) + (gaps[index] ?? edge)) / 2);
}

/**
 * A line that ended at one box, going straight on to another one within it that is as wide.
 * @param {string} path
 * @param {Box} before
 * @param {Box} after
 */
function reaching(path, before, after) {
  // The strokes across a line that was withdrawn go nowhere.
  const points = path.lastIndexOf("M") > 0 ? [] : [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => ({x: Number(x), y: Number(y)}));
  if (points.length < 2) return path;
  const away = (/** @type {Point} */ {x, y}, /** @type {Box} */ box) =>
    Math.hypot(x - within(x, box.x, box.width), y - within(y, box.y, box.height));
  const isLast = away(points[points.length - 1], before) <= away(points[0], before);
  const [end, control] = isLast ? points.slice(-2).reverse() : points;
  if (away(end, before) > TOUCHING || away(end, after) < 0.1) return path;
  const y = within(end.y, after.y, after.height);
  const slope = end.y === control.y ? 0 : (end.x - control.x) / (end.y - control.y);
  const isOnward = (y - end.y) * (end.y - control.y) > 0;
  const x = within(end.x + (isOnward ? slope * (y - end.y) : 0), after.x, after.width);
  return isLast ? `${path}L${x},${y}` : `M${x},${y}L${path.slice(1)}`;
}

/**
 * @param {number} value
 * @param {number} start
 * @param {number} length
 */
function within(value, start, length) {
  return Math.min(Math.max(value, start), start + length);
}
