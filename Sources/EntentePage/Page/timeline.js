/** Choosing the years: a field, a slider over a histogram of relations, a range, and play. */

import {yearsIn} from "./address.js";
import {drawn, element, on, onClick, part} from "./elements.js";
import {countsByYears} from "./filter.js";
import {yearsInWords} from "./store.js";
import {span} from "./years.js";

/** @typedef {import("./store.js").Sight} Sight */
/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./years.js").Years} Years */

/** How many bars the histogram has at most, and how long play stays at a year, in milliseconds. */
const [MOST_BARS, PAUSE] = [240, 900];

export class Timeline {
  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    this.span = span(store.graph.rules);
    this.field = part("year");
    this.first = part("first-year");
    this.last = part("last-year");
    this.bars = part("bars");
    /** @type {Years[]} the years of each bar */
    this.runs = [];
    this.timer = 0;
    /** Whether a range was asked for, though it may be one year now. */
    this.wantsRange = false;
    /** The filters that the histogram was drawn for. */
    this.filters = "";
    part("timeline").classList.toggle("undated", this.span === null);
    if (this.span) this.prepare(this.span);
    store.watch((sight, before) => this.show(sight, before));
  }

  /** @param {Years} whole */
  prepare(whole) {
    for (const slider of [this.first, this.last]) {
      slider.min = String(whole.first);
      slider.max = String(whole.last);
      on(slider, "input", () => this.slide(slider, "later"));
      on(slider, "change", () => this.slide(slider, "step"));
    }
    on(this.field, "change", () => this.typed());
    on(this.field, "focus", () => this.field.select());
    onClick("any-year", () => this.choose(null, "step"));
    onClick("range", () => this.toggleRange());
    onClick("play", () => this.timer ? this.stop() : this.play());
    const count = Math.min(whole.last - whole.first + 1, MOST_BARS);
    const width = (whole.last - whole.first + 1) / count;
    this.runs = Array.from({length: count}, (_, index) => {
      const first = whole.first + Math.round(index * width);
      return {first, last: Math.max(first, whole.first + Math.round((index + 1) * width) - 1)};
    });
    this.drawAxis(whole);
  }

  // MARK: Choosing

  /**
   * @param {Years | null} years
   * @param {import("./store.js").Remembering} remembering
   */
  choose(years, remembering) {
    this.store.change((view) => { view.question.years = years; }, remembering);
  }

  /**
   * @param {HTMLInputElement} slider
   * @param {import("./store.js").Remembering} remembering
   */
  slide(slider, remembering) {
    this.stop();
    const [first, last] = [Number(this.first.value), Number(this.last.value)];
    if (!this.isRange) return this.choose({first, last: first}, remembering);
    if (first <= last) return this.choose({first, last}, remembering);
    // One thumb takes the other along.
    const year = Number(slider.value);
    this.choose({first: year, last: year}, remembering);
  }

  typed() {
    const text = this.field.value;
    const {texts} = this.store.sight;
    const isAny = text.trim() === "";
    const years = yearsIn(text);
    this.field.setAttribute("aria-invalid", String(!isAny && !years));
    if (!isAny && !years) return this.say(texts.noSuchYear(text));
    this.wantsRange = years !== null && years.first !== years.last;
    this.choose(isAny ? null : years, "step");
  }

  toggleRange() {
    const {years} = this.store.sight.view.question;
    const whole = this.span;
    if (!whole) return;
    this.wantsRange = !this.isRange;
    const first = withinSpan(years?.first ?? whole.first, whole);
    this.choose({first, last: this.wantsRange ? withinSpan(years && years.first !== first ? years.last : whole.last, whole) : first}, "step");
  }

  play() {
    const whole = this.span;
    if (!whole) return;
    const {years} = this.store.sight.view.question;
    const width = this.isRange && years ? Math.min(years.last, whole.last) - Math.max(years.first, whole.first) : 0;
    const start = years && years.last < whole.last ? years.first : whole.first - 1;
    const step = Math.max(1, Math.round((whole.last - whole.first) / 400));
    let year = Math.max(start, whole.first - 1);
    const next = () => {
      year = Math.min(year + step, whole.last - width);
      this.choose({first: year, last: year + width}, "later");
      if (year >= whole.last - width) this.stop();
    };
    this.timer = setInterval(next, PAUSE);
    next();
    this.show(this.store.sight, this.store.sight);
  }

  stop() {
    if (!this.timer) return;
    clearInterval(this.timer);
    this.timer = 0;
    this.store.remember("step");
    this.show(this.store.sight, this.store.sight);
  }

  get isRange() {
    const {years} = this.store.sight.view.question;
    return this.wantsRange || years !== null && years.first !== years.last;
  }

  // MARK: Showing

  /** @param {Sight} sight @param {Sight | null} before */
  show(sight, before) {
    const {view: {question}, shown, texts} = sight;
    const {years} = question;
    const said = years && yearsInWords(years, texts);
    if (!years) this.wantsRange = false;
    const isRange = this.isRange;
    this.field.value = said ?? "";
    this.field.placeholder = texts.year;
    this.field.setAttribute("aria-invalid", "false");
    part("any-year").setAttribute("aria-pressed", String(!years));
    part("range").setAttribute("aria-pressed", String(isRange));
    part("play").setAttribute("aria-label", this.timer ? texts.pause : texts.play);
    part("play").classList.toggle("playing", this.timer !== 0);
    this.last.hidden = !isRange;
    this.first.classList.toggle("any", !years);
    this.first.setAttribute("aria-label", isRange ? texts.firstYear : texts.year);
    this.last.setAttribute("aria-label", texts.lastYear);
    const whole = this.span;
    if (whole) {
      this.first.value = String(withinSpan(years?.first ?? whole.first, whole));
      this.last.value = String(withinSpan(years?.last ?? whole.last, whole));
      for (const slider of [this.first, this.last]) slider.setAttribute("aria-valuetext", years ? slider.value : texts.anyYear);
      this.drawBars(sight);
    }
    this.say(texts.counts(said, shown.certain + shown.possible, shown.possible, this.store.graph.relations.length));
  }

  /** @param {string} text */
  say(text) {
    const counts = part("counts");
    if (counts.textContent !== text) counts.textContent = text;
  }

  /** @param {Sight} sight */
  drawBars({view: {question}}) {
    const {years, ...others} = question;
    const filters = JSON.stringify(others, (_, value) => value instanceof Set ? [...value] : value);
    if (filters !== this.filters) {
      this.filters = filters;
      const counts = countsByYears(this.store.graph, question, this.runs);
      const most = Math.max(1, ...counts.map(({certain, possible}) => certain + possible));
      this.bars.setAttribute("viewBox", `0 0 ${this.runs.length} 100`);
      this.bars.replaceChildren(...counts.flatMap(({certain, possible}, index) => {
        const [sure, both] = [certain / most * 100, (certain + possible) / most * 100];
        const place = {x: index + 0.08, width: 0.84};
        return [
          drawn("rect", {class: "possible", ...place, y: 100 - both, height: both - sure}),
          drawn("rect", {class: "certain", ...place, y: 100 - sure, height: sure}),
        ];
      }));
    }
    Array.from(this.bars.children).forEach((bar, index) => {
      const run = this.runs[index >> 1];
      bar.classList.toggle("chosen", years === null || run.first <= years.last && run.last >= years.first);
    });
  }

  /** @param {Years} whole */
  drawAxis({first, last}) {
    const axis = part("axis");
    const length = last - first;
    const steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000, 10000];
    const step = steps.find((each) => length / each <= 5) ?? 10 ** Math.ceil(Math.log10(length / 5));
    axis.replaceChildren();
    const years = new Set([first, last]);
    for (let year = Math.ceil(first / step) * step; year <= last; year += step) {
      if (year - first > step * 0.55 && last - year > step * 0.55) years.add(year);
    }
    for (const year of years) {
      const mark = element("span", {}, String(year));
      mark.style.insetInlineStart = `${length === 0 ? 50 : (year - first) / length * 100}%`;
      axis.append(mark);
    }
  }
}

/**
 * @param {number} year
 * @param {Years} limits
 */
function withinSpan(year, {first, last}) {
  return Math.min(Math.max(year, first), last);
}
