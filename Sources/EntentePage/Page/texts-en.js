/** What the page says in English. A translation is this file once more; the compiler finds what one lacks. */

/** @typedef {import("./words.js").Place} Place */

/** @param {number} count @param {string} one @param {string} many */
function counted(count, one, many) {
  return `${count} ${count === 1 ? one : many}`;
}

/** @param {number} number */
function ordinal(number) {
  return ["first", "second", "third", "fourth"][number - 1];
}

/** @param {bigint} year */
function year(year) {
  if (year < 1n) return `${1n - year} BC`;
  return year < 1000n ? `AD ${year}` : `${year}`;
}

export const english = {
  code: "en",
  name: "English",

  // The year
  anyYear: "Any year",
  year: "Year",
  yearHint: "A year such as 1956, -43 for 44 BC, or 1945..1960; empty for any year",
  range: "Range",
  firstYear: "First year",
  lastYear: "Last year",
  play: "Play the years",
  pause: "Pause",
  timeline: "Years",
  certain: "certain",
  possible: "possible",
  absent: "not then",
  noSuchYear: /** @param {string} text */ (text) => `“${text}” is no year. Write 1956, -43, or 1945..1960.`,
  undated: "No relation has a date, so there are no years to choose from.",
  /** @param {string | null} years @param {number} count @param {number} possible @param {number} total */
  counts: (years, count, possible, total) => {
    const relations = counted(count, "relation", "relations");
    const doubt = possible === 0 ? "" : `, ${possible} possible`;
    if (years === null) return count === total ? relations : `${count} of ${counted(total, "relation", "relations")}`;
    return `${years}: ${relations}${doubt}`;
  },
  /** @param {string} first @param {string} last */
  yearRange: (first, last) => `${first} to ${last}`,

  // Search, paths and neighbours
  search: "Search",
  searchHint: "Search names",
  found: /** @param {number} count */ (count) => counted(count, "name found", "names found"),
  nothingFound: "No name is like that.",
  alsoCalled: "also called",
  neighbours: "Show",
  oneHop: "neighbours",
  twoHops: "and theirs",
  wholePicture: "everything",
  pathTo: "Find a path to …",
  /** @param {string} from @param {string} to */
  path: (from, to) => `From ${from} to ${to}`,
  /** @param {string} from @param {string} to */
  noPath: (from, to) => `Nothing that is shown joins ${from} and ${to}. Another year or fewer filters may.`,
  endPath: "Leave the path",
  /** @param {number} count */
  steps: (count) => counted(count, "step", "steps"),

  // Evidence
  evidence: "Evidence",
  evidenceHint: "Choose a name or a line in the picture, or a row of the table, to read where it is written.",
  close: "Close",
  when: "When",
  status: "Status",
  accordingTo: "according to",
  note: "Note",
  kind: "Kind",
  exists: "Existence",
  attributes: "Further",
  written: "Where it is written",
  notWritten: "No document is given for this.",
  paragraph: /** @param {number} number */ (number) => `paragraph ${number}`,
  page: /** @param {string} pages */ (pages) => `p. ${pages}`,
  verified: "quote found in the text",
  notVerified: "quote not looked up: the text was not at hand",
  relationsOf: "Its relations",
  noDate: "no date: possible in every year",
  holdsAlways: "always",
  notInYear: /** @param {string} years */ (years) => `Not shown: it did not hold in ${years}.`,
  filteredOut: "Not shown: the filters leave it out.",
  contradictions: "Beside it",
  rivals: /** @param {string} name */ (name) => `Who is said to have ${name}`,
  takenBack: "Said, and taken back",
  differently: "The same, said differently",
  thisOne: "this one",

  // The table and filters
  table: "Table",
  filter: "Filter",
  who: "Who",
  what: "What",
  whom: "Whom",
  copy: "Copy the table",
  copied: "The table is copied.",
  notCopied: "This browser does not let the page copy; the rows are selected, copy them yourself.",
  sortBy: /** @param {string} column */ (column) => `Sort by ${column}`,
  noRows: "No relation is shown. Choose another year, or fewer filters.",
  kinds: "Kinds",
  kindsHint: "a line stays when both its ends do",
  types: "Relation types",
  statuses: "Statuses",
  documents: "Documents",
  onlySourced: "Only with a source",
  showAll: "Show all",
  filtered: /** @param {number} count */ (count) => counted(count, "filter", "filters"),

  // The picture
  picture: "Picture",
  pictureHint: "Arrow keys go from name to name and line to line, Enter opens the evidence, plus and minus zoom, 0 fits.",
  zoomIn: "Closer",
  zoomOut: "Farther",
  fit: "Fit",
  download: "Download",
  embedded: "Open the whole page",
  language: "Language",
  tooMany: /** @param {number} count */ (count) =>
    `${count} entities and relations are too many for one picture. Search for a name: what joins it to others is drawn.`,
  tooManyNeighbours: /** @param {string} name @param {number} count @param {number} most */ (name, count, most) =>
    `${name} has ${count} relations here, more than the ${most} that can be drawn. A single year or a filter leaves fewer; the table has all.`,
  more: /** @param {number} count */ (count) => `and ${count} more`,
  nothingToDraw: "There is nothing in this graph yet.",
  unknown: /** @param {string} what */ (what) => `The address names “${what}”, which is not in this graph.`,

  kindNames: /** @type {Record<string, string>} */ ({}),
  statusNames: /** @type {Record<string, string>} */ ({}),

  dates: {
    year,
    /** @param {bigint} first @param {bigint} last */
    years: (first, last) => {
      if (last < 1n) return `${1n - first}–${year(last)}`;
      return first >= 1n && last < 1000n ? `${year(first)}–${last}` : `${year(first)}–${year(last)}`;
    },
    decade: /** @param {bigint} first */ (first) => `${first}s`,
    yearUnknown: "year unknown",
    /** @param {string} year @param {string} years */
    estimate: (year, years) => `${year} (${years})`,
    about: /** @param {string} date */ (date) => `about ${date}`,
    doubtful: /** @param {string} date */ (date) => `${date}?`,
    monthName: /** @type {(month: number, place: Place) => string} */ (month) =>
      ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][month - 1],
    month: /** @type {(month: string, year: string, place: Place) => string} */ (month, year) => `${month} ${year}`,
    /** @param {string} day @param {string} month @param {string} year */
    day: (day, month, year) => `${day} ${month} ${year}`,
    monthUnknown: /** @param {string} year */ (year) => `${year}, month unknown`,
    monthAndDayUnknown: /** @param {string} year */ (year) => `${year}, month and day unknown`,
    /** @param {string} day @param {string} year */
    dayOfUnknownMonth: (day, year) => `${day} of an unknown month, ${year}`,
    /** @param {string} month @param {string} year */
    dayUnknown: (month, year) => `${month} ${year}, day unknown`,
    /** @param {number} season @param {string} year @param {string} next @param {"northern" | "southern" | null} hemisphere */
    season: (season, year, next, hemisphere) =>
      `${["spring", "summer", "autumn", "winter"][season]} ${year}${next}${hemisphere ? `, ${hemisphere}` : ""}`,
    /** @param {"quarter" | "third" | "half"} part @param {number} number @param {string} year */
    partOfYear: (part, number, year) =>
      part === "third" ? `${ordinal(number)} four months of ${year}` : `${ordinal(number)} ${part} of ${year}`,
    atTime: /** @param {string} time */ (time) => `, ${time}`,
    since: /** @param {string} date */ (date) => `since ${date}`,
    until: /** @param {string} date */ (date) => `until ${date}`,
    /** @param {string} start @param {string} end */
    fromTo: (start, end) => `${start} to ${end}`,
    fromEndUnknown: /** @param {string} date */ (date) => `from ${date}, end unknown`,
    untilStartUnknown: /** @param {string} date */ (date) => `until ${date}, start unknown`,
    always: "always",
    untilUnknown: "until an unknown time",
    sinceUnknown: "since an unknown time",
    bothUnknown: "start and end unknown",
    /** @param {string} date @param {boolean} isOne */
    orLater: (date, isOne) => `${date} ${isOne ? "or" : "and"} later`,
    /** @param {string} date @param {boolean} isOne */
    orEarlier: (date, isOne) => `${date} ${isOne ? "or" : "and"} earlier`,
    /** @param {string[]} members @param {boolean} isOne */
    list: (members, isOne) => {
      if (members.length < 2) return members[0] ?? "";
      return `${members.slice(0, -1).join(", ")} ${isOne ? "or" : "and"} ${members[members.length - 1]}`;
    },
  },
};
