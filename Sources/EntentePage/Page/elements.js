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
  const made = element("button", {type: "button", ...attributes}, label);
  made.addEventListener("click", action);
  return made;
}

/**
 * The part of the page with that id.
 * @template {Element} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
export function part(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page lacks #${id}`);
  return found;
}

/**
 * The elements within another that a selector finds and that are of a kind.
 * @template {Element} Kind
 * @param {ParentNode} parent
 * @param {string} selector
 * @param {new () => Kind} kind
 * @returns {Kind[]}
 */
export function all(parent, selector, kind) {
  return Array.from(parent.querySelectorAll(selector)).flatMap((found) => found instanceof kind ? [found] : []);
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
