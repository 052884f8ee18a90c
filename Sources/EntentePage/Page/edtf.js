/** Dates as they are written (EDTF, ISO 8601-2), taken apart so that they can be said in words. All are known to be right. */

/**
 * A single date: the years it can mean, and the months and days, a bit each.
 * @typedef {object} Point
 * @property {string} text as written, without its time
 * @property {bigint} first
 * @property {bigint} last
 * @property {number} mask digits of the year that may be any, bit 0 the last
 * @property {bigint | null} estimate what `S` bounds
 * @property {number} months bits 1 to 12
 * @property {number} season 21 to 41
 * @property {number} days bits 1 to 31
 * @property {boolean} isAbout
 * @property {boolean} isDoubtful
 * @property {boolean} isSigned
 */

/**
 * An end of an interval: a date, none (`..`), or one that is not known.
 * @typedef {Point | "open" | "unknown"} End
 */

/**
 * @typedef {{form: "single", point: Point, time: string | null}} Single
 * @typedef {{form: "interval", start: End, end: End}} Interval
 * @typedef {{form: "set", isOne: boolean, members: (Point | {start: End, end: End})[]}} DateSet
 * @typedef {Single | Interval | DateSet} ParsedDate
 */

/**
 * @param {string} text
 * @returns {ParsedDate}
 */
export function parseDate(text) {
  if (text.startsWith("[") || text.startsWith("{")) {
    return {form: "set", isOne: text.startsWith("["), members: text.slice(1, -1).split(",").map(member)};
  }
  if (text.includes("/")) {
    const [start, end] = text.split("/");
    return {form: "interval", start: intervalEnd(start), end: intervalEnd(end)};
  }
  const [date, time] = text.split("T");
  return {form: "single", point: point(date), time: time ?? null};
}

/** @param {string} text @returns {End} */
function intervalEnd(text) {
  if (text === "") return "unknown";
  return text === ".." ? "open" : point(text);
}

/** @param {string} text */
function member(text) {
  const dots = text.indexOf("..");
  if (dots < 0) return point(text);
  const [start, end] = [text.slice(0, dots), text.slice(dots + 2)];
  return {start: start ? point(start) : /** @type {const} */ ("open"), end: end ? point(end) : /** @type {const} */ ("open")};
}

const DATE = /^([?~%]?)(Y-?\d+(?:E\d+)?|-?[\dX]{4})(?:S(\d+))?([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?))?)?$/;

/** @param {string} text @returns {Point} */
function point(text) {
  const parts = DATE.exec(text);
  if (!parts) throw new Error(`no date: ${text}`);
  const [, signBefore, year, significant, ...rest] = parts;
  const signs = [signBefore, rest[0], rest[1], rest[3], rest[4], rest[6]].join("");
  const month = rest[2] ?? "";
  const isSeason = /^\d\d$/.test(month) && Number(month) > 12;
  return {
    text, ...years(year, significant),
    months: month && !isSeason ? numbers(month, 12) : 0,
    season: isSeason ? Number(month) : 0,
    days: rest[5] ? numbers(rest[5], 31) : 0,
    isAbout: /[~%]/.test(signs) || significant !== undefined,
    isDoubtful: /[?%]/.test(signs),
    isSigned: signs !== "",
  };
}

/**
 * @param {string} text
 * @param {string | undefined} significant
 */
function years(text, significant) {
  if (significant !== undefined) return significantYears(wholeYear(text), Number(significant));
  if (text.startsWith("Y")) return {first: wholeYear(text), last: wholeYear(text), mask: 0, estimate: null};
  const isNegative = text.startsWith("-");
  const digits = text.replace("-", "");
  const [least, most] = [BigInt(digits.replaceAll("X", "0")), BigInt(digits.replaceAll("X", "9"))];
  const mask = [...digits].reduce((bits, digit) => bits * 2 + (digit === "X" ? 1 : 0), 0);
  // `-0000` is no year, so `-000X` ends with -1.
  const nearest = isNegative && least === 0n && mask ? -1n : isNegative ? -least : least;
  return {first: isNegative ? -most : least, last: isNegative ? nearest : most, mask, estimate: null};
}

/** @param {string} text */
function wholeYear(text) {
  const [digits, exponent] = text.replace("Y", "").split("E");
  return BigInt(digits) * 10n ** BigInt(exponent && digits !== "0" ? exponent : 0);
}

/**
 * The years that share the first digits of one.
 * @param {bigint} year
 * @param {number} digits
 */
function significantYears(year, digits) {
  const size = year < 0n ? -year : year;
  const written = size.toString().length;
  const scale = 10n ** BigInt(written - Math.max(1, Math.min(written, digits)));
  const nearest = size / scale * scale;
  const farthest = nearest + scale - 1n;
  return year < 0n
    ? {first: -farthest, last: -nearest, mask: 0, estimate: year}
    : {first: nearest, last: farthest, mask: 0, estimate: year};
}

/**
 * The numbers from 1 to `last` that two digits can mean, a bit each.
 * @param {string} pair
 * @param {number} last
 */
function numbers(pair, last) {
  const pattern = new RegExp(`^${pair.replaceAll("X", "\\d")}$`);
  let bits = 0;
  for (let number = 1; number <= last; number++) {
    if (pattern.test(String(number).padStart(2, "0"))) bits |= 1 << number;
  }
  return bits >>> 0;
}

/**
 * The numbers of the bits that are set.
 * @param {number} bits
 */
export function numbersOf(bits) {
  return Array.from({length: 32}, (_, number) => number).filter((number) => (bits >>> number) & 1);
}
