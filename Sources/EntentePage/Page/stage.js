/** Where the picture is: the whole graph as it was laid out, or, of a large one, the surroundings of the chosen entity. */

import {all, element, on, onClick, part} from "./elements.js";
import {Picture} from "./picture.js";
import {MOST_DRAWN, surroundings} from "./surroundings.js";
import {Viewport} from "./viewport.js";

/** @typedef {import("./graph.js").Entity} Entity */
/** @typedef {import("./store.js").Sight} Sight */
/** @typedef {import("./store.js").Store} Store */

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
   * Draws what joins the chosen entity to others, or says why not.
   * @param {Sight} sight
   */
  draw(sight) {
    const {texts, shown} = sight;
    const {entities, relations} = this.store.graph;
    const entity = sight.entity ?? (sight.relation ? this.centreOf(sight.relation) : null);
    const all = entity?.relations ?? [];
    // Steadily, the relations of every year; where these are too many, those that are shown.
    const wanted = all.length <= MOST_DRAWN ? all : all.filter(({index}) => shown.relations[index] !== "no");
    const key = entity ? `${texts.code} ${entity.index} ${wanted.map(({index}) => index)}` : texts.code;
    if (key === this.drawnFor) return;
    this.drawnFor = key;
    this.picture = null;
    if (entity && wanted.length <= MOST_DRAWN) {
      const svg = surroundings(entity, wanted, texts);
      this.place.replaceChildren(svg);
      this.use(svg);
      return;
    }
    const text = entities.length === 0 ? texts.nothingToDraw : entity
      ? texts.tooManyNeighbours(entity.name, wanted.length, MOST_DRAWN) : texts.tooMany(entities.length + relations.length);
    this.place.replaceChildren(element("p", {class: "instead"}, text));
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
