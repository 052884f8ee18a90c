/** Dates in the words of languages other than English, whose words come with the data. */

/**
 * Where a date stands, for languages that bend it: alone, after "since" or "from", after "until" or "to".
 * @typedef {"alone" | "from" | "to"} Place
 */

/**
 * How a language says dates.
 * @typedef {object} DateTexts
 * @property {(year: number) => string} year
 * @property {(first: number, last: number) => string} years
 * @property {(first: number) => string} decade
 * @property {(number: number) => string} century
 * @property {(month: number, year: string, place: Place) => string} month
 * @property {(day: number, month: number, year: string) => string} day
 * @property {(date: string) => string} about
 * @property {(date: string) => string} doubtful
 * @property {(date: string) => string} since
 * @property {(date: string) => string} until
 * @property {(start: string, end: string) => string} fromTo
 * @property {(date: string) => string} endUnknown
 * @property {(date: string) => string} startUnknown
 * @property {(date: string) => string} orLater
 * @property {(date: string) => string} orEarlier
 * @property {(dates: string[], isOne: boolean) => string} list
 */

/** A year, a decade or a century, perhaps with a month and a day, perhaps about then. */
const DATE = /^(-?\d{4}|\d{3}X|\d\dXX|Y-?\d{5,15})(?:-(\d\d)(?:-(\d\d))?)?([?~%]?)$/;

/**
 * A date in words; the EDTF as it is where the language has no words for its form.
 * @param {string} text
 * @param {DateTexts} texts
 */
export function dateInWords(text, texts) {
  const set = /^[[{](.*)[\]}]$/.exec(text);
  const isOne = text.startsWith("[");
  return (set ? several(set[1], isOne, texts) : text.includes("/") ? interval(text, texts) : date(text, texts, "alone")) ?? text;
}

/**
 * @param {string} text
 * @param {DateTexts} texts
 * @param {Place} place
 */
function date(text, texts, place) {
  const parts = DATE.exec(text);
  const month = Number(parts?.[2] ?? 0);
  if (!parts || month > 12) return null;
  const [, year, , day, sign] = parts;
  const named = yearName(year, texts);
  const said = day ? texts.day(Number(day), month, named) : month ? texts.month(month, named, place) : named;
  const doubted = sign === "?" || sign === "%" ? texts.doubtful(said) : said;
  return sign === "~" || sign === "%" ? texts.about(doubted) : doubted;
}

/**
 * @param {string} text
 * @param {DateTexts} texts
 */
function yearName(text, texts) {
  if (text.endsWith("XX")) return texts.century(Number(text.slice(0, 2)) + 1);
  if (text.endsWith("X")) return texts.decade(Number(text.replace("X", "0")));
  return texts.year(Number(text.replace("Y", "")));
}

/**
 * @param {string} text
 * @param {DateTexts} texts
 */
function interval(text, texts) {
  const [first, last] = text.split("/");
  if (/^-?\d{4}$/.test(first) && /^-?\d{4}$/.test(last)) return texts.years(Number(first), Number(last));
  const [start, end] = [date(first, texts, "from"), date(last, texts, "to")];
  if (start && end) return texts.fromTo(start, end);
  if (start && last === "..") return texts.since(start);
  if (start && last === "") return texts.endUnknown(start);
  if (end && first === "..") return texts.until(end);
  return end && first === "" ? texts.startUnknown(end) : null;
}

/**
 * One or all of several dates.
 * @param {string} text
 * @param {boolean} isOne
 * @param {DateTexts} texts
 */
function several(text, isOne, texts) {
  const [open, said] = [text.replace("..", ""), date(text.replace("..", ""), texts, "alone")];
  if (said && open !== text) return text.startsWith("..") ? texts.orEarlier(said) : texts.orLater(said);
  const members = text.split(",").map((member) => date(member, texts, "alone"));
  return members.includes(null) ? null : texts.list(/** @type {string[]} */ (members), isOne);
}
