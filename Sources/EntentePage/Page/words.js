/** Dates in a reader's words, in the reader's language: "since about 1945", "27 Jan 1960", "1930s". */

import {numbersOf, parseDate} from "./edtf.js";

/** @typedef {import("./edtf.js").Point} Point */
/** @typedef {import("./edtf.js").End} End */
/** @typedef {import("./texts.js").DateTexts} DateTexts */

/**
 * Where a date stands, for languages that bend it: alone, after "since" or "from", after "until" or "to".
 * @typedef {"alone" | "from" | "to"} Place
 */

/**
 * A date in words.
 * @param {string} text the EDTF
 * @param {DateTexts} texts
 * @returns {string}
 */
export function dateInWords(text, texts) {
  const date = parseDate(text);
  switch (date.form) {
    case "single":
      return words(date.point, texts, "alone") + (date.time ? texts.atTime(clock(date.time)) : "");
    case "interval":
      return interval(date.start, date.end, texts);
    case "set": {
      const members = date.members.map((member) => {
        return "start" in member ? range(member.start, member.end, date.isOne, texts) : words(member, texts, "alone");
      });
      return texts.list(members, date.isOne);
    }
  }
}

/** @param {string} time */
function clock(time) {
  const [hours, offset] = [time.slice(0, 8), time.slice(8)];
  return offset === "" ? hours : offset === "Z" ? `${hours} UTC` : `${hours} UTC${offset}`;
}

/**
 * @param {End} start
 * @param {End} end
 * @param {DateTexts} texts
 */
function interval(start, end, texts) {
  if (typeof start === "object" && typeof end === "object") return fromTo(start, end, texts);
  if (typeof start === "object") {
    const said = words(start, texts, "from");
    return end === "open" ? texts.since(said) : texts.fromEndUnknown(said);
  }
  if (typeof end === "object") {
    const said = words(end, texts, "to");
    return start === "open" ? texts.until(said) : texts.untilStartUnknown(said);
  }
  if (start === "open") return end === "open" ? texts.always : texts.untilUnknown;
  return end === "open" ? texts.sinceUnknown : texts.bothUnknown;
}

/**
 * @param {Point} start
 * @param {Point} end
 * @param {DateTexts} texts
 */
function fromTo(start, end, texts) {
  if (isPlainYear(start) && isPlainYear(end)) return yearRange(start.first, end.first, texts);
  return texts.fromTo(words(start, texts, "from"), words(end, texts, "to"));
}

/**
 * Several dates of a set, from one to another.
 * @param {End} start
 * @param {End} end
 * @param {boolean} isOne
 * @param {DateTexts} texts
 */
function range(start, end, isOne, texts) {
  if (typeof start === "object" && typeof end === "object") return fromTo(start, end, texts);
  if (typeof start === "object") return texts.orLater(words(start, texts, "alone"), isOne);
  return typeof end === "object" ? texts.orEarlier(words(end, texts, "alone"), isOne) : "";
}

/**
 * @param {Point} point
 * @param {DateTexts} texts
 * @param {Place} place
 */
function words(point, texts, place) {
  const plain = plainWords(point, texts, place);
  const doubted = point.isDoubtful ? texts.doubtful(plain) : plain;
  return point.isAbout ? texts.about(doubted) : doubted;
}

/**
 * @param {Point} point
 * @param {DateTexts} texts
 * @param {Place} place
 */
function plainWords(point, texts, place) {
  if (point.estimate !== null) {
    return texts.estimate(texts.year(point.estimate), yearRange(point.first, point.last, texts));
  }
  const isYearAlone = point.months === 0 && point.season === 0;
  const year = years(point, texts) ?? (isYearAlone ? point.text : point.text.slice(0, 4));
  if (point.season !== 0) return season(point, year, texts);
  if (isYearAlone) return year;
  const [months, days] = [numbersOf(point.months), numbersOf(point.days)];
  const isMonthUnknown = months.length === 12;
  const isDayUnknown = days.length === 31;
  if (days.length === 0) {
    return isMonthUnknown ? texts.monthUnknown(year) : texts.month(monthList(months, texts, place), year, place);
  }
  if (isMonthUnknown) {
    return isDayUnknown ? texts.monthAndDayUnknown(year) : texts.dayOfUnknownMonth(dayList(days, texts), year);
  }
  const named = monthList(months, texts, isDayUnknown ? place : "from");
  return isDayUnknown ? texts.dayUnknown(named, year) : texts.day(dayList(days, texts), named, year);
}

/**
 * The years as one expression; `null` for years with gaps between, which are best said as written.
 * @param {Point} point
 * @param {DateTexts} texts
 */
function years(point, texts) {
  const {first, last, mask} = point;
  if ((mask & (mask + 1)) !== 0) return null;
  if (mask === 15) return texts.yearUnknown;
  // "1900s" may be ten years or a hundred.
  if (mask === 1 && first >= 1000n && first % 100n !== 0n) return texts.decade(first);
  return yearRange(first, last, texts);
}

/**
 * @param {bigint} first
 * @param {bigint} last
 * @param {DateTexts} texts
 */
function yearRange(first, last, texts) {
  return first === last ? texts.year(first) : texts.years(first, last);
}

/**
 * Seasons, quarters, thirds and halves of a year.
 * @param {Point} point
 * @param {string} year
 * @param {DateTexts} texts
 */
function season(point, year, texts) {
  const number = point.season;
  if (number > 39) return texts.partOfYear("half", number - 39, year);
  if (number > 36) return texts.partOfYear("third", number - 36, year);
  if (number > 32) return texts.partOfYear("quarter", number - 32, year);
  const hemisphere = number <= 24 ? null : number <= 28 ? "northern" : "southern";
  // A winter is known by both its years.
  const reachesOver = [24, 28, 30].includes(number) && point.first === point.last && point.first > 0n;
  const next = reachesOver ? `/${String((point.first + 1n) % 100n).padStart(2, "0")}` : "";
  return texts.season((number - 21) % 4, year, next, hemisphere);
}

/**
 * @param {number[]} months
 * @param {DateTexts} texts
 * @param {Place} place
 */
function monthList(months, texts, place) {
  return listed(months, (month) => texts.monthName(month, place), texts);
}

/**
 * @param {number[]} days
 * @param {DateTexts} texts
 */
function dayList(days, texts) {
  return listed(days, String, texts);
}

/**
 * Numbers in a row as "20–29", others as "8, 18 or 28".
 * @param {number[]} numbers
 * @param {(number: number) => string} name
 * @param {DateTexts} texts
 */
function listed(numbers, name, texts) {
  const [first, last] = [numbers[0], numbers[numbers.length - 1]];
  if (numbers.length > 2 && last - first === numbers.length - 1) return `${name(first)}–${name(last)}`;
  return texts.list(numbers.map(name), true);
}

/** @param {Point} point */
function isPlainYear(point) {
  return point.months === 0 && point.season === 0 && !point.isSigned && point.estimate === null
    && point.first === point.last;
}
