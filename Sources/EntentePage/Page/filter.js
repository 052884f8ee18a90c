/** Which relations and entities are shown: exactly what the command's filter keeps of the same question. */

import {answer} from "./years.js";

/** @typedef {import("./graph.js").Graph} Graph */
/** @typedef {import("./graph.js").Relation} Relation */
/** @typedef {import("./years.js").Years} Years */
/** @typedef {import("./years.js").Answer} Answer */

/**
 * What is asked; a set is `null` where everything may pass.
 * @typedef {object} Question
 * @property {Years | null} years
 * @property {Set<string> | null} kinds names of kinds, of which both ends must be
 * @property {Set<string> | null} types
 * @property {Set<string> | null} statuses
 * @property {Set<string> | null} documents ids of documents, one of which must be cited
 * @property {boolean} onlySourced
 */

/**
 * What is shown.
 * @typedef {object} Shown
 * @property {Answer[]} relations by index
 * @property {Answer[]} entities by index: as certain as the surest relation that is shown of it
 * @property {number} certain how many relations
 * @property {number} possible how many relations
 */

/**
 * @param {Graph} graph
 * @param {Question} question
 * @returns {Shown}
 */
export function shown(graph, question) {
  const passes = passing(graph, question);
  const answers = relationAnswers(graph, question.years);
  /** @type {Shown} */
  const result = {
    relations: graph.relations.map((relation) => passes[relation.index] ? answers(relation) : "no"),
    entities: graph.entities.map(() => isEverything(question) ? "certain" : "no"), certain: 0, possible: 0,
  };
  for (const {index, subject, object} of graph.relations) {
    const found = result.relations[index];
    if (found === "no") continue;
    result[found]++;
    for (const end of [subject, object]) {
      if (result.entities[end.index] !== "certain") result.entities[end.index] = found;
    }
  }
  return result;
}

/**
 * How many relations are shown in each of several runs of years.
 * @param {Graph} graph
 * @param {Question} question its own years do not matter
 * @param {Years[]} runs
 * @returns {{certain: number, possible: number}[]}
 */
export function countsByYears(graph, question, runs) {
  const passes = passing(graph, question);
  const relations = graph.relations.filter((relation) => passes[relation.index]);
  return runs.map((years) => {
    const answers = relationAnswers(graph, years);
    const counts = {certain: 0, possible: 0, no: 0};
    for (const relation of relations) counts[answers(relation)]++;
    return counts;
  });
}

/**
 * Whether nothing is asked, so that entities without a relation are shown, too.
 * @param {Question} question
 */
export function isEverything(question) {
  return question.years === null && !hasConditions(question);
}

/**
 * Whether anything but years is asked.
 * @param {Question} question
 */
export function hasConditions({kinds, types, statuses, documents, onlySourced}) {
  return Boolean(kinds || types || statuses || documents || onlySourced);
}

/**
 * For each relation whether it passes all but the years.
 * @param {Graph} graph
 * @param {Question} question
 */
function passing(graph, {kinds, types, statuses, documents, onlySourced}) {
  return graph.relations.map((relation) =>
    (!types || types.has(relation.type.name))
    && (!statuses || statuses.has(relation.status))
    && (!kinds || kinds.has(relation.subject.kind.name) && kinds.has(relation.object.kind.name))
    && (!documents || relation.citations.some(({document}) => documents.has(document.id)))
    && (!onlySourced || relation.citations.length > 0));
}

/**
 * How each relation answers the years: a rule is asked once, however many relations share it.
 * @param {Graph} graph
 * @param {Years | null} years
 * @returns {(relation: Relation) => Answer}
 */
function relationAnswers(graph, years) {
  if (!years) return () => "certain";
  const answers = graph.rules.map((rule) => answer(rule, years));
  const exists = graph.entities.map(({exists}) => exists < 0 || answers[exists] !== "no");
  return ({rule, subject, object}) => exists[subject.index] && exists[object.index] ? answers[rule] : "no";
}
