/** What is known about the chosen entity or relation, and where it is written. */

import {contradictionsAbout, contradictionsOf} from "./contradictions.js";
import {all, button, element, part, safeAddress, written} from "./elements.js";
import {documentName, otherEnd} from "./graph.js";
import {attributed, dateName, kindName, placeName, sentence, statusName} from "./labels.js";
import {marked} from "./quotes.js";
import {yearsInWords} from "./store.js";

/** @typedef {import("./contradictions.js").Contradiction} Contradiction */
/** @typedef {import("./graph.js").Citation} Citation */
/** @typedef {import("./graph.js").Entity} Entity */
/** @typedef {import("./graph.js").Relation} Relation */
/** @typedef {import("./store.js").Sight} Sight */
/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./elements.js").Child} Child */

/** How many relations of an entity are listed before the rest is asked for. */
const MOST_LISTED = 60;

export class Evidence {
  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    this.place = part("evidence");
    /** Whether there is a picture of the whole. */
    this.hasWhole = all(part("picture"), "svg").length > 0;
    store.watch((sight, before) => {
      if (before && !changes(sight, before)) return;
      this.show(sight);
      if (before) this.place.scrollTop = 0;
    });
  }

  /** @param {Sight} sight */
  show(sight) {
    const {entity, relation, target} = sight;
    const children = entity && target ? this.path(sight, entity, target) : entity ? this.entity(sight, entity)
      : relation ? this.relation(sight, relation) : [element("p", {class: "hint"}, sight.texts.evidenceHint)];
    this.place.replaceChildren(...children.filter((child) => child instanceof Node || typeof child === "string"));
  }

  // MARK: A relation

  /**
   * @param {Sight} sight
   * @param {Relation} relation
   * @returns {HTMLElement[]}
   */
  relation(sight, relation) {
    const {texts} = sight;
    const {subject, type, object} = relation;
    const beside = contradictionsOf(relation);
    return [
      this.head(element("h2", {}, this.link(subject.id, subject.name), " ", element("span", {class: "verb"}, type.label), " ",
        this.link(object.id, object.name))),
      ...this.absence(sight, relation),
      this.facts([
        [texts.when, this.date(relation.when, sight)],
        [texts.status, element("span", {}, statusMark(relation.status), statusName(relation.status, texts), ...this.by(relation, sight))],
        [texts.note, relation.note && written(relation.note)],
        ...own(relation),
      ]),
      ...this.citations(relation.citations, sight),
      ...beside.map((each) => this.contradiction(each, sight, relation)),
    ];
  }

  /**
   * Why a chosen relation is not in the picture.
   * @param {Sight} sight
   * @param {Relation} relation
   */
  absence({shown, view: {question}, texts}, relation) {
    if (shown.relations[relation.index] !== "no") return [];
    const {years} = question;
    return [element("p", {class: "absence"}, years ? texts.notInYear(yearsInWords(years, texts)) : texts.filteredOut)];
  }

  /**
   * @param {Relation} relation
   * @param {Sight} sight
   * @returns {Child[]}
   */
  by({accordingTo}, {texts}) {
    return accordingTo ? [", ", ...attributed(this.link(accordingTo.id, accordingTo.name), texts)] : [];
  }

  // MARK: An entity

  /**
   * @param {Sight} sight
   * @param {Entity} entity
   * @returns {HTMLElement[]}
   */
  entity(sight, entity) {
    const {texts} = sight;
    const names = [...entity.aliases.map(written), ...entity.sameAs.map(registered)];
    return [
      this.head(element("h2", {}, written(entity.name))),
      this.facts([
        [texts.kind, kindName(entity.kind.name, texts)],
        [texts.alsoCalled, names.length > 0 && element("span", {}, ...separated(names))],
        [texts.exists, entity.when && this.date(entity.when, sight)],
        [texts.note, entity.note && written(entity.note)],
        ...own(entity),
      ]),
      this.reach(sight),
      ...contradictionsAbout(entity).map((each) => this.contradiction(each, sight, null)),
      ...this.relationsOf(sight, entity),
      ...(entity.citations.length > 0 ? this.citations(entity.citations, sight) : []),
    ];
  }

  /**
   * How far around an entity others stand out, and the way to another one.
   * @param {Sight} sight
   */
  reach({texts, view}) {
    const choices = /** @type {const} */ ([[1, texts.oneHop], [2, texts.twoHops], [0, texts.wholePicture]]);
    const buttons = choices.slice(0, this.hasWhole ? 3 : 2).map(([hops, label]) => button(label, () => this.store.change((edited) => { edited.hops = hops; }), {
      "aria-pressed": String(view.hops === hops),
    }));
    const path = button(texts.pathTo, () => document.dispatchEvent(new CustomEvent("find-path")), {class: "quiet"});
    return element("div", {class: "reach"}, element("div", {class: "segments", role: "group", "aria-label": texts.neighbours}, ...buttons), path);
  }

  /**
   * @param {Sight} sight
   * @param {Entity} entity
   */
  relationsOf(sight, entity) {
    const {texts, shown} = sight;
    const visible = entity.relations.filter(({index}) => shown.relations[index] !== "no");
    if (visible.length === 0) return [element("p", {class: "absence"}, entity.relations.length > 0 ? texts.noRows : texts.noRelations)];
    const rest = visible.length - MOST_LISTED;
    return [
      element("h3", {}, texts.relationsOf),
      element("ul", {class: "statements"}, ...visible.slice(0, MOST_LISTED).map((each) => element("li", {}, this.statement(each, sight)))),
      ...(rest > 0 ? [element("p", {class: "hint"}, texts.more(rest))] : []),
    ];
  }

  // MARK: A path

  /**
   * @param {Sight} sight
   * @param {Entity} entity
   * @param {Entity} target
   * @returns {HTMLElement[]}
   */
  path(sight, entity, target) {
    const {texts, path} = sight;
    const leave = button(texts.endPath, () => this.store.change((view) => { view.path = null; }), {class: "quiet"});
    const head = this.head(element("h2", {}, texts.path(entity.name, target.name)));
    if (!path) return [head, element("p", {class: "absence"}, texts.noPath(entity.name, target.name)), leave];
    let at = entity;
    const steps = path.map((relation) => {
      const from = at;
      at = otherEnd(relation, from);
      return element("li", {}, this.statement(relation, sight));
    });
    return [head, element("p", {class: "hint"}, texts.steps(path.length)), element("ol", {class: "statements path"}, ...steps), leave];
  }

  // MARK: Parts

  /** @param {HTMLElement} heading */
  head(heading) {
    heading.tabIndex = -1;
    const {texts} = this.store.sight;
    const close = button("×", () => this.store.select(null), {
      class: "close", "aria-label": texts.close,
    });
    return element("div", {class: "head"}, heading, close);
  }

  /** @param {[string, Child][]} facts those without a value are left out */
  facts(facts) {
    return element("dl", {class: "facts"}, ...facts.flatMap(([name, value]) =>
      value ? [element("div", {}, element("dt", {}, name), element("dd", {}, value))] : []));
  }

  /**
   * @param {import("./graph.js").When | null} when
   * @param {Sight} sight
   */
  date(when, {texts}) {
    if (!when) return element("span", {class: "quiet"}, texts.noDate);
    const words = dateName(when, texts);
    return element("span", {}, words, words !== when.edtf && " ", words !== when.edtf && element("code", {title: "EDTF"}, when.edtf));
  }

  /**
   * A statement on one line, to be chosen.
   * @param {Relation} relation
   * @param {Sight} sight
   */
  statement(relation, sight) {
    const {texts, shown, view} = sight;
    const isPossible = view.question.years && shown.relations[relation.index] === "possible";
    return element("a", {href: `#select=${encodeURIComponent(relation.id)}`, "data-select": relation.id, class: "statement"},
      statusMark(relation.status), written(sentence(relation)), " ",
      element("span", {class: "date"}, dateName(relation.when, texts)),
      isPossible && element("span", {class: "doubt"}, texts.possible));
  }

  /**
   * @param {string} id
   * @param {string} name
   */
  link(id, name) {
    return element("a", {href: `#select=${encodeURIComponent(id)}`, "data-select": id}, written(name));
  }

  /**
   * @param {Citation[]} citations
   * @param {Sight} sight
   */
  citations(citations, sight) {
    const {texts} = sight;
    const list = citations.map((citation) => element("li", {}, ...this.citation(citation, sight)));
    return [
      element("h3", {}, texts.written),
      list.length > 0 ? element("ul", {class: "citations"}, ...list) : element("p", {class: "absence"}, texts.notWritten),
    ];
  }

  /**
   * @param {Citation} citation
   * @param {Sight} sight
   * @returns {Child[]}
   */
  citation(citation, {texts}) {
    const {document, paragraph, quote, verified} = citation;
    const text = document.paragraphs?.[paragraph ?? -1];
    const {doi, isbn, pages} = document;
    const isFound = document.isRead || verified !== "";
    const title = document.title ?? document.id;
    const source = [
      document.author, title, document.publisher, document.date && dateName(document.date, texts),
      pages && texts.page(pages), placeName(citation, texts), isbn && `ISBN ${isbn}`,
    ].flatMap((piece) => piece ? [piece] : []);
    return [
      quote !== "" && element("blockquote", {dir: "auto"}, element("q", {}, quote)),
      text !== undefined && element("p", {class: "paragraph", dir: "auto"}, ...marked(text, citation)),
      element("p", {class: "source"}, ...separated(source.map((piece) => piece === title
        ? element("cite", {}, registered([title, document.url ?? ""]))
        : written(piece))), doi && ", ", doi && registered([`DOI ${doi}`, doi])),
      quote !== "" && element("p", {class: isFound ? "verified" : "unverified"},
        isFound ? `${texts.verified} ${verified}` : texts.notVerified),
    ];
  }

  /**
   * @param {Contradiction} contradiction
   * @param {Sight} sight
   * @param {Relation | null} current
   */
  contradiction({reason, about, relations}, sight, current) {
    const {texts} = sight;
    const title = reason === "rivals" ? texts.rivals(about.name) : texts[reason];
    const cards = relations.map((relation) => element("li", {class: relation === current ? "current" : null},
      this.statement(relation, sight),
      element("p", {}, statusName(relation.status, texts), ...this.by(relation, sight)),
      ...relation.citations.slice(0, 1).map(({document, quote}) => element("p", {class: "brief", dir: "auto"},
        quote !== "" && element("q", {}, quote), " ", written(documentName(document)))),
      relation === current && element("p", {class: "this"}, texts.thisOne)));
    return element("section", {class: "beside"}, element("h3", {}, title), element("ul", {}, ...cards));
  }
}

/**
 * Whether anything that the panel shows is different.
 * @param {Sight} sight
 * @param {Sight} before
 */
function changes(sight, before) {
  return sight.entity !== before.entity || sight.relation !== before.relation || sight.target !== before.target
    || sight.view.hops !== before.view.hops || sight.texts !== before.texts
    || (sight.entity !== null || sight.relation !== null) && sight.shown !== before.shown;
}

/**
 * A line as the picture draws the status.
 * @param {string} status
 */
export function statusMark(status) {
  return element("span", {class: `mark ${status}`, "aria-hidden": "true"});
}

/**
 * What Entente has no word for.
 * @param {Entity | Relation} about
 * @returns {[string, Child][]}
 */
function own({attributes}) {
  return Object.entries(attributes).map(([key, value]) => [key, written(String(value))]);
}

/**
 * A name that leads to where the thing is, if that is an address.
 * @param {[string, string]} name
 */
function registered([name, iri]) {
  const address = safeAddress(iri);
  return address ? element("a", {href: address, rel: "noreferrer"}, written(name)) : written(name);
}

/**
 * @param {Node[]} pieces
 * @returns {Child[]}
 */
function separated(pieces) {
  return pieces.flatMap((piece, index) => index === 0 ? [piece] : [", ", piece]);
}
