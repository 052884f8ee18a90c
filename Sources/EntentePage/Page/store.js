/** What is chosen and what follows from it, in one place: parts of the page change it, and are told when it has changed. */

import {hashOf, viewIn} from "./address.js";
import {shown} from "./filter.js";
import {neighbourhood, shortestPath} from "./paths.js";
import {languages, textsFor} from "./texts.js";

/** @typedef {import("./address.js").View} View */
/** @typedef {import("./filter.js").Shown} Shown */
/** @typedef {import("./graph.js").Entity} Entity */
/** @typedef {import("./graph.js").Graph} Graph */
/** @typedef {import("./graph.js").Relation} Relation */
/** @typedef {import("./texts.js").Texts} Texts */

/**
 * What is to be seen.
 * @typedef {object} Sight
 * @property {View} view
 * @property {Shown} shown
 * @property {Texts} texts
 * @property {Entity | null} entity the chosen one
 * @property {Relation | null} relation the chosen one
 * @property {Entity | null} target the entity to which a path is asked for
 * @property {Relation[] | null} path from the chosen entity to the target, where there is one
 * @property {{entities: Set<Entity>, relations: Set<Relation>} | null} near what stands out; `null` where all does
 */

/** How a change is kept in the browser's history: as a step to go back to, in place of the present one, or not yet. */
/** @typedef {"step" | "replace" | "later"} Remembering */

export class Store {
  /**
   * @param {Graph} graph
   * @param {string} hash
   */
  constructor(graph, hash) {
    /** @readonly */
    this.graph = graph;
    /** @type {((sight: Sight, before: Sight | null) => void)[]} */
    this.watchers = [];
    this.sight = this.seen(viewIn(hash));
  }

  /**
   * Calls a function now and whenever something has changed.
   * @param {(sight: Sight, before: Sight | null) => void} watcher told what is seen, and what was before
   */
  watch(watcher) {
    this.watchers.push(watcher);
    watcher(this.sight, null);
  }

  /**
   * @param {(view: View) => void} edit changes a copy
   * @param {Remembering} [remembering]
   */
  change(edit, remembering = "step") {
    const {question} = this.sight.view;
    const view = {...this.sight.view, question: {...question}};
    edit(view);
    this.show(view);
    if (remembering !== "later") this.remember(remembering);
  }

  /**
   * Chooses an entity or a relation, or nothing.
   * @param {string | null} id
   */
  select(id) {
    this.change((view) => Object.assign(view, {select: id, path: null, tab: null}));
  }

  /**
   * Shows what an address says.
   * @param {string} hash
   */
  goTo(hash) {
    this.show(viewIn(hash));
  }

  /** @param {Remembering} remembering */
  remember(remembering) {
    const hash = hashOf(this.sight.view);
    if (hash === location.hash.slice(1)) return;
    const address = `${location.pathname}${location.search}${hash ? `#${hash}` : ""}`;
    try {
      if (remembering === "step") history.pushState(null, "", address);
      else history.replaceState(null, "", address);
    } catch {
      // A frame without an origin, or a browser that takes a page's steps for too many: the page works without them.
    }
  }

  /** @param {View} view */
  show(view) {
    const before = this.sight;
    this.sight = this.seen(view);
    for (const watcher of this.watchers) watcher(this.sight, before);
  }

  /**
   * @param {View} view
   * @returns {Sight}
   */
  seen(view) {
    const found = shown(this.graph, view.question);
    const isShown = (/** @type {Relation} */ relation) => found.relations[relation.index] !== "no";
    const entity = this.graph.entityOf.get(view.select ?? "") ?? null;
    const relation = this.graph.relationOf.get(view.select ?? "") ?? null;
    const target = entity ? this.graph.entityOf.get(view.path ?? "") ?? null : null;
    const path = entity && target ? shortestPath(entity, target, isShown) : null;
    return {
      view, shown: found, entity, relation, target, path,
      texts: languages.find(({code}) => code === view.language) ?? textsFor(navigator.languages ?? []),
      near: near(entity, relation, target, path, view.hops, isShown),
    };
  }
}

/**
 * @param {Entity | null} entity
 * @param {Relation | null} relation
 * @param {Entity | null} target
 * @param {Relation[] | null} path
 * @param {number} hops
 * @param {(relation: Relation) => boolean} isShown
 */
function near(entity, relation, target, path, hops, isShown) {
  if (relation) return {entities: new Set([relation.subject, relation.object]), relations: new Set([relation])};
  if (!entity) return null;
  if (target) {
    const entities = (path ?? []).flatMap(({subject, object}) => [subject, object]);
    return {entities: new Set([entity, target, ...entities]), relations: new Set(path)};
  }
  return hops > 0 ? neighbourhood([entity], hops, isShown) : null;
}

/**
 * The years of a view in words.
 * @param {import("./years.js").Years} years
 * @param {Texts} texts
 */
export function yearsInWords({first, last}, texts) {
  if (first === last) return texts.yearName(first);
  if (first === -Infinity) return texts.until(texts.yearName(last));
  return last === Infinity ? texts.since(texts.yearName(first)) : texts.yearRange(texts.yearName(first), texts.yearName(last));
}
