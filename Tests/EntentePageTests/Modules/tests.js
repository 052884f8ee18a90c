/** Tests of the page's modules, run in a browser: each adds what it found wrong to a list. */

import {contradictionsAbout, contradictionsOf} from "/page/contradictions.js";
import {emptyView, hashOf, viewIn, yearsIn} from "/page/address.js";
import {languages, textsFor} from "/page/texts.js";
import {nameIndex} from "/page/search.js";
import {quoteRange} from "/page/quotes.js";
import {safeAddress} from "/page/elements.js";
import {neighbourhood, shortestPath} from "/page/paths.js";
import {answer} from "/page/years.js";

/** @typedef {import("/page/graph.js").Entity} Entity */

/** @type {string[]} */
const faults = [];

/**
 * @param {string} what
 * @param {unknown} found
 * @param {unknown} expected
 */
function expect(what, found, expected) {
  const [left, right] = [found, expected].map((value) => JSON.stringify(value, (_, each) =>
    each instanceof Set ? [...each] : each === Infinity ? "∞" : each === -Infinity ? "-∞" : each));
  if (left !== right) faults.push(`${what}: ${left}, not ${right}`);
}

/**
 * @param {{names: string[], cases: {date: string, holds: string, rule: import("/page/years.js").Rule, answers: [number | null, number | null, string][]}[]}} swift
 * @returns {{faults: string[], answers: number}}
 */
export function run(swift) {
  let answers = 0;
  for (const {date, holds, rule, answers: expected} of swift.cases) {
    for (const [first, last, known] of expected) {
      answers++;
      const years = {first: first ?? -Infinity, last: last ?? Infinity};
      expect(`${date} ${holds} ${first}..${last}`, answer(rule, years), known);
    }
  }
  addresses();
  names();
  paths();
  contradictions();
  quotes();
  words();
  allWords([...new Set(swift.cases.map(({date}) => date))]);
  languageFiles();
  shortNames(swift.names);
  links();
  return {faults, answers};
}

function addresses() {
  const years = [["1956", 1956, 1956], ["-43", -43, -43], ["−43", -43, -43], ["1945..1960", 1945, 1960], ["1945–1960", 1945, 1960],
    ["-50..-43", -50, -43], ["1960..1945", 1945, 1960], ["1945..", 1945, Infinity], ["..1960", -Infinity, 1960]];
  for (const [text, first, last] of years) expect(String(text), yearsIn(String(text)), {first, last});
  for (const text of ["", "x", "..", "19 56", "1956-07-01", "99999999999999999999"]) expect(text, yearsIn(text), null);
  for (const hash of ["", "year=1956", "year=-43&select=japan", "from=1945", "to=1960", "from=1945&to=1960&kind=state,island",
    "select=a%2Cb%26c%3D%23&hops=2&path=%E5%AE%89%E5%80%8D", "sourced=1&tab=filter&lang=ja", "document=x%2Cy,z"]) {
    expect(hash, hashOf(viewIn(`#${hash}`)), hash);
  }
  for (const hash of ["#nonsense", "#year=soon", "#%E0%A4%A", "#=&&&=", "#hops=9", "#tab=nowhere"]) expect(hash, viewIn(hash), emptyView());
}

/** @param {string} name @param {string[]} aliases */
function named(name, ...aliases) {
  return /** @type {Entity} */ (/** @type {unknown} */ ({name, aliases, relations: []}));
}

function names() {
  const find = nameIndex([named("Shinzo Abe", "安倍晋三"), named("Abel Åström"), named("Кирилл Ёлкин"), named("Habomai", "歯舞群島"),
    named("José Ñandú"), named("Gaza"), named("ガザ"), named("Łódź"), named("Strauß")]);
  const found = (/** @type {string} */ text) => find(text).map(({entity}) => entity.name);
  expect("Abe", found("Abe"), ["Abel Åström", "Shinzo Abe"]);
  expect("abe shin", found("abe shin"), ["Shinzo Abe"]);
  expect("安倍", find("安倍").map(({entity, alias}) => [entity.name, alias]), [["Shinzo Abe", "安倍晋三"]]);
  expect("astrom", found("astrom"), ["Abel Åström"]);
  expect("елкин", found("елкин"), ["Кирилл Ёлкин"]);
  expect("nandu", found("nandu"), ["José Ñandú"]);
  expect("カザ", found("カサ"), []);
  expect("lodz", found("lodz"), ["Łódź"]);
  expect("strauss", found("STRAUSS"), ["Strauß"]);
  expect("habo", found("habo"), ["Habomai"]);
  expect("nothing", found("  "), []);
}

/**
 * A small graph: `a-b` is a relation from a to b, `a!b` one of status withdrawn.
 * @param {[string, string, string, string?, string?][]} heads who, what, whom, the status, the document
 */
function graph(heads) {
  /** @type {Map<string, Entity>} */
  const entities = new Map();
  const entity = (/** @type {string} */ id) => {
    const made = entities.get(id) ?? /** @type {Entity} */ (/** @type {unknown} */ ({id, name: id, aliases: [], relations: []}));
    entities.set(id, made);
    return made;
  };
  const types = new Map(heads.map(([, type]) => [type, {name: type, label: type, directed: type !== "met"}]));
  const relations = heads.map(([subject, type, object, status, source], index) => /** @type {import("/page/graph.js").Relation} */ (
    /** @type {unknown} */ ({index, subject: entity(subject), type: types.get(type), object: entity(object), status: status ?? "asserted", years: [1950 + index, 1950, 1950, 1960],
      citations: [{document: {id: source ?? String(index)}}]})));
  for (const relation of relations) {
    relation.subject.relations.push(relation);
    relation.object.relations.push(relation);
  }
  return {entity, relations};
}

function paths() {
  const {entity, relations} = graph([["a", "met", "b"], ["b", "met", "c"], ["c", "met", "d"], ["a", "met", "e"], ["d", "met", "e"], ["x", "met", "y"]]);
  const all = () => true;
  const path = (/** @type {string} */ from, /** @type {string} */ to, shown = all) =>
    shortestPath(entity(from), entity(to), shown)?.map(({index}) => index) ?? null;
  expect("a to d", path("a", "d"), [3, 4]);
  expect("a to d another way", path("a", "d", (/** @type {any} */ relation) => relation !== relations[3]), [0, 1, 2]);
  expect("a to x", path("a", "x"), null);
  expect("a to a", path("a", "a"), []);
  const near = (/** @type {number} */ hops) => [...neighbourhood([entity("a")], hops, all).entities].map(({id}) => id).sort().join("");
  expect("one hop", near(1), "abe");
  expect("two hops", near(2), "abcde");
}

function contradictions() {
  const {entity, relations} = graph([["japan", "claims", "island"], ["russia", "holds", "island"], ["ussr", "offered", "reef"],
    ["reef", "offered-to", "japan"], ["ussr", "withdrew-offer-of", "reef", "withdrawn"], ["abe", "met", "putin"], ["putin", "met", "abe"],
    ["abe", "president-of", "japan"], ["kerry", "met", "abe", "asserted", "diary"], ["kerry", "met", "abe", "asserted", "diary"]]);
  const said = (/** @type {import("/page/contradictions.js").Contradiction[]} */ found) =>
    found.map(({reason, relations}) => `${reason} ${relations.map(({index}) => index)}`);
  expect("rivals", said(contradictionsOf(relations[0])), ["rivals 0,1"]);
  expect("an offer", said(contradictionsOf(relations[2])), ["takenBack 2,3,4"]);
  expect("its withdrawal", said(contradictionsOf(relations[4])), ["takenBack 2,3,4"]);
  expect("twice", said(contradictionsOf(relations[6])), ["differently 5,6"]);
  expect("alone", said(contradictionsOf(relations[7])), []);
  expect("twice in one document", said(contradictionsOf(relations[8])), []);
  expect("about the reef", said(contradictionsAbout(entity("reef"))), ["takenBack 2,3,4"]);
  expect("about the island", said(contradictionsAbout(entity("island"))), ["rivals 0,1"]);
}

function quotes() {
  const text = "Japan said “we\nclaim it”. Later Japan claimed it; then Japan claimed it again. 日本は領有\nを主張した (1.5).";
  const at = (/** @type {string} */ quote, prefix = "", suffix = "") => {
    const range = quoteRange(text, {quote, prefix, suffix});
    return range && text.slice(range[0], range[1]);
  };
  expect("quotes and spaces", at('said "we claim it"'), "said “we\nclaim it”");
  expect("suffix", quoteRange(text, {quote: "Japan claimed it", prefix: "", suffix: "again"})?.[0], text.lastIndexOf("Japan claimed"));
  expect("prefix", quoteRange(text, {quote: "Japan claimed it", prefix: "then", suffix: ""})?.[0], text.lastIndexOf("Japan claimed"));
  expect("no spaces", at("領有を主張"), "領有\nを主張");
  expect("signs", at("(1.5)."), "(1.5).");
  expect("absent", at("claimed them"), null);
}

function words() {
  const [, japanese, russian] = languages;
  const cases = [["1956", "1956年", "1956"], ["1945~/..", "1945年頃から", "примерно с 1945"], ["2018-11", "2018年11月", "ноябрь 2018"],
    ["1960-01-27", "1960年1月27日", "27 января 1960"], ["[2018-11..]", "2018年11月以降", "ноябрь 2018 или позже"], ["195X", "1950年代", "1950-е"],
    ["18XX", "19世紀", "19-й век"], ["-0043", "紀元前44年", "44 до н. э."], ["2018-11/..", "2018年11月から", "с ноября 2018"],
    ["../1875", "1875年まで", "до 1875"], ["1945/1956", "1945年~1956年", "1945–1956"], ["1956-24", "1956年~1957年冬", "зима 1956–1957"],
    ["1956-30/..", "1956年~1957年夏(南半球)から", "с лета 1956–1957, южное полушарие"], ["1956-33", "1956年第1四半期", "1-й квартал 1956"],
    ["[1667,1668,1670..1672]", "1667年、1668年または1670年~1672年", "1667, 1668 или 1670–1672"], ["{1960..}", "1960年以降", "1960 и позже"],
    ["18XX/..", "19世紀から", "с 19-го века"], ["-12XX", "紀元前13世紀", "13-й век до н. э."], ["04XX", "5世紀", "5-й век н. э."],
    ["1956?", "1956年(?)", "1956 (?)"], ["195X~", "1950年代頃", "около 1950-х"], ["-0100/-0043", "紀元前101年~紀元前44年", "101–44 до н. э."],
    ["1956-10-XX", "1956年10月(日不明)", "октябрь 1956 (день неизвестен)"], ["1950S2", "1950年 (1900年~1999年)頃", "около 1950 (1900–1999)"],
    ["../..", "常に", "всегда"], ["1985-04-12T23:20:30Z", "1985年4月12日 23:20:30 UTC", "12 апреля 1985, 23:20:30 UTC"], ["1X5X", "1X5X", "1X5X"]];
  for (const [edtf, inJapanese, inRussian] of cases) {
    expect(edtf, japanese.date?.(edtf), inJapanese);
    expect(edtf, russian.date?.(edtf), inRussian);
  }
  expect("the preferred language", [["ja-JP", "en"], ["fr", "ru"], ["de"], []].map((tags) => textsFor(tags).code), ["ja", "ru", "en", "en"]);
  expect("21 relations", russian.counts("1956", 21, 0, 30), "1956: 21 связь");
  expect("12 relations", russian.counts("1956", 12, 3, 30), "1956: 12 связей, возможно 3");
}

/**
 * No date that the library reads is left as it is written, but for years with gaps between them.
 * @param {string[]} dates
 */
function allWords(dates) {
  for (const language of languages) {
    for (const date of dates) {
      const said = language.date?.(date) ?? "";
      if (/\dX\d/.test(date)) continue;
      if (/[\[\]{}%]|X|\d-\d|\.\.|undefined|NaN/.test(said)) faults.push(`${date} in ${language.code}: ${said}`);
    }
  }
}

/** A translation has every text, each of the kind that the page expects. */
function languageFiles() {
  const kinds = (/** @type {Record<string, unknown>} */ texts) => Object.entries(texts).filter(([name]) => name !== "date")
    .map(([name, text]) => `${name}: ${typeof text}`).sort();
  const [english, ...others] = languages;
  for (const other of others) {
    expect(`the texts in ${other.code}`, kinds(other), kinds(english));
    for (const [name, text] of Object.entries(other)) {
      if (typeof text === "string" && text === english[/** @type {keyof typeof english} */ (name)]) faults.push(`${name} is English in ${other.code}`);
    }
    expect(`names of statuses in ${other.code}`, Object.keys(other.statusNames).length, 6);
  }
}

/**
 * What the page's names are shortened from must not be what the browser calls something that the page uses.
 * @param {string[]} names
 */
function shortNames(names) {
  const used = [Array, Map, Set, String, Number, RegExp, Promise, Document, Window, Location, History, Navigator, HTMLElement, HTMLInputElement,
    HTMLSelectElement, HTMLButtonElement, HTMLTableElement, HTMLTableRowElement, HTMLTableCellElement, HTMLAnchorElement, HTMLImageElement,
    HTMLCanvasElement, SVGSVGElement, SVGGraphicsElement, SVGAnimatedRect, DOMRect, DOMTokenList, Selection, Blob, URLSearchParams,
    KeyboardEvent, WheelEvent, PointerEvent, CustomEvent, CSSStyleDeclaration, XMLSerializer, CanvasRenderingContext2D];
  for (const name of names) {
    for (const type of used) if (name in type.prototype) faults.push(`${type.name} has a ${name} of its own`);
    for (const object of [Object, Math, JSON, URL, Intl, window, document.body.style]) if (name in object && name !== "event") faults.push(`the browser has a ${name} of its own`);
  }
}

function links() {
  for (const address of ["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x", "//host", "x"]) {
    expect(address, safeAddress(address), null);
  }
  expect("a doi", safeAddress("doi:10.1000/182"), "https://doi.org/10.1000/182");
  expect("a bare doi", safeAddress("10.1000/182"), "https://doi.org/10.1000/182");
  expect("a page", safeAddress("https://example.org/a"), "https://example.org/a");
}
