/** Selections of a neighbourhood that are small enough to be drawn, where the whole of it is not. */

import {shown} from "./filter.js";
import {neighbourhood} from "./paths.js";
import {oneYear} from "./years.js";

/** @typedef {import("./address.js").View} View */
/** @typedef {import("./graph.js").Entity} Entity */
/** @typedef {import("./graph.js").Graph} Graph */
/** @typedef {import("./texts.js").Texts} Texts */

/** How many relations can be drawn around one entity, and how many years and types are tried. */
export const [MOST_DRAWN, MOST_TRIED] = [60, 300];

/**
 * Up to three selections, each with the most relations that can be drawn: nearer ones, of one year, of one type.
 * @param {Graph} graph
 * @param {Entity} entity
 * @param {View} view
 * @param {Texts} texts
 * @returns {{label: string, edit: (view: View) => void}[]}
 */
export function fitting(graph, entity, view, texts) {
  const count = (/** @type {Partial<import("./filter.js").Question>} */ condition, hops = view.hops) => {
    const {relations} = shown(graph, {...view.question, ...condition});
    return neighbourhood([entity], hops === 2 ? 2 : 1, ({index}) => relations[index] !== "no").relations.size;
  };
  const years = [...new Set(entity.relations.flatMap(({years}) => years.slice(0, 4)))]
    .filter((year) => typeof year === "number" && Math.abs(year) < 2 ** 31 - 2).sort((a, b) => Number(a) - Number(b)).slice(0, MOST_TRIED);
  const types = [...new Set(entity.relations.map(({type}) => type.name))].slice(0, MOST_TRIED);
  const choices = [
    ...(view.hops === 2 ? [[{label: texts.oneHop, count: count({}, 1), edit: (/** @type {View} */ edited) => { edited.hops = /** @type {1} */ (1); }}]] : []),
    years.map((year) => ({
      label: texts.yearName(Number(year)), count: count({years: oneYear(Number(year))}),
      edit: (/** @type {View} */ edited) => { edited.question.years = oneYear(Number(year)); },
    })),
    types.map((type) => ({
      label: graph.types.find(({name}) => name === type)?.label ?? type, count: count({types: new Set([type])}),
      edit: (/** @type {View} */ edited) => { edited.question.types = new Set([type]); },
    })),
  ];
  return choices.flatMap((each) => {
    const best = each.filter(({count}) => count > 0 && count <= MOST_DRAWN).sort((a, b) => b.count - a.count)[0];
    return best ? [{label: `${best.label} (${best.count})`, edit: best.edit}] : [];
  });
}
