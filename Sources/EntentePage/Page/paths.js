/** Who is joined to whom, over the relations that are shown. */

import {otherEnd} from "./graph.js";

/** @typedef {import("./graph.js").Entity} Entity */
/** @typedef {import("./graph.js").Relation} Relation */

/**
 * The entities and relations within so many relations of some entities.
 * @param {Entity[]} starts
 * @param {number} hops
 * @param {(relation: Relation) => boolean} isShown
 */
export function neighbourhood(starts, hops, isShown) {
  const entities = new Set(starts);
  /** @type {Set<Relation>} */
  const relations = new Set();
  let edge = starts;
  for (let hop = 0; hop < hops; hop++) {
    /** @type {Entity[]} */
    const next = [];
    for (const entity of edge) {
      for (const relation of entity.relations) {
        if (!isShown(relation)) continue;
        relations.add(relation);
        const other = otherEnd(relation, entity);
        if (!entities.has(other)) next.push(other);
        entities.add(other);
      }
    }
    edge = next;
  }
  return {entities, relations};
}

/**
 * A shortest path, as the relations that lead from one to the other; `null` where none does.
 * @param {Entity} from
 * @param {Entity} to
 * @param {(relation: Relation) => boolean} isShown
 * @returns {Relation[] | null}
 */
export function shortestPath(from, to, isShown) {
  /** @type {Map<Entity, Relation | null>} */
  const reachedBy = new Map([[from, null]]);
  let edge = [from];
  while (edge.length > 0 && !reachedBy.has(to)) {
    /** @type {Entity[]} */
    const next = [];
    for (const entity of edge) {
      for (const relation of entity.relations) {
        const other = otherEnd(relation, entity);
        if (!isShown(relation) || reachedBy.has(other)) continue;
        reachedBy.set(other, relation);
        next.push(other);
      }
    }
    edge = next;
  }
  if (!reachedBy.has(to)) return null;
  /** @type {Relation[]} */
  const path = [];
  let entity = to;
  for (let step = reachedBy.get(to); step; step = reachedBy.get(entity)) {
    path.unshift(step);
    entity = otherEnd(step, entity);
  }
  return path;
}
