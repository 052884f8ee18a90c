/** The panel beside the picture: evidence, table and filters, one at a time, by the pattern of tabs. */

import {all, on, part} from "./elements.js";

/** @typedef {import("./address.js").Tab} Tab */
/** @typedef {import("./store.js").Sight} Sight */
/** @typedef {import("./store.js").Store} Store */

/** @type {Tab[]} */
const TABS = ["table", "evidence", "filter"];

export class Panel {
  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    for (const tab of TABS) {
      const button = part(`tab-${tab}`);
      on(button, "click", () => this.choose(tab));
      on(button, "keydown", (event) => this.key(event, tab));
    }
    on(document, "click", (event) => this.follow(event));
    document.addEventListener("read-evidence", () => this.read());
    on(document, "keydown", (event) => this.escape(event));
    store.watch((sight) => this.show(sight));
  }

  /** @param {Tab} tab */
  choose(tab) {
    this.store.change((view) => { view.tab = tab === usualTab(this.store.sight) ? null : tab; }, "replace");
  }

  /** @param {Sight} sight */
  show(sight) {
    const shown = sight.view.tab ?? usualTab(sight);
    for (const tab of TABS) {
      const button = part(`tab-${tab}`);
      button.setAttribute("aria-selected", String(tab === shown));
      button.tabIndex = tab === shown ? 0 : -1;
      part(tab).hidden = tab !== shown;
    }
  }

  /**
   * @param {KeyboardEvent} event
   * @param {Tab} tab
   */
  key(event, tab) {
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (!step) return;
    event.preventDefault();
    const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length];
    this.choose(next);
    part(`tab-${next}`).focus();
  }

  /**
   * A link to a statement or a name changes what is chosen and nothing else.
   * @param {MouseEvent} event
   */
  follow(event) {
    const link = event.target instanceof Element ? event.target.closest("[data-select]") : null;
    if (!(link instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const id = link.dataset.select ?? null;
    this.store.select(id);
    this.read();
  }

  /** Takes the reader to the evidence, whose heading is then read out. */
  read() {
    all(part("evidence"), "h2")[0]?.focus({preventScroll: true});
  }

  /** @param {KeyboardEvent} event */
  escape(event) {
    if (event.key !== "Escape" || event.target instanceof HTMLInputElement || !this.store.sight.view.select) return;
    const wasInPanel = part("panel").contains(document.activeElement);
    this.store.select(null);
    if (wasInPanel) part("tab-table").focus();
  }
}

/** @param {Sight} sight */
function usualTab({entity, relation}) {
  return entity || relation ? "evidence" : "table";
}
