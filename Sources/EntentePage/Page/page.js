/** Puts the page together: reads its data, makes its parts, and lets the address lead. */

import {Choices} from "./choices.js";
import {Downloads} from "./downloads.js";
import {all, element, on, part} from "./elements.js";
import {Evidence} from "./evidence.js";
import {Finder} from "./finder.js";
import {readGraph} from "./graph.js";
import {sentence} from "./labels.js";
import {Panel} from "./panel.js";
import {Stage} from "./stage.js";
import {Store} from "./store.js";
import {Table} from "./table.js";
import {languages} from "./texts.js";
import {Timeline} from "./timeline.js";

/** @typedef {import("./store.js").Sight} Sight */

/** Makes the page one that can be explored. */
export function start() {
  const stored = JSON.parse(part("data").textContent ?? "");
  const graph = readGraph(stored, part("relations"));
  const store = new Store(graph, location.hash);
  const isEmbedded = new URLSearchParams(location.search).has("embed");
  document.documentElement.classList.add("explorable");
  document.documentElement.classList.toggle("embedded", isEmbedded);
  speakLanguages(store);
  new Timeline(store);
  new Table(store);
  new Evidence(store);
  const stage = new Stage(store, isEmbedded);
  new Choices(store, stage.shapes);
  new Finder(store);
  new Panel(store);
  new Downloads(store, () => stage.svg);
  store.watch((sight, before) => announce(store, sight, before));
  for (const event of ["hashchange", "popstate"]) window.addEventListener(event, () => store.goTo(location.hash));
}

/**
 * The menu of languages, and everything in the page that says something.
 * @param {Store} store
 */
function speakLanguages(store) {
  const menu = part("language");
  menu.append(...languages.map(({code, name}) => element("option", {value: code, lang: code}, name)));
  on(menu, "change", () => store.change((view) => { view.language = menu.value; }, "replace"));
  store.watch((sight, before) => {
    const {texts} = sight;
    if (texts === before?.texts) return;
    document.documentElement.lang = texts.code;
    menu.value = texts.code;
    const say = (/** @type {string | undefined} */ key) => {
      const text = texts[/** @type {keyof typeof texts} */ (key)];
      return typeof text === "string" ? text : "";
    };
    for (const each of all(document, "[data-text]")) each.textContent = say(each.dataset.text);
    for (const each of all(document, "[data-label]")) each.setAttribute("aria-label", say(each.dataset.label));
  });
}

/**
 * Says what was chosen, and what an address names that is not there.
 * @param {Store} store
 * @param {Sight} sight
 * @param {Sight | null} before
 */
function announce({graph}, {view, entity, relation, texts}, before) {
  const whole = part("whole");
  whole.href = `${location.pathname}${location.hash}`;
  if (view.select === before?.view.select && before) return;
  const {select, path} = view;
  const isUnknown = select !== null && !entity && !relation || path !== null && !graph.entityOf.has(path);
  const text = isUnknown ? texts.unknown(entity ? path ?? "" : select ?? "") : relation ? sentence(relation) : entity?.name ?? "";
  const notice = part("notice");
  notice.textContent = text;
  notice.classList.toggle("seen", isUnknown);
}

if (document.getElementById("data")) {
  try {
    start();
  } catch (error) {
    // What can be read without a script can be read still.
    document.documentElement.className = "broken";
    throw error;
  }
}
