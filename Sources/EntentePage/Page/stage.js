/** Where the picture is: the whole graph as it was laid out, or, of a large one, the surroundings of the chosen entity. */

import {all, button, element, on, onClick, part} from "./elements.js";
import {MOST_DRAWN, fitting} from "./fitting.js";
import {neighbourhood} from "./paths.js";
import {Picture, middle} from "./picture.js";
import {surroundings} from "./surroundings.js";
import {Viewport} from "./viewport.js";

/** @typedef {import("./graph.js").Entity} Entity */
/** @typedef {import("./store.js").Sight} Sight */
/** @typedef {import("./store.js").Store} Store */

/** How many pixels a unit of the picture must have at least for its words to be read. */
const LEGIBLE = 0.8;

export class Stage {
  /**
   * @param {Store} store
   * @param {boolean} isEmbedded
   */
  constructor(store, isEmbedded) {
    this.store = store;
    this.isEmbedded = isEmbedded;
    this.place = part("picture");
    /** The picture of the whole, where there is one. */
    this.whole = all(this.place, "svg")[0] ?? null;
    /** @type {Picture | null} */
    this.picture = null;
    /** What the drawn surroundings depend on. */
    this.drawnFor = "";
    /** @type {Map<string, SVGSVGElement>} */
    this.shapes = kindShapes(part("shapes"));
    if (this.whole) this.use(this.whole);
    onClick("zoom-in", () => this.picture?.viewport.zoom(1.25));
    onClick("zoom-out", () => this.picture?.viewport.zoom(0.8));
    onClick("fit", () => this.picture?.viewport.fit());
    /** Whether the next thing that is chosen was chosen in the picture, which then stays where it is. */
    this.isChosenHere = false;
    on(this.place, "click", () => { this.isChosenHere = true; }, {capture: true});
    on(this.place, "keydown", () => { this.isChosenHere = true; }, {capture: true});
    store.watch((sight, before) => this.show(sight, before));
  }

  /** @param {SVGSVGElement} svg */
  use(svg) {
    // Its label says more, and a title is shown wherever the pointer rests.
    svg.querySelector("title")?.remove();
    svg.removeAttribute("aria-labelledby");
    this.picture = new Picture(this.store, svg, new Viewport(svg, this.isEmbedded));
  }

  /** The picture that is shown. */
  get svg() {
    return this.picture?.svg ?? null;
  }

  /**
   * @param {Sight} sight
   * @param {Sight | null} before
   */
  show(sight, before) {
    if (!this.whole) this.draw(sight);
    const {picture} = this;
    picture?.paint(sight, before);
    picture?.svg.setAttribute("aria-label", `${this.store.graph.title}. ${sight.texts.pictureHint}`);
    const isNew = sight.entity !== before?.entity || sight.relation !== before?.relation || sight.target !== before?.target;
    if (picture && isNew && !this.isChosenHere && this.whole) picture.showChosen(sight);
    this.isChosenHere = false;
  }

  /**
   * Draws what joins the chosen entity to others, and those to theirs where that is asked for; or says why not.
   * @param {Sight} sight
   */
  draw(sight) {
    const {texts, shown, view} = sight;
    const entity = sight.entity ?? (sight.relation ? this.centreOf(sight.relation) : null);
    const around = (/** @type {(relation: import("./graph.js").Relation) => boolean} */ isShown) =>
      entity ? [...neighbourhood([entity], view.hops === 2 ? 2 : 1, isShown).relations] : [];
    // Steadily, the relations of every year; where these are too many, those that are shown.
    const all = around(() => true);
    const wanted = all.length <= MOST_DRAWN ? all : around(({index}) => shown.relations[index] !== "no");
    const key = entity ? `${texts.code} ${entity.index} ${wanted.map(({index}) => index)}` : texts.code;
    if (key === this.drawnFor) return;
    this.drawnFor = key;
    this.picture = null;
    for (const {row} of this.store.graph.relations) row.removeAttribute("data-drawn");
    if (entity && wanted.length <= MOST_DRAWN) {
      for (const {row} of wanted) row.setAttribute("data-drawn", "");
      const svg = surroundings(entity, wanted, texts);
      this.place.replaceChildren(svg);
      this.use(svg);
      this.comeNear();
      return;
    }
    this.place.replaceChildren(element("div", {class: "instead"}, ...this.refusal(sight, entity, wanted.length)));
  }

  /** Comes as near to the entity in the middle as its words need, where all of them would be too small to read. */
  comeNear() {
    const {viewport, items} = /** @type {Picture} */ (this.picture);
    const centre = items.find(({element}) => element.classList.contains("centre"));
    if (centre && viewport.scale() < LEGIBLE) viewport.zoom(LEGIBLE / viewport.scale(), middle(centre.box));
  }

  /**
   * Why nothing is drawn, and what could be.
   * @param {Sight} sight
   * @param {Entity | null} entity
   * @param {number} count how many relations it has
   */
  refusal({texts, view}, entity, count) {
    const {graph} = this.store;
    const total = graph.entities.length + graph.relations.length;
    const say = (/** @type {string} */ text) => element("p", {}, text);
    if (!entity) return [say(graph.entities.length === 0 ? texts.nothingToDraw : texts.tooMany(total))];
    const buttons = fitting(graph, entity, view, texts).map(({label, edit}) => button(label, () => this.store.change(edit)));
    return [say(texts.tooManyNeighbours(entity.name, count, MOST_DRAWN)), element("p", {class: "reach"}, ...buttons)];
  }

  /**
   * The end of a relation around which it is drawn: the one that is drawn already, else the one with less around it.
   * @param {import("./graph.js").Relation} relation
   * @returns {Entity}
   */
  centreOf({subject, object}) {
    const drawnEntity = this.picture?.items.find(({element}) => element.classList.contains("centre"))?.entity;
    if (drawnEntity === subject || drawnEntity === object) return drawnEntity ?? subject;
    return subject.relations.length <= object.relations.length ? subject : object;
  }
}

/**
 * How kinds look, each as a small picture of its own.
 * @param {HTMLElement} place
 */
function kindShapes(place) {
  return new Map(all(place, "svg[data-kind]").map((shape) => [shape.dataset.kind ?? "", shape]));
}
