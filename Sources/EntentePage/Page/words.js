/** Dates in the words of languages other than English, whose words come with the data. */

/**
 * How a language says dates. `isBent` is how a date is said after "about", "since" or "until", for languages that bend it.
 * @typedef {object} DateTexts
 * @property {(year: number) => string} year
 * @property {(first: number, last: number) => string} years
 * @property {(first: number, isBent: boolean) => string} decade
 * @property {(number: number, era: -1 | 0 | 1, isBent: boolean) => string} century before our era, late, or early in it
 * @property {(month: number, isBent: boolean) => string} month
 * @property {(part: string, year: string) => string} ofYear
 * @property {(days: string, month: number, year: string) => string} day
 * @property {(days: string, year: string) => string} dayOfUnknownMonth
 * @property {(season: number, year: string, isBent: boolean) => string} season from spring, 0, to winter, 3
 * @property {(date: string, isNorthern: boolean) => string} hemisphere
 * @property {(number: number, shares: number, year: string, isBent: boolean) => string} share of a year: a quarter, a third, a half
 * @property {(date: string, clock: string) => string} time
 * @property {(date: string, lacksMonth: boolean, lacksDay: boolean) => string} unknown
 * @property {string} yearUnknown
 * @property {(digits: string) => string} maskedYear
 * @property {(date: string) => string} about
 * @property {(date: string) => string} doubtful
 * @property {(date: string) => string} since
 * @property {(date: string) => string} until
 * @property {(start: string, end: string) => string} fromTo
 * @property {(date: string) => string} endUnknown
 * @property {(date: string) => string} startUnknown
 * @property {Record<string, string>} open what an interval without a date is, by its EDTF
 * @property {(date: string, isOne: boolean) => string} orLater
 * @property {(date: string, isOne: boolean) => string} orEarlier
 * @property {(dates: string[], isOne: boolean) => string} list
 */

/**
 * A date in words; the EDTF as it is where the language has no words for it, as for years with gaps between them.
 * @param {string} text
 * @param {DateTexts} texts
 */
export function dateInWords(text, texts) {
  const set = /^[[{](.*)[\]}]$/.exec(text);
  const isOne = text.startsWith("[");
  return (set ? several(set[1], isOne, texts) : text.includes("/") ? interval(text, texts) : date(text, texts, false)) ?? text;
}

// MARK: Intervals and sets

/**
 * @param {string} text
 * @param {DateTexts} texts
 */
function interval(text, texts) {
  const [first, last] = text.split("/");
  if (texts.open[text]) return texts.open[text];
  if (isYear(first) && isYear(last)) return texts.years(Number(first), Number(last));
  const [start, end] = [date(first, texts, true), date(last, texts, true)];
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
  const members = text.split(",").map((member) => {
    const [first, last] = member.split("..");
    if (last === undefined) return date(member, texts, false);
    if (first && last) return interval(`${first}/${last}`, texts);
    const said = date(first || last, texts, false);
    return said && (first ? texts.orLater(said, isOne) : texts.orEarlier(said, isOne));
  });
  if (members.includes(null)) return null;
  return members.length === 1 ? members[0] : texts.list(/** @type {string[]} */ (members), isOne);
}

// MARK: A date

/** A year, its month or season, its day, its time; `X` stands for any digit. */
const DATE = /^(Y-?\d+(?:E\d+)?|-?[\dX]{4})(?:S(\d+))?(?:-([\dX]{2}))?(?:-([\dX]{2}))?(?:T(.*))?$/;

/**
 * @param {string} text
 * @param {DateTexts} texts
 * @param {boolean} isBent
 */
function date(text, texts, isBent) {
  const parts = DATE.exec(text.replace(/[?~%]/g, ""));
  if (!parts) return null;
  const [, year, digits, month, day, time] = parts;
  const isAbout = /[~%]/.test(text) || digits !== undefined;
  const said = digits ? estimate(numbered(year), Number(digits), texts) : plain(year, month, day, texts, isBent || isAbout);
  if (said === null) return null;
  const timed = time ? texts.time(said, time.replace(/^(.{8})(Z|([-+].*))$/, "$1 UTC$3")) : said;
  const about = isAbout ? texts.about(timed) : timed;
  return /[?%]/.test(text) ? texts.doubtful(about) : about;
}

/**
 * @param {string} year
 * @param {string | undefined} month
 * @param {string | undefined} day
 * @param {DateTexts} texts
 * @param {boolean} isBent
 */
function plain(year, month, day, texts, isBent) {
  const named = yearName(year, texts, isBent || month !== undefined) ?? (month ? texts.maskedYear(year) : null);
  if (named === null || !month) return named;
  if (Number(month) > 12) return season(Number(month), year, named, texts, isBent);
  const [lacksMonth, lacksDay] = [month === "XX", day === "XX"];
  if (lacksMonth && day && !lacksDay) return texts.dayOfUnknownMonth(dayNumbers(day), named);
  if (lacksMonth) return texts.unknown(named, true, lacksDay);
  const months = numbers(month, 1, 12);
  if (day && !lacksDay && months.length === 1) return texts.day(dayNumbers(day), months[0], named);
  const names = months.map((each) => texts.month(each, isBent));
  const said = texts.ofYear(names.length > 2 ? `${names[0]}–${names[names.length - 1]}` : names.join("/"), named);
  return lacksDay ? texts.unknown(said, false, true) : said;
}

/**
 * @param {string} day
 */
function dayNumbers(day) {
  const days = numbers(day, 1, 31);
  const isRun = days.length > 2 && days[days.length - 1] - days[0] === days.length - 1;
  return isRun ? `${days[0]}–${days[days.length - 1]}` : days.join("/");
}

/**
 * The numbers that two digits can be.
 * @param {string} pattern
 * @param {number} first
 * @param {number} last
 */
function numbers(pattern, first, last) {
  const all = Array.from({length: last - first + 1}, (_, index) => first + index);
  return all.filter((number) => [...String(number).padStart(2, "0")].every((digit, index) => pattern[index] === "X" || pattern[index] === digit));
}

/**
 * @param {number} number that of EDTF
 * @param {string} year
 * @param {string} named the year in words
 * @param {DateTexts} texts
 * @param {boolean} isBent
 */
function season(number, year, named, texts, isBent) {
  if (number > 39) return texts.share(number - 39, 2, named, isBent);
  if (number > 36) return texts.share(number - 36, 3, named, isBent);
  if (number > 32) return texts.share(number - 32, 4, named, isBent);
  // A winter is known by both its years.
  const reachesOver = [24, 28, 30].includes(number) && isYear(year) && Number(year) > 0;
  const said = texts.season((number - 21) % 4, reachesOver ? texts.years(Number(year), Number(year) + 1) : named, isBent);
  return number <= 24 ? said : texts.hemisphere(said, number <= 28);
}

// MARK: Years

/**
 * `null` for years with gaps between them, and those that a number does not hold.
 * @param {string} text
 * @param {DateTexts} texts
 * @param {boolean} isBent
 */
function yearName(text, texts, isBent) {
  if (!text.includes("X")) return Number.isSafeInteger(numbered(text)) ? texts.year(numbered(text)) : null;
  if (/^-?XXXX$/.test(text)) return texts.yearUnknown;
  const masked = /^-?\d*(X+)$/.exec(text)?.[1].length;
  if (!masked) return null;
  const ends = [numbered(text.replaceAll("X", "0")), numbered(text.replaceAll("X", "9"))];
  const [first, last] = ends.sort((a, b) => a - b);
  if (masked === 2) return first < 0 ? texts.century(Math.floor(-first / 100) + 1, -1, isBent) : texts.century(first / 100 + 1, first < 1000 ? 1 : 0, isBent);
  // "1900s" may be ten years or a hundred.
  return masked === 1 && first >= 1000 && first % 100 !== 0 ? texts.decade(first, isBent) : texts.years(first, last);
}

/**
 * A year of which only so many digits are known.
 * @param {number} year
 * @param {number} digits
 * @param {DateTexts} texts
 */
function estimate(year, digits, texts) {
  const width = 10 ** Math.max(String(Math.abs(year)).length - digits, 0);
  const near = Math.floor(Math.abs(year) / width) * width;
  const [first, last] = year < 0 ? [-near - width + 1, -near] : [near, near + width - 1];
  return Number.isSafeInteger(year) ? `${texts.year(year)} (${texts.years(first, last)})` : null;
}

/** @param {string} year */
function numbered(year) {
  return Number(year.replace("Y", "")) + 0;
}

/** @param {string} text */
function isYear(text) {
  return /^-?\d{4}$/.test(text);
}
