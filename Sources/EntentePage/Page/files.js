/** What is shown as CSV and GraphML, under the names that the command's own exports use.
 *
 * Those stand between quotation marks: other names are shortened in a page.
 */

import {answer} from "./years.js";

/** @typedef {import("./graph.js").Attributes} Attributes */
/** @typedef {import("./graph.js").Citation} Citation */
/** @typedef {import("./graph.js").Entity} Entity */
/** @typedef {import("./graph.js").Relation} Relation */
/** @typedef {import("./store.js").Store} Store */
/** @typedef {Record<string, string | number | boolean>} Fields */

/** The four years of what has no date. */
const UNDATED = [-2147483648, 2147483647, -2147483648, 2147483647];

/** What tools keep for themselves, beside the names below: an attribute that is called so gets a prefix. */
const KEPT = ["id", "source", "target", "key", "nodelabel", "x", "y", "z", "xpos", "ypos", "zpos", "size", "color", "r", "g", "b",
  "holds", "symmetric", "interaction", "edge_id", "node_id", "kind", "name", "aliases", "label"];

/**
 * The relations that are shown, a row each, with the columns of the command's `edges.csv` and what they cite.
 * @param {Store} store
 */
export function csv(store) {
  const rows = relations(store).map((relation) => ({
    fields: {"id": relation.id, "source": relation.subject.id, "target": relation.object.id, ...fieldsOf(relation, store)},
    attributes: relation.attributes,
  }));
  const heads = Object.keys(rows[0]?.fields ?? {});
  const own = ownColumns(rows);
  const lines = rows.map(({fields, attributes}) => [...Object.values(fields), ...own.map(({key}) => attributes[key] ?? "")]);
  return [[...heads, ...own.map(({name}) => name)], ...lines].map((cells) => `${cells.map(quoted).join()}\r\n`).join("");
}

/**
 * What is shown as one graph, for tools that analyse it.
 * @param {Store} store
 */
export function graphml(store) {
  const {graph, sight} = store;
  const nodes = graph.entities.filter(({index}) => sight.shown.entities[index] !== "no").map((entity) =>
    ({open: `<node id="${escaped(entity.id)}">`, fields: fieldsOfEntity(entity, store), attributes: entity.attributes}));
  const edges = relations(store).map((relation) => {
    const {type: {name, label, directed, holds}, subject, object} = relation;
    // No id of a node, and none that is read as a number.
    const id = graph.entityOf.has(relation.id) || /^\s*[-+]?[\d_]+\s*$/.test(relation.id) ? `e${relation.index}-${relation.id}` : relation.id;
    return {
      open: `<edge id="${escaped(id)}" source="${escaped(subject.id)}" target="${escaped(object.id)}">`,
      fields: {"label": label, "edge_id": relation.id, ...fieldsOf(relation, store), "symmetric": directed ? 0 : 1, "holds": holds, "interaction": name},
      attributes: relation.attributes,
    };
  });
  const [ownOfNodes, ownOfEdges] = [ownColumns(nodes), ownColumns(edges)];
  const documents = graph.documents.map(({id, title, publisher}) => ({"id": id, "title": title, "publisher": publisher}));
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys("node", nodes, ownOfNodes), ...keys("edge", edges, ownOfEdges), '<graph edgedefault="directed">',
    `<desc>${escaped(JSON.stringify({"title": graph.title, "documents": documents}))}</desc>`,
    ...nodes.map((node) => `${node.open}${data("node", node, ownOfNodes)}</node>`),
    ...edges.map((edge) => `${edge.open}${data("edge", edge, ownOfEdges)}</edge>`), "</graph>", "</graphml>", ""].join("\n");
}

/**
 * The relations that are shown.
 * @param {Store} store
 */
function relations({graph, sight}) {
  return graph.relations.filter(({index}) => sight.shown.relations[index] !== "no");
}

/**
 * @param {Relation} relation
 * @param {Store} store
 * @returns {Fields}
 */
function fieldsOf({type, when, status, accordingTo, note, citations, years}, {sight}) {
  const asked = sight.view.question.years;
  return {
    "type": type.name, "when": when?.edtf ?? "", "status": status, "according_to": accordingTo?.id ?? "", ...fourYearsOf(years),
    "note": note, ...(asked ? {"answer": answer(years, asked)} : {}), "citations": cited(citations),
  };
}

/**
 * @param {Entity} entity
 * @param {Store} store
 * @returns {Fields}
 */
function fieldsOfEntity({id, name, kind, aliases, note, citations, when, exists}, {graph}) {
  return {
    "label": name, "name": name, "node_id": id, "kind": kind.name, "aliases": aliases.join("|"), "note": note,
    "citations": cited(citations), "when": when?.edtf ?? "", ...fourYearsOf(graph.rules[exists] ?? UNDATED),
  };
}

/** @param {readonly unknown[]} rule */
function fourYearsOf(rule) {
  const names = ["possible_from", "certain_from", "certain_to", "possible_to"];
  return Object.fromEntries(names.map((name, index) => [name, Number(rule[index])]));
}

/**
 * Citations as a JSON list; nothing where there are none.
 * @param {Citation[]} citations
 */
function cited(citations) {
  const list = citations.map(({document, paragraph, pages, quote, prefix, suffix}) => ({
    "document": document.id, "paragraph": paragraph ?? undefined, "page": pages ?? undefined, "quote": quote || undefined,
    "prefix": prefix || undefined, "suffix": suffix || undefined,
  }));
  return list.length > 0 ? JSON.stringify(list) : "";
}

/**
 * An entity or a relation: what Entente knows of it, and what its graph's author added.
 * @typedef {{fields: Fields, attributes: Attributes}} Row
 */

/**
 * An attribute of the author's: what it is called in a file, and in the graph.
 * @typedef {{name: string, key: string, isNumeric: boolean}} Column
 */

/**
 * The authors' attributes, in alphabetical order.
 * @param {Row[]} rows
 * @returns {Column[]}
 */
function ownColumns(rows) {
  const taken = [...KEPT, ...Object.keys(rows[0]?.fields ?? {})];
  const keys = [...new Set(rows.flatMap(({attributes}) => Object.keys(attributes)))].sort();
  return keys.map((key) => ({
    name: taken.includes(key) ? `attr_${key}` : key, key,
    isNumeric: rows.every(({attributes}) => typeof (attributes[key] ?? 0) !== "string"),
  }));
}

// MARK: Text

/** @param {string | number | boolean} cell */
function quoted(cell) {
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The id of a key; TinkerPop goes by those of kinds and types.
 * @param {string} scope
 * @param {string} name
 */
function keyOf(scope, name) {
  return name === "kind" && scope === "node" ? "labelV" : name === "type" && scope === "edge" ? "labelE" : `${scope[0]}_${name}`;
}

/**
 * Every key that a row has a value for, with its type.
 * @param {string} scope
 * @param {Row[]} rows
 * @param {Column[]} own
 */
function keys(scope, rows, own) {
  const used = Object.entries(rows[0]?.fields ?? {}).filter(([name]) => rows.some(({fields}) => fields[name] !== ""));
  const types = [
    ...used.map(([name, value]) => [name, typeof value === "number" ? "int" : "string"]),
    ...own.map(({name, isNumeric}) => [name, isNumeric ? "double" : "string"]),
  ];
  return types.map(([name, type]) => `<key id="${escaped(keyOf(scope, name))}" for="${scope}" attr.name="${escaped(name)}" attr.type="${type}"/>`);
}

/**
 * The values of a row. A number that is not there is said to be none: readers would take it for 0.
 * @param {string} scope
 * @param {Row} row
 * @param {Column[]} own
 */
function data(scope, {fields, attributes}, own) {
  const values = [...Object.entries(fields), ...own.map(({name, key, isNumeric}) =>
    /** @type {const} */ ([name, isNumeric ? Number(attributes[key] ?? NaN) : attributes[key] ?? ""]))];
  return values.map(([name, value]) => value === "" ? "" : `<data key="${escaped(keyOf(scope, name))}">${escaped(String(value))}</data>`).join("");
}

/**
 * A text in XML 1.0, which has no place for most control characters.
 * @param {string} text
 */
function escaped(text) {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
    .replace(/[&<>"\t\r\n]/g, (character) => `&#${character.charCodeAt(0)};`);
}
