/** The present view as a file: the picture as SVG and PNG, what it shows as CSV and GraphML. */

import {on, part} from "./elements.js";
import {answer} from "./years.js";

/** @typedef {import("./graph.js").Relation} Relation */
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
    if (kind === "csv") this.hand(new Blob(["\ufeff", this.csv()], {type: "text/csv"}), kind);
    if (kind === "graphml") this.hand(new Blob([this.graphml()], {type: "application/graphml+xml"}), kind);
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

  /** The relations that are shown. */
  get relations() {
    const {graph, sight} = this.store;
    return graph.relations.filter(({index}) => sight.shown.relations[index] !== "no");
  }

  /**
   * How sure a relation is in the years chosen; nothing where none are.
   * @param {Relation} relation
   */
  answer({rule}) {
    const {years} = this.store.sight.view.question;
    return years ? answer(this.store.graph.rules[rule], years) : "";
  }

  // MARK: Text

  /**
   * A relation as the command's exports have it: names of columns and attributes, and what stands there.
   * @param {Relation} relation
   * @returns {Record<string, string | number>}
   */
  fields(relation) {
    const [possible_from, certain_from, certain_to, possible_to] = this.store.graph.rules[relation.rule];
    return {
      edge_id: relation.id, type: relation.type.name, label: relation.type.label, status: relation.status,
      according_to: relation.accordingTo?.id ?? "", when: relation.when?.edtf ?? "", possible_from, certain_from, certain_to, possible_to,
      answer: this.answer(relation), note: relation.note, citations: cited(relation),
    };
  }

  csv() {
    const {graph} = this.store;
    const rows = this.relations.map((relation) => ({source: relation.subject.id, target: relation.object.id, ...this.fields(relation)}));
    const heads = graph.relations.slice(0, 1).flatMap((relation) => ["source", "target", ...Object.keys(this.fields(relation))]);
    return [heads, ...rows.map(Object.values)].map((cells) => `${cells.map(quoted).join()}\r\n`).join("");
  }

  graphml() {
    const {graph, sight} = this.store;
    const nodes = graph.entities.filter(({index}) => sight.shown.entities[index] !== "no").map(({id, name, kind, aliases, note, when}) =>
      ({id, fields: {label: name, kind: kind.name, aliases: aliases.join("|"), note, when: when?.edtf ?? ""}}));
    const edges = this.relations.map((relation) => ({relation, fields: this.fields(relation)}));
    const keys = (/** @type {string} */ scope, /** @type {Record<string, string | number>} */ fields) =>
      Object.entries(fields ?? {}).map(([name, value]) => `<key id="${scope[0]}_${name}" for="${scope}" attr.name="${name}" attr.type="${
        typeof value === "number" ? "int" : "string"}"/>`);
    return ['<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
      ...keys("node", nodes[0]?.fields), ...keys("edge", edges[0]?.fields), '<graph edgedefault="directed">', `<desc>${escaped(graph.title)}</desc>`,
      ...nodes.map(({id, fields}) => `<node id="${escaped(id)}">${data("n", fields)}</node>`),
      ...edges.map(({relation, fields}, index) =>
        `<edge id="e${index}" source="${escaped(relation.subject.id)}" target="${escaped(relation.object.id)}">${data("e", fields)}</edge>`),
      "</graph>", "</graphml>", ""].join("\n");
  }
}

/** @param {Relation} relation */
function cited({citations}) {
  return citations.map(({document, paragraph, pages, quote}) => {
    const place = paragraph !== null ? `#${paragraph}` : pages !== null ? ` p. ${pages}` : "";
    return `${document.id}${place}${quote && ` "${quote}"`}`;
  }).join("; ");
}

/** @param {string | number} cell */
function quoted(cell) {
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * @param {string} scope
 * @param {Record<string, string | number>} fields
 */
function data(scope, fields) {
  return Object.entries(fields).map(([name, value]) => value === "" ? "" : `<data key="${scope}_${name}">${escaped(String(value))}</data>`).join("");
}

/**
 * A text in XML 1.0, which has no place for most control characters.
 * @param {string} text
 */
function escaped(text) {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
    .replace(/[&<>"\t\r\n]/g, (character) => `&#${character.charCodeAt(0)};`);
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
