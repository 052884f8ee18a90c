/** Elements of the page. Text is set as text: what a document or a user wrote never becomes markup. */

/** @typedef {string | Node | null | undefined | false} Child */

/**
 * A new HTML element; a `null` or `false` attribute is left out, `true` is one without a value.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string | number | boolean | null | undefined>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  setAttributes(made, attributes);
  append(made, children);
  return made;
}

/**
 * A new SVG element.
 * @template {keyof SVGElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string | number | boolean | null | undefined>} [attributes]
 * @param {...Child} children
 * @returns {SVGElementTagNameMap[Name]}
 */
export function drawn(name, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  setAttributes(made, attributes);
  append(made, children);
  return made;
}

/**
 * @param {Element} target
 * @param {Record<string, string | number | boolean | null | undefined>} attributes
 */
function setAttributes(target, attributes) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    target.setAttribute(key, value === true ? "" : String(value));
  }
}

/**
 * @param {Element} target
 * @param {Child[]} children
 */
function append(target, children) {
  for (const child of children) if (child) target.append(child);
}

/**
 * Something a person wrote, in whichever direction it reads; its direction ends with it.
 * @param {string} text
 */
export function written(text) {
  return element("bdi", {}, text);
}

/**
 * A button that says what it does.
 * @param {string} label
 * @param {() => void} action
 * @param {Record<string, string | number | boolean | null | undefined>} [attributes]
 */
export function button(label, action, attributes = {}) {
  const made = element("button", attributes, label);
  on(made, "click", action);
  return made;
}

/**
 * The parts of the page that scripts know, by their ids.
 * @typedef {Record<"data" | "stage" | "picture" | "shapes" | "timeline" | "panel" | "table" | "evidence" | "filter" | "found"
 *   | "download" | "counts" | "notice" | "no-rows" | "axis", HTMLElement>
 *   & Record<"search" | "year" | "first-year" | "last-year", HTMLInputElement>
 *   & Record<"play" | "any-year" | "range" | "copy" | "zoom-in" | "zoom-out" | "fit", HTMLButtonElement>
 *   & Record<`tab-${"table" | "evidence" | "filter"}`, HTMLButtonElement>
 *   & {relations: HTMLTableElement, language: HTMLSelectElement, whole: HTMLAnchorElement, bars: SVGSVGElement}} Parts
 */

/**
 * The part of the page with that id.
 * @template {keyof Parts} Id
 * @param {Id} id
 * @returns {Parts[Id]}
 */
export function part(id) {
  return /** @type {Parts[Id]} */ (/** @type {unknown} */ (document.getElementById(id)));
}

/**
 * Calls a function whenever something happens.
 * @template {keyof HTMLElementEventMap} Name
 * @param {EventTarget} target
 * @param {Name} name
 * @param {(event: HTMLElementEventMap[Name]) => void} action
 * @param {AddEventListenerOptions} [options]
 */
export function on(target, name, action, options) {
  target.addEventListener(name, /** @type {EventListener} */ (action), options);
}

/**
 * @param {keyof Parts} id
 * @param {() => void} action
 */
export function onClick(id, action) {
  on(part(id), "click", action);
}

/**
 * The elements within another that a selector finds; of which kind they are, the caller knows.
 * @param {ParentNode} parent
 * @param {string} selector
 * @returns {any[]}
 */
export function all(parent, selector) {
  return Array.from(parent.querySelectorAll(selector));
}

/**
 * An address that a reader may follow; `null` for one that could do something else than show a page.
 * @param {string} address
 */
export function safeAddress(address) {
  if (/^10\.\d{4,9}\/\S+$/.test(address)) return `https://doi.org/${address}`;
  if (/^doi:/i.test(address)) return `https://doi.org/${address.slice(4)}`;
  return /^(https?:\/\/|mailto:)/i.test(address) ? address : null;
}
