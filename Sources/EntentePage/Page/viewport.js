/** Moving about in a picture: nearer and farther, to the sides, and back to the whole; by mouse, touch, trackpad and keys. */

import {on} from "./elements.js";

/** @typedef {{x: number, y: number, width: number, height: number}} Box */

const [NEAREST, STEP] = [12, 1.25];

export class Viewport {
  /**
   * @param {SVGSVGElement} svg
   * @param {boolean} keepsScrolling whether the page around it scrolls, so that a wheel alone must not zoom
   */
  constructor(svg, keepsScrolling) {
    this.svg = svg;
    this.keepsScrolling = keepsScrolling;
    const {x, y, width, height} = svg.viewBox.baseVal;
    /** @type {Box} the whole picture */
    this.whole = {x, y, width, height};
    this.box = {...this.whole};
    /** @type {Map<number, {x: number, y: number}>} where fingers are, in pixels */
    this.fingers = new Map();
    /** Whether the last press moved the picture, and so was no click. */
    this.hasMoved = false;
    on(svg, "wheel", (event) => this.wheel(event), {passive: false});
    on(svg, "pointerdown", (event) => this.press(event));
    on(svg, "pointermove", (event) => this.move(event));
    for (const end of /** @type {const} */ (["pointerup", "pointercancel"])) {
      svg.addEventListener(end, (event) => this.fingers.delete(event.pointerId));
    }
  }

  /** Shows the whole picture. */
  fit() {
    this.show({...this.whole});
  }

  /**
   * @param {number} factor above 1 comes nearer
   * @param {{x: number, y: number}} [centre] what stays in its place, in the picture's measure
   */
  zoom(factor, centre = this.middle()) {
    const scale = this.whole.width / this.box.width;
    const wanted = Math.min(Math.max(scale * factor, 0.5), NEAREST) / scale;
    this.show({
      x: centre.x - (centre.x - this.box.x) / wanted, y: centre.y - (centre.y - this.box.y) / wanted,
      width: this.box.width / wanted, height: this.box.height / wanted,
    });
  }

  /**
   * Moves by a share of what is seen.
   * @param {number} x to the right
   * @param {number} y down
   */
  pan(x, y) {
    this.show({...this.box, x: this.box.x + x * this.box.width, y: this.box.y + y * this.box.height});
  }

  /**
   * Brings something into sight, in the middle where it is not.
   * @param {Box} target
   */
  reveal(target) {
    const seen = this.seenBox();
    const [right, bottom] = [target.x + target.width, target.y + target.height];
    if (target.x >= seen.x && target.y >= seen.y && right <= seen.x + seen.width && bottom <= seen.y + seen.height) return;
    const centre = {x: target.x + target.width / 2, y: target.y + target.height / 2};
    this.show({...this.box, x: centre.x - this.box.width / 2, y: centre.y - this.box.height / 2});
  }

  /**
   * Shows a part of the picture, not so near that it gets lost.
   * @param {Box} target
   */
  frame(target) {
    const {width, height} = this.svg.getBoundingClientRect();
    const scale = Math.min(width / (target.width + 40), height / (target.height + 40), 1.6, Math.max(width, height));
    if (width === 0 || scale <= 0) return;
    const [boxWidth, boxHeight] = [width / scale, height / scale];
    if (boxWidth >= this.whole.width && boxHeight >= this.whole.height) return this.fit();
    this.show({
      x: target.x + target.width / 2 - boxWidth / 2, y: target.y + target.height / 2 - boxHeight / 2,
      width: boxWidth, height: boxHeight,
    });
  }

  /** What of the picture's plane the element shows: more than the box, where the two have another shape. */
  seenBox() {
    const {width, height} = this.svg.getBoundingClientRect();
    const scale = this.scale();
    const [seenWidth, seenHeight] = [width / scale, height / scale];
    return {
      x: this.box.x - (seenWidth - this.box.width) / 2, y: this.box.y - (seenHeight - this.box.height) / 2,
      width: seenWidth, height: seenHeight,
    };
  }

  /** Pixels to one unit of the picture. */
  scale() {
    const {width, height} = this.svg.getBoundingClientRect();
    return Math.min(width / this.box.width, height / this.box.height) || 1;
  }

  middle() {
    return {x: this.box.x + this.box.width / 2, y: this.box.y + this.box.height / 2};
  }

  /** @param {Box} box */
  show(box) {
    // Some of the picture always stays in sight.
    const [marginX, marginY] = [box.width * 0.5, box.height * 0.5];
    const x = Math.min(Math.max(box.x, this.whole.x - marginX), this.whole.x + this.whole.width - marginX);
    const y = Math.min(Math.max(box.y, this.whole.y - marginY), this.whole.y + this.whole.height - marginY);
    this.box = {...box, x, y};
    this.svg.setAttribute("viewBox", `${x} ${y} ${box.width} ${box.height}`);
  }

  /** @param {{clientX: number, clientY: number}} event */
  pointAt({clientX, clientY}) {
    const {left, top} = this.svg.getBoundingClientRect();
    const [seen, scale] = [this.seenBox(), this.scale()];
    return {x: seen.x + (clientX - left) / scale, y: seen.y + (clientY - top) / scale};
  }

  /**
   * A wheel zooms, a trackpad's two fingers move and its pinch zooms.
   * @param {WheelEvent} event
   */
  wheel(event) {
    const isPinch = event.ctrlKey || event.metaKey;
    if (this.keepsScrolling && !isPinch) return;
    event.preventDefault();
    const isTrackpad = event.deltaMode === 0 && (event.deltaX !== 0 || Math.abs(event.deltaY) < 40);
    if (!isPinch && isTrackpad) {
      const scale = this.scale();
      this.show({...this.box, x: this.box.x + event.deltaX / scale, y: this.box.y + event.deltaY / scale});
    } else {
      const lines = event.deltaMode === 0 ? event.deltaY / 100 : event.deltaY / 3;
      this.zoom(STEP ** -Math.min(Math.max(lines * (isPinch && isTrackpad ? 4 : 1), -3), 3), this.pointAt(event));
    }
  }

  /** @param {PointerEvent} event */
  press(event) {
    if (event.button !== 0) return;
    if (this.fingers.size === 0) this.hasMoved = false;
    this.fingers.set(event.pointerId, {x: event.clientX, y: event.clientY});
  }

  /** @param {PointerEvent} event */
  move(event) {
    const before = this.fingers.get(event.pointerId);
    if (!before) return;
    const other = [...this.fingers].find(([finger]) => finger !== event.pointerId)?.[1];
    const now = {x: event.clientX, y: event.clientY};
    if (!this.hasMoved && Math.hypot(now.x - before.x, now.y - before.y) < 4) return;
    if (!this.hasMoved) this.svg.setPointerCapture(event.pointerId);
    this.hasMoved = true;
    this.fingers.set(event.pointerId, now);
    const scale = this.scale();
    if (!other) {
      this.show({...this.box, x: this.box.x - (now.x - before.x) / scale, y: this.box.y - (now.y - before.y) / scale});
      return;
    }
    const distance = (/** @type {{x: number, y: number}} */ point) => Math.hypot(point.x - other.x, point.y - other.y);
    const middle = {clientX: (now.x + other.x) / 2, clientY: (now.y + other.y) / 2};
    this.zoom(distance(now) / Math.max(distance(before), 1), this.pointAt(middle));
  }
}
