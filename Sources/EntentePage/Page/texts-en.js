/** What the page says in English. A translation is this file once more; the compiler finds what one lacks. */

/** @param {number} count @param {string} one @param {string} many */
function manyInEnglish(count, one, many) {
  return `${count} ${count === 1 ? one : many}`;
}

/** @param {number} year */
function yearEnglish(year) {
  if (year < 1) return `${1 - year} BC`;
  return year < 1000 ? `AD ${year}` : `${year}`;
}

export const english = {
  code: "en",
  name: "English",

  // The year
  anyYear: "Any year",
  year: "Year",
  range: "Range",
  firstYear: "First year",
  lastYear: "Last year",
  play: "Play the years",
  pause: "Pause",
  timeline: "Years",
  possible: "possible",
  noSuchYear: /** @param {string} text */ (text) => `“${text}” is no year. Write 1956, -43, or 1945..1960.`,
  undated: "No relation has a date, so there are no years to choose from.",
  /** @param {string | null} years @param {number} count @param {number} possible @param {number} total */
  counts: (years, count, possible, total) => {
    const relations = manyInEnglish(count, "relation", "relations");
    const doubt = possible === 0 ? "" : `, ${possible} possible`;
    if (years === null) return count === total ? relations : `${count} of ${manyInEnglish(total, "relation", "relations")}`;
    return `${years}: ${relations}${doubt}`;
  },
  /** @param {string} first @param {string} last */
  yearRange: (first, last) => `${first} to ${last}`,

  // Search, paths and neighbours
  search: "Search",
  searchHint: "Search names",
  found: /** @param {number} count */ (count) => manyInEnglish(count, "name found", "names found"),
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
  noPath: (from, to) => `Nothing shown joins ${from} and ${to}.`,
  endPath: "Leave the path",
  /** @param {number} count */
  steps: (count) => manyInEnglish(count, "step", "steps"),

  // Evidence
  evidence: "Evidence",
  evidenceHint: "Choose a name or a line in the picture to read where it is written.",
  close: "Close",
  when: "When",
  status: "Status",
  /** `%` is whose words they are. */
  accordingTo: "according to %",
  note: "Note",
  kind: "Kind",
  exists: "Existence",
  written: "Where it is written",
  notWritten: "No document is given for this.",
  paragraph: /** @param {number} number */ (number) => `paragraph ${number}`,
  page: /** @param {string} pages */ (pages) => `${/\D/.test(pages) ? "pp." : "p."} ${pages.replace("-", "–")}`,
  verified: "quote found in the text",
  notVerified: "quote not looked up: the text was not at hand",
  relationsOf: "Its relations",
  noRelations: "It has no relations.",
  noDate: "no date: possible in every year",
  notInYear: /** @param {string} years */ (years) => `Not shown: it did not hold in ${years}.`,
  filteredOut: "Not shown: the filters leave it out.",
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
  notCopied: "This browser does not let the page copy. The rows are selected.",
  sortBy: /** @param {string} column */ (column) => `Sort by ${column}`,
  noRows: "Nothing then. Choose another year, or fewer filters.",
  kinds: "Kinds",
  kindsHint: "a line stays when both its ends do",
  types: "Relation types",
  statuses: "Statuses",
  documents: "Documents",
  onlySourced: "Only with a source",
  showAll: "Show all",
  filtered: /** @param {number} count */ (count) => manyInEnglish(count, "filter", "filters"),

  // The picture
  picture: "Picture",
  pictureHint: "Arrow keys move, Enter chooses, plus and minus zoom, 0 fits.",
  zoomIn: "Closer",
  zoomOut: "Farther",
  fit: "Fit",
  download: "Download",
  embedded: "Open the whole page",
  language: "Language",
  tooMany: /** @param {number} count */ (count) =>
    `${count} entities and relations are too many for one picture. Search for a name, and its relations are drawn.`,
  tooManyNeighbours: /** @param {string} name @param {number} count @param {number} most */ (name, count, most) =>
    `${name} has ${count} relations here; up to ${most} can be drawn. Choose a year or a filter.`,
  more: /** @param {number} count */ (count) => `and ${count} more`,
  nothingToDraw: "There is nothing in this graph yet.",
  unknown: /** @param {string} what */ (what) => `The address names “${what}”, which is not in this graph.`,

  kindNames: /** @type {Record<string, string>} */ ({}),
  statusNames: /** @type {Record<string, string>} */ ({}),

  /** English words come with the data. */
  date: /** @type {((edtf: string) => string) | null} */ (null),
  yearName: yearEnglish,
  since: /** @param {string} date */ (date) => `since ${date}`,
  until: /** @param {string} date */ (date) => `until ${date}`,
};
