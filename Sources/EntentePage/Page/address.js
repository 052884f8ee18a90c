/** What is shown, as the part of the address behind the `#`, so that a view can be linked to and gone back to. */

/** @typedef {import("./filter.js").Question} Question */
/** @typedef {import("./years.js").Years} Years */

/**
 * What a reader has chosen.
 * @typedef {object} View
 * @property {Question} question
 * @property {string | null} select the id of an entity or a relation
 * @property {0 | 1 | 2} hops how many relations away from the chosen entity others stand out; 0 is any number
 * @property {string | null} path the id of the entity to which a path is shown
 * @property {string | null} language its code, where it is not the browser's
 * @property {Tab | null} tab `null` is the evidence of what is chosen, or else the table
 */

/** @typedef {"evidence" | "table" | "filter"} Tab */

/** The conditions that are lists, by their names in the address, which are those of the command's options. */
const LISTS = /** @type {const} */ ({kind: "kinds", type: "types", status: "statuses", document: "documents"});

/** @returns {View} */
export function emptyView() {
  return {
    question: {years: null, kinds: null, types: null, statuses: null, documents: null, onlySourced: false},
    select: null, hops: 1, path: null, language: null, tab: null,
  };
}

/**
 * @param {string} hash with or without its `#`
 * @returns {View} whatever means nothing is left out
 */
export function viewIn(hash) {
  const view = emptyView();
  for (const pair of hash.replace(/^#/, "").split("&")) {
    const [key, ...rest] = pair.split("=");
    const value = rest.join("=");
    if (key in LISTS) {
      const names = value.split(",").map(decoded).filter((name) => name !== "");
      if (names.length > 0) view.question[LISTS[/** @type {keyof LISTS} */ (key)]] = new Set(names);
    } else {
      read(key, decoded(value), view);
    }
  }
  const {years} = view.question;
  if (years && years.first > years.last) view.question.years = {first: years.last, last: years.first};
  return view;
}

/**
 * @param {string} key
 * @param {string} value
 * @param {View} view
 */
function read(key, value, view) {
  const year = yearIn(value);
  switch (key) {
    case "year": view.question.years = yearsIn(value) ?? view.question.years; break;
    case "from": if (year !== null) view.question.years = {first: year, last: view.question.years?.last ?? Infinity}; break;
    case "to": if (year !== null) view.question.years = {first: view.question.years?.first ?? -Infinity, last: year}; break;
    case "sourced": view.question.onlySourced = value === "1"; break;
    case "select": view.select = value || null; break;
    case "hops": view.hops = value === "0" ? 0 : value === "2" ? 2 : 1; break;
    case "path": view.path = value || null; break;
    case "lang": view.language = value || null; break;
    case "tab": if (value === "evidence" || value === "table" || value === "filter") view.tab = value; break;
  }
}

/**
 * @param {View} view
 * @returns {string} without the `#`; empty for everything
 */
export function hashOf(view) {
  const {years, onlySourced} = view.question;
  /** @type {string[]} */
  const pairs = [];
  const add = (/** @type {string} */ key, /** @type {string | number} */ value) => pairs.push(`${key}=${encodeURIComponent(value)}`);
  if (years && years.first === years.last) add("year", years.first);
  else if (years) {
    if (Number.isFinite(years.first)) add("from", years.first);
    if (Number.isFinite(years.last)) add("to", years.last);
  }
  for (const [key, name] of Object.entries(LISTS)) {
    const names = view.question[name];
    if (names) pairs.push(`${key}=${[...names].map(encodeURIComponent).join(",")}`);
  }
  if (onlySourced) add("sourced", 1);
  if (view.select !== null) add("select", view.select);
  if (view.hops !== 1) add("hops", view.hops);
  if (view.path !== null) add("path", view.path);
  if (view.tab !== null) add("tab", view.tab);
  if (view.language !== null) add("lang", view.language);
  return pairs.join("&");
}

/**
 * Years as a reader types them: `1956`, `-43`, `1945..1960`, `1945–1960`, `1945..`, `..1960`; `null` for anything else.
 * @param {string} text
 * @returns {Years | null}
 */
export function yearsIn(text) {
  const clean = text.trim().replace(/^[−–](?=\d)/, "-");
  const year = yearIn(clean);
  if (year !== null) return {first: year, last: year};
  const parts = /^(-?\d+)?\s*(?:\.\.+|…|–|—|\/|\bto\b|~)\s*([-−]?\d+)?$/.exec(clean);
  if (!parts || !parts[1] && !parts[2]) return null;
  const [first, last] = [parts[1], parts[2]].map((part) => part ? yearIn(part.replace("−", "-")) : undefined);
  if (first === null || last === null) return null;
  const years = {first: first ?? -Infinity, last: last ?? Infinity};
  return years.first <= years.last ? years : {first: years.last, last: years.first};
}

/**
 * A whole number of at most 15 digits, which a computer's number holds exactly.
 * @param {string} text
 */
function yearIn(text) {
  return /^[-+]?\d{1,15}$/.test(text) ? Number(text) + 0 : null;
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text.replaceAll("+", "%20"));
  } catch {
    return text;
  }
}
