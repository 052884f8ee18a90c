/** The table of relations: says what the page's language says, follows what is shown, can be sorted and copied. */

import {all, element, on, onClick, part, written} from "./elements.js";
import {documentName} from "./graph.js";
import {attributed, dateName, placeName, statusName} from "./labels.js";
import {statusMark} from "./evidence.js";

/** @typedef {import("./graph.js").Relation} Relation */
/** @typedef {import("./store.js").Sight} Sight */
/** @typedef {import("./store.js").Store} Store */

/** The columns that can be sorted by, in their order, and what of a relation each sorts. */
const COLUMNS = {
  who: (/** @type {Relation} */ {subject}) => subject.name,
  what: (/** @type {Relation} */ {type}) => type.label,
  whom: (/** @type {Relation} */ {object}) => object.name,
  when: null,
  status: (/** @type {Relation} */ {status}) => status,
  written: (/** @type {Relation} */ {citations}) => citations.map(({document}) => documentName(document)).join(),
};

/** @typedef {keyof typeof COLUMNS} Column */

export class Table {
  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    this.table = part("relations");
    this.body = this.table.tBodies[0];
    /** @type {Column} */
    this.column = "when";
    this.isDescending = false;
    this.names = /** @type {Column[]} */ (Object.keys(COLUMNS));
    /** @type {string[]} the classes that each row has now */
    this.states = store.graph.relations.map(() => "");
    this.waiting = 0;
    all(this.table, "thead th").forEach((cell, index) => this.prepareHead(cell, this.names[index]));
    onClick("copy", () => this.copy());
    store.watch((sight, before) => {
      if (sight.texts !== before?.texts) this.speak(sight);
      this.showSoon(sight, before);
    });
  }

  /**
   * @param {HTMLTableCellElement} cell
   * @param {Column} name
   */
  prepareHead(cell, name) {
    const sorter = element("button", {class: "sorter"});
    on(sorter, "click", () => this.sort(name));
    cell.replaceChildren(sorter);
  }

  /** @param {Column} column */
  sort(column) {
    this.isDescending = this.column === column && !this.isDescending;
    this.column = column;
    const key = COLUMNS[column];
    const {compare} = new Intl.Collator(this.store.sight.texts.code, {numeric: true});
    const rows = this.store.graph.relations.map((relation) => ({relation, text: key ? key(relation) : ""}));
    rows.sort((a, b) => compare(a.text, b.text) || a.relation.index - b.relation.index);
    if (this.isDescending) rows.reverse();
    this.body.append(...rows.map(({relation}) => relation.row));
    this.showOrder(this.store.sight);
  }

  /** @param {Sight} sight */
  showOrder({texts}) {
    all(this.table, "thead th").forEach((cell, index) => {
      const name = this.names[index];
      const title = texts[name];
      const sorter = cell.firstElementChild;
      if (sorter) sorter.textContent = title;
      sorter?.setAttribute("aria-label", texts.sortBy(title));
      if (name === this.column) cell.setAttribute("aria-sort", this.isDescending ? "descending" : "ascending");
      else cell.removeAttribute("aria-sort");
    });
  }

  /**
   * Everything in the page's language; what was written by others stays as it is.
   * @param {Sight} sight
   */
  speak(sight) {
    const {texts} = sight;
    this.showOrder(sight);
    for (const relation of this.store.graph.relations) {
      const [, , , when, status] = Array.from(relation.row.cells);
      when.textContent = dateName(relation.when, texts);
      status.replaceChildren(statusMark(relation.status), statusName(relation.status, texts));
      if (relation.accordingTo) status.append(", ", ...attributed(written(relation.accordingTo.name), texts));
      all(relation.row, "li").forEach((item, index) => {
        const citation = relation.citations[index];
        const place = placeName(citation, texts);
        item.querySelector("cite")?.replaceChildren(written(documentName(citation.document)), place && `, ${place}`);
      });
    }
  }

  /**
   * A long table waits until the slider rests; what is seen of a short one is at once what the picture shows.
   * @param {Sight} sight
   * @param {Sight | null} before
   */
  showSoon(sight, before) {
    clearTimeout(this.waiting);
    if (!before || this.states.length < 800) this.show(sight);
    else this.waiting = setTimeout(() => this.show(this.store.sight), 60);
  }

  /** @param {Sight} sight */
  show({shown, relation: chosen, view, texts}) {
    const hasYears = view.question.years !== null;
    for (const relation of this.store.graph.relations) {
      const answer = shown.relations[relation.index];
      const state = `${answer === "no" ? "absent" : answer}${relation === chosen ? " chosen" : ""}`;
      const before = this.states[relation.index];
      if (state === before && before) continue;
      relation.row.className = state;
      this.states[relation.index] = state;
    }
    for (const row of all(this.body, "[aria-current]")) row.removeAttribute("aria-current");
    chosen?.row.querySelector("a")?.setAttribute("aria-current", "true");
    this.table.classList.toggle("of-years", hasYears);
    this.table.style.setProperty("--possible", JSON.stringify(texts.possible));
    const isEmpty = shown.certain + shown.possible === 0;
    part("no-rows").textContent = isEmpty ? texts.noRows : "";
  }

  /** The relations that are shown, in the order of the table. */
  get relations() {
    const {graph, sight} = this.store;
    const order = new Map(all(this.body, "tr").map((row, index) => [row, index]));
    return graph.relations.filter(({index}) => sight.shown.relations[index] !== "no")
      .sort((a, b) => (order.get(a.row) ?? 0) - (order.get(b.row) ?? 0));
  }

  /** Puts what is shown on the clipboard, columns parted by tabs. */
  async copy() {
    const {texts} = this.store.sight;
    const lines = [this.names.map((name) => texts[name]), ...this.relations.map((relation) => [
      relation.subject.name, relation.type.label, relation.object.name, relation.when?.edtf ?? "", statusName(relation.status, texts),
      relation.citations.map((citation) => this.source(citation)).join("; "),
    ])].map((cells) => cells.map((cell) => cell.replace(/[\t\r\n]+/g, " ")).join("\t"));
    const isCopied = await copied(lines.join("\n"));
    if (!isCopied) getSelection()?.selectAllChildren(this.body);
    part("notice").textContent = isCopied ? texts.copied : texts.notCopied;
  }

  /** @param {import("./graph.js").Citation} citation */
  source(citation) {
    const place = placeName(citation, this.store.sight.texts);
    return `${documentName(citation.document)}${place && `, ${place}`}${citation.quote && ` “${citation.quote}”`}`;
  }
}

/** @param {string} text */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
