/** The search box: a list of names that grows as one types, by the pattern of a combobox. */

import {element, on, part, written} from "./elements.js";
import {kindName} from "./labels.js";
import {nameIndex} from "./search.js";

/** @typedef {import("./graph.js").Entity} Entity */
/** @typedef {import("./store.js").Store} Store */

const MOST_FOUND = 12;

export class Finder {
  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    this.find = nameIndex(store.graph.entities);
    this.field = part("search");
    this.list = part("found");
    /** @type {Entity[]} */
    this.found = [];
    this.active = -1;
    /** Whether the name chosen next is the end of a path. */
    this.seeksPath = false;
    on(this.field, "input", () => this.search());
    on(this.field, "keydown", (event) => this.key(event));
    on(this.field, "blur", () => setTimeout(() => this.close(), 150));
    on(this.list, "pointerdown", (event) => event.preventDefault());
    on(this.list, "click", (event) => this.click(event));
    document.addEventListener("find-path", () => this.begin(true));
    store.watch(({texts}) => {
      if (!this.seeksPath) this.field.placeholder = texts.searchHint;
    });
  }

  /**
   * Asks for a name.
   * @param {boolean} seeksPath
   */
  begin(seeksPath) {
    const {texts} = this.store.sight;
    this.seeksPath = seeksPath;
    this.field.placeholder = seeksPath ? texts.pathTo : texts.searchHint;
    this.field.value = "";
    this.field.focus();
    this.field.select();
  }

  search() {
    const {texts} = this.store.sight;
    const findings = this.find(this.field.value).filter(({entity}) => !this.seeksPath || entity !== this.store.sight.entity);
    this.found = findings.slice(0, MOST_FOUND).map(({entity}) => entity);
    this.active = this.found.length > 0 ? 0 : -1;
    const isAsked = this.field.value.trim() !== "";
    this.list.replaceChildren(...findings.slice(0, MOST_FOUND).map(({entity, alias}, index) => element("li", {
      role: "option", id: `found-${index}`, "aria-selected": String(index === this.active),
    }, written(entity.name), " ", alias !== null && element("span", {class: "alias"}, written(alias)),
    element("span", {class: "kind"}, kindName(entity.kind.name, texts)))));
    this.open(isAsked && this.found.length > 0);
    part("notice").textContent = !isAsked ? "" : findings.length > 0 ? texts.found(findings.length) : texts.nothingFound;
  }

  /** @param {boolean} isOpen */
  open(isOpen) {
    this.list.hidden = !isOpen;
    this.field.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) this.field.setAttribute("aria-activedescendant", `found-${this.active}`);
    else this.field.removeAttribute("aria-activedescendant");
  }

  close() {
    this.open(false);
    if (document.activeElement === this.field) return;
    this.seeksPath = false;
    this.field.placeholder = this.store.sight.texts.searchHint;
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.isComposing) return;
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step && this.found.length > 0) {
      event.preventDefault();
      this.active = (this.active + step + this.found.length) % this.found.length;
      Array.from(this.list.children).forEach((item, index) => item.setAttribute("aria-selected", String(index === this.active)));
      this.list.children[this.active]?.scrollIntoView({block: "nearest"});
      this.open(true);
    } else if (event.key === "Enter" && this.active >= 0) {
      event.preventDefault();
      this.choose(this.found[this.active]);
    } else if (event.key === "Escape") {
      this.field.value = "";
      this.search();
      this.seeksPath = false;
    }
  }

  /** @param {MouseEvent} event */
  click(event) {
    const item = event.target instanceof Element ? event.target.closest("li") : null;
    const entity = item ? this.found[Array.from(this.list.children).indexOf(item)] : undefined;
    if (entity) this.choose(entity);
  }

  /** @param {Entity} entity */
  choose(entity) {
    const isPath = this.seeksPath;
    this.field.value = "";
    this.open(false);
    if (isPath) this.store.change((view) => Object.assign(view, {path: entity.id, tab: null}));
    else this.store.select(entity.id);
    this.seeksPath = false;
    document.dispatchEvent(new CustomEvent("read-evidence"));
  }
}
