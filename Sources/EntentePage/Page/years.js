/** What a date says of years: the same answers as the command's own filter gives. */

/** @typedef {"no" | "possible" | "certain"} Answer */

/**
 * The years asked about, both included; without a limit they are infinite.
 * @typedef {{first: number, last: number}} Years
 */

/**
 * Four years: it may hold from the first to the fourth, and certainly does from the second to the third. Where there are
 * gaps between them, the years that some reading allows follow, each run by its first and last.
 * @typedef {[number, number, number, number, number[]?]} Bounds
 */

/**
 * What decides: four years within 32 bits, and what those are too coarse for.
 * @typedef {[number, number, number, number, Exact?]} Rule
 * @typedef {{span: Bounds} | {one: Bounds[]} | {all: Bounds[]}} Exact
 */

/** What has no limit, and the farthest years that have one. */
const [NEVER, EVER] = [-2147483648, 2147483647];

/**
 * One year.
 * @param {number} year
 * @returns {Years}
 */
export function oneYear(year) {
  return {first: year, last: year};
}

/**
 * Whether it held in some of the years.
 * @param {Rule} rule
 * @param {Years} years
 * @returns {Answer}
 */
export function answer(rule, years) {
  const exact = rule[4];
  if (!exact) return fourYears(rule, withinBits(years.first, NEVER), withinBits(years.last, EVER));
  if ("span" in exact) return bounds(exact.span, years);
  if ("one" in exact) return oneOf(exact.one.map((member) => bounds(member, years)));
  return allOf(exact.all.map((member) => bounds(member, years)));
}

/**
 * A year that 32 bits do not hold counts as the farthest that they do, which is not the same as no limit.
 * @param {number} year
 * @param {number} limit
 */
function withinBits(year, limit) {
  return Number.isFinite(year) ? Math.min(Math.max(year, NEVER + 2), EVER - 2) : limit;
}

/**
 * @param {readonly (number | unknown)[]} years
 * @param {number} first
 * @param {number} last
 * @returns {Answer}
 */
function fourYears(years, first, last) {
  const [possibleFrom, certainFrom, certainTo, possibleTo] = /** @type {number[]} */ (years);
  if (possibleFrom > last || possibleTo < first) return "no";
  return certainFrom <= last && certainTo >= first ? "certain" : "possible";
}

/**
 * @param {Bounds} member
 * @param {Years} years
 * @returns {Answer}
 */
function bounds(member, {first, last}) {
  const found = fourYears(member, first, last);
  const runs = member[4];
  if (found !== "possible" || !runs || first === -Infinity) return found;
  for (let index = 0; index < runs.length; index += 2) {
    if (runs[index] <= last && runs[index + 1] >= first) return "possible";
  }
  return "no";
}

/**
 * Of several, one: certain only if every one is.
 * @param {Answer[]} answers
 * @returns {Answer}
 */
function oneOf(answers) {
  return answers.every((each) => each === answers[0]) ? answers[0] ?? "no" : "possible";
}

/**
 * All of several: as certain as the best.
 * @param {Answer[]} answers
 * @returns {Answer}
 */
function allOf(answers) {
  if (answers.includes("certain")) return "certain";
  return answers.includes("possible") ? "possible" : "no";
}

/**
 * The first and last year that rules name, without those that have no limit; `null` where none does.
 * @param {Rule[]} rules
 * @returns {Years | null}
 */
export function span(rules) {
  let [first, last] = [Infinity, -Infinity];
  for (const rule of rules) {
    for (const year of rule.slice(0, 4)) {
      if (typeof year !== "number" || year <= NEVER + 1 || year >= EVER - 1) continue;
      first = Math.min(first, year);
      last = Math.max(last, year);
    }
  }
  return first <= last ? {first, last} : null;
}
