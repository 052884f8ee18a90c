/** The graph as the page holds it: from the data beside the picture, and the table of relations that stands in the page. */

import {all} from "./elements.js";

/** @typedef {import("./years.js").Rule} Rule */

/**
 * @typedef {{name: string, plural: string}} Kind
 * @typedef {{name: string, label: string, directed: boolean, holds: string}} RelationType
 */

/**
 * A date: as it was written, and in English words.
 * @typedef {{edtf: string, words: string}} When
 */

/**
 * A source. `isRead` says that its text was at hand when the page was made, so that its quotes were looked up.
 * @typedef {object} Document
 * @property {string} id
 * @property {string} [title]
 * @property {string} [publisher]
 * @property {string} [author]
 * @property {When | null} date
 * @property {string} [url]
 * @property {string} [pages] which ones of something larger it is
 * @property {string} [isbn]
 * @property {string} [doi]
 * @property {boolean} [isRead]
 * @property {Record<string, string>} [paragraphs] the cited ones, where the page was made with texts
 */

/**
 * @typedef {object} Citation
 * @property {Document} document
 * @property {number | null} paragraph
 * @property {string | null} pages
 * @property {string} quote
 * @property {string} prefix
 * @property {string} suffix
 * @property {string} verified the day on which a seal says that it was looked up; empty for none
 */

/** @typedef {Record<string, string | number | boolean>} Attributes */

/**
 * @typedef {object} Entity
 * @property {number} index
 * @property {string} id
 * @property {Kind} kind
 * @property {string} name
 * @property {string[]} aliases
 * @property {When | null} when
 * @property {number} exists the row of the rule for its existence, or -1
 * @property {string} note
 * @property {Citation[]} citations
 * @property {Attributes} attributes
 * @property {[string, string][]} sameAs what it is in registries: as it is written, and the address
 * @property {Relation[]} relations
 */

/**
 * @typedef {object} Relation
 * @property {number} index its row in the table, the oldest first
 * @property {string} id
 * @property {Entity} subject
 * @property {RelationType} type
 * @property {Entity} object
 * @property {string} status
 * @property {When | null} when
 * @property {number} rule the row of the rule for its years
 * @property {Rule} years that rule
 * @property {Entity | null} accordingTo
 * @property {string} note
 * @property {Citation[]} citations
 * @property {Attributes} attributes
 * @property {HTMLTableRowElement} row
 */

/**
 * @typedef {object} Graph
 * @property {string} title
 * @property {Kind[]} kinds those that occur
 * @property {RelationType[]} types those that occur
 * @property {string[]} statuses those that occur
 * @property {Document[]} documents
 * @property {Rule[]} rules
 * @property {Entity[]} entities
 * @property {Relation[]} relations
 * @property {Map<string, Entity>} entityOf by id
 * @property {Map<string, Relation>} relationOf by id
 */

/** @typedef {[number, number | string | null, string?, string?, string?, string?]} StoredCitation */
/** @typedef {[string, number, string, string[]?, number?, number?, string?, StoredCitation[]?, Attributes?, [string, string][]?]} StoredEntity */
/** @typedef {[string, number, number, number, number, number, number, number, Attributes?]} StoredRelation */

/**
 * What the page carries: names once, everything else by their rows; -1 is none.
 * @typedef {object} StoredGraph
 * @property {string} title
 * @property {[string, string][]} kinds
 * @property {[string, string, number, string][]} types
 * @property {string[]} statuses
 * @property {(Omit<Document, "date"> & {date?: number})[]} documents
 * @property {[string, string][]} dates
 * @property {Rule[]} rules
 * @property {StoredEntity[]} nodes
 * @property {StoredRelation[]} edges
 */

/**
 * @param {StoredGraph} stored
 * @param {HTMLTableElement} table a row for each relation, with what its documents and its note say
 * @returns {Graph}
 */
export function readGraph(stored, table) {
  const {title, rules, statuses} = stored;
  const dates = stored.dates.map(([edtf, words]) => ({edtf, words}));
  const documents = stored.documents.map((document) => ({...document, date: dates[document.date ?? -1] ?? null}));
  const kinds = stored.kinds.map(([name, plural]) => ({name, plural}));
  const types = stored.types.map(([name, label, directed, holds]) => ({name, label, directed: directed === 1, holds}));
  const entities = stored.nodes.map((entity, index) => {
    const [id, kind, name, aliases = [], when = -1, exists = -1, note = "", citations = [], attributes = {}, sameAs = []] = entity;
    return /** @type {Entity} */ ({
      index, id, kind: kinds[kind], name, aliases, when: dates[when] ?? null, exists,
      note, citations: citations.map((citation) => readCitation(citation, documents)),
      attributes, sameAs, relations: [],
    });
  });
  const rows = all(table, "tbody tr");
  const relations = stored.edges.map((relation, index) => {
    const [id, subject, type, object, status, rule, when, by, attributes = {}] = relation;
    return /** @type {Relation} */ ({
      index, id, subject: entities[subject], type: types[type], object: entities[object], status: statuses[status],
      when: dates[when] ?? null, rule, years: rules[rule], accordingTo: entities[by] ?? null, attributes, row: rows[index],
      note: rows[index].querySelector(".note")?.textContent ?? "",
      citations: all(rows[index], "li").map((item) => citationIn(item, documents)),
    });
  });
  for (const relation of relations) {
    relation.subject.relations.push(relation);
    if (relation.object !== relation.subject) relation.object.relations.push(relation);
  }
  return {
    title, kinds, types, statuses: statuses.filter((status) => relations.some((relation) => relation.status === status)), documents, rules, entities, relations,
    entityOf: new Map(entities.map((entity) => [entity.id, entity])),
    relationOf: new Map(relations.map((relation) => [relation.id, relation])),
  };
}

/**
 * @param {StoredCitation} stored
 * @param {Document[]} documents
 * @returns {Citation}
 */
function readCitation([document, place, quote = "", prefix = "", suffix = "", verified = ""], documents) {
  return {
    document: documents[document], paragraph: typeof place === "number" ? place : null,
    pages: typeof place === "string" ? place : null, quote, prefix, suffix, verified,
  };
}

/**
 * A citation as the table has it.
 * @param {HTMLLIElement} item
 * @param {Document[]} documents
 * @returns {Citation}
 */
function citationIn(item, documents) {
  const {document, paragraph, pages, prefix, suffix, verified} = item.dataset;
  const quote = item.querySelector("q")?.textContent ?? "";
  return readCitation([Number(document), paragraph ? Number(paragraph) : pages ?? null, quote, prefix, suffix, verified], documents);
}

/**
 * The other end of a relation.
 * @param {Relation} relation
 * @param {Entity} entity
 */
export function otherEnd(relation, entity) {
  return relation.subject === entity ? relation.object : relation.subject;
}

/**
 * What a citation's document is called, shortly.
 * @param {Document} document
 */
export function documentName(document) {
  return document.publisher ?? document.author ?? document.title ?? document.id;
}
