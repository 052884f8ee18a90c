/** Filters by kind, type, status and document, with how much there is of each. */

import {all, button, drawn, element, on, part, written} from "./elements.js";
import {hasConditions} from "./filter.js";
import {documentName} from "./graph.js";
import {kindName, statusName} from "./labels.js";
import {statusMark} from "./evidence.js";

/** @typedef {import("./graph.js").Relation} Relation */
/** @typedef {import("./store.js").Sight} Sight */
/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./elements.js").Child} Child */
/** @typedef {"kinds" | "types" | "statuses" | "documents"} Condition */

/**
 * One value of a condition.
 * @typedef {{name: string, label: (sight: Sight) => string, mark: (() => Node) | null, count: number}} Choice
 */

export class Choices {
  /**
   * @param {Store} store
   * @param {Map<string, SVGSVGElement>} shapes how kinds look, by their names
   */
  constructor(store, shapes) {
    this.store = store;
    this.place = part("filter");
    const {kinds, types, statuses, documents, relations, entities} = store.graph;
    const count = (/** @type {(relation: Relation) => boolean} */ holds) => relations.filter(holds).length;
    /** @type {Record<Condition, Choice[]>} */
    this.choices = {
      kinds: kinds.map(({name}) => ({
        name, label: ({texts}) => kindName(name, texts), mark: shapes.has(name) ? () => copyOf(shapes, name) : null,
        count: entities.filter(({kind}) => kind.name === name).length,
      })),
      statuses: statuses.map((name) => ({
        name, label: ({texts}) => statusName(name, texts), mark: () => statusMark(name), count: count(({status}) => status === name),
      })),
      types: types.map((type) => ({name: type.name, label: () => type.label, mark: null, count: count((each) => each.type === type)})),
      documents: documents.map((document) => ({
        name: document.id, label: () => [documentName(document), document.title].filter((text, index, all) => text && all.indexOf(text) === index).join(": "),
        mark: null, count: count(({citations}) => citations.some((citation) => citation.document === document)),
      })),
    };
    for (const [condition, fact] of /** @type {[Condition, string][]} */ ([["kinds", "kind"], ["statuses", "status"]])) {
      for (const item of all(part("picture"), `.legend [data-${fact}]`)) this.prepareKey(item, condition, item.dataset[fact]);
    }
    store.watch((sight, before) => {
      if (!before || before.texts !== sight.texts) this.build(sight);
      this.show(sight);
    });
  }

  /**
   * Makes a sample in the picture's legend a switch.
   * @param {SVGGraphicsElement} item
   * @param {Condition} condition
   * @param {string} name
   */
  prepareKey(item, condition, name) {
    const {x, y, width, height} = item.getBBox();
    item.prepend(drawn("rect", {class: "hit", x: x - 2, y: y - 1, width: width + 4, height: height + 2}));
    item.setAttribute("role", "button");
    item.setAttribute("tabindex", "0");
    const toggle = (/** @type {Event} */ event) => {
      event.stopPropagation();
      this.toggle(condition, name);
    };
    on(item, "click", toggle);
    on(item, "keydown", (event) => { if (event.key === "Enter") toggle(event); });
    const {entities, relations} = this.store.graph;
    this.store.watch(({view: {question}, shown}) => {
      const chosen = question[condition];
      item.setAttribute("aria-pressed", String(chosen?.has(name) ?? true));
      // What the picture shows nothing of needs no key, but for putting it back.
      const occurs = condition === "kinds" ? entities.some(({index, kind}) => kind.name === name && shown.entities[index] !== "no")
        : relations.some(({index, status}) => status === name && shown.relations[index] !== "no");
      item.classList.toggle("absent", !chosen && !occurs);
    });
  }

  /** @param {Sight} sight */
  build(sight) {
    const {texts} = sight;
    const sourced = this.box("sourced", texts.onlySourced, null, this.store.graph.relations.filter(({citations}) => citations.length > 0).length);
    on(sourced.input, "change", () => this.store.change(({question}) => { question.onlySourced = sourced.input.checked; }));
    this.sourced = sourced.input;
    /** @type {Map<HTMLInputElement, [Condition, string]>} */
    this.inputs = new Map();
    const groups = /** @type {Condition[]} */ (["kinds", "statuses", "types", "documents"])
      .filter((condition) => this.choices[condition].length > 1).map((condition) => this.group(condition, sight));
    this.showAll = button(texts.showAll, () => this.reset(), {class: "quiet"});
    this.place.replaceChildren(element("div", {class: "choice-head"}, sourced.label, this.showAll), ...groups);
  }

  /**
   * @param {Condition} condition
   * @param {Sight} sight
   */
  group(condition, sight) {
    const {texts} = sight;
    const boxes = this.choices[condition].map((choice) => {
      const {input, label} = this.box(condition, choice.label(sight), choice.mark, choice.count);
      on(input, "change", () => this.toggle(condition, choice.name));
      this.inputs?.set(input, [condition, choice.name]);
      return label;
    });
    return element("fieldset", {class: condition}, element("legend", {}, texts[condition]),
      condition === "kinds" && element("p", {class: "hint"}, texts.kindsHint), ...boxes);
  }

  /**
   * @param {string} name
   * @param {string} text
   * @param {(() => Node) | null} mark
   * @param {number} count
   */
  box(name, text, mark, count) {
    const input = element("input", {type: "checkbox", name});
    const label = element("label", {}, input, mark && mark(), written(text), element("span", {class: "count"}, String(count)));
    return {input, label};
  }

  /** @param {Sight} sight */
  show({view: {question}, texts}) {
    for (const [input, [condition, name]] of this.inputs ?? []) input.checked = question[condition]?.has(name) ?? true;
    if (this.sourced) this.sourced.checked = question.onlySourced;
    if (this.showAll) this.showAll.disabled = !hasConditions(question);
    const {kinds, types, statuses, documents, onlySourced} = question;
    const count = [kinds, types, statuses, documents, onlySourced].filter(Boolean).length;
    const tab = part("tab-filter");
    tab.setAttribute("data-count", count > 0 ? String(count) : "");
    tab.setAttribute("aria-label", count > 0 ? `${texts.filter}: ${texts.filtered(count)}` : texts.filter);
  }

  /**
   * Takes a value out of what is shown, or puts it back; with all of them in, nothing is asked.
   * @param {Condition} condition
   * @param {string} name
   */
  toggle(condition, name) {
    const names = this.choices[condition].map((choice) => choice.name);
    this.store.change(({question}) => {
      const kept = new Set(question[condition] ?? names);
      if (!kept.delete(name)) kept.add(name);
      question[condition] = names.every((each) => kept.has(each)) ? null : kept;
    });
  }

  reset() {
    this.store.change(({question}) => Object.assign(question, {kinds: null, types: null, statuses: null, documents: null, onlySourced: false}));
  }
}

/**
 * @param {Map<string, SVGSVGElement>} shapes
 * @param {string} name
 */
function copyOf(shapes, name) {
  return /** @type {Node} */ (shapes.get(name)?.cloneNode(true) ?? element("span"));
}
