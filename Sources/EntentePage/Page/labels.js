/** How statements and their parts are said in the reader's language. */

/** @typedef {import("./graph.js").Entity} Entity */
/** @typedef {import("./graph.js").Relation} Relation */
/** @typedef {import("./store.js").Sight} Sight */
/** @typedef {import("./texts.js").Texts} Texts */

/**
 * Who, what, whom.
 * @param {Relation} relation
 */
export function sentence({subject, type, object}) {
  return `${subject.name} ${type.label} ${object.name}`;
}

/**
 * @param {string} name of a kind
 * @param {Texts} texts
 */
export function kindName(name, texts) {
  return texts.kindNames[name] ?? name.replaceAll("-", " ");
}

/**
 * @param {string} status
 * @param {Texts} texts
 */
export function statusName(status, texts) {
  return texts.statusNames[status] ?? status;
}

/**
 * A date in words; nothing where there is none.
 * @param {import("./graph.js").When | null} when
 * @param {Texts} texts
 */
export function dateName(when, texts) {
  return !when ? "" : texts.date ? texts.date(when.edtf) : when.words;
}

/**
 * Who says so.
 * @param {Node} name
 * @param {Texts} texts
 */
export function attributed(name, texts) {
  const [before, after] = texts.accordingTo.split("%");
  return [before, name, after];
}

/**
 * A statement with its date, status and how sure it is in the years chosen, for those who hear it.
 * @param {Relation} relation
 * @param {Sight} sight
 */
export function spoken(relation, {texts, shown, view}) {
  const parts = [sentence(relation), dateName(relation.when, texts), statusName(relation.status, texts)];
  if (view.question.years && shown.relations[relation.index] === "possible") parts.push(texts.possible);
  return parts.filter((part) => part !== "").join(", ");
}

/**
 * Where a citation stands in its document.
 * @param {import("./graph.js").Citation} citation
 * @param {Texts} texts
 */
export function placeName({paragraph, pages}, texts) {
  return paragraph !== null ? texts.paragraph(paragraph) : pages !== null ? texts.page(pages) : "";
}
