/** The drawn graph: shows what is certain, possible and absent, what is chosen, and lets a reader choose. */

import {Card} from "./cards.js";
import {all, drawn, on} from "./elements.js";
import {kindName, spoken} from "./labels.js";

/** @typedef {import("./graph.js").Entity} Entity */
/** @typedef {import("./graph.js").Relation} Relation */
/** @typedef {import("./store.js").Sight} Sight */
/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./viewport.js").Box} Box */

/**
 * An entity or a relation as it is drawn.
 * @typedef {object} Item
 * @property {SVGGraphicsElement} element
 * @property {Entity | null} entity
 * @property {Relation | null} relation
 * @property {Box} box around what is read of it
 * @property {string} state the classes that it has now
 * @property {(shift: number) => void} moveTo moves it down from where it was laid out
 */

const ANSWERS = {certain: "certain", possible: "possible", no: "absent"};

export class Picture {
  /**
   * @param {Store} store
   * @param {SVGSVGElement} svg entities and relations carry their rows in the graph as `data-row`
   * @param {import("./viewport.js").Viewport} viewport
   */
  constructor(store, svg, viewport) {
    this.store = store;
    this.svg = svg;
    this.viewport = viewport;
    const items = (/** @type {string} */ selector) => all(svg, selector).flatMap((each) => this.item(each));
    /** @type {Item[]} */
    this.items = [...items(".entity"), ...items(".relation")];
    this.itemOf = new Map(this.items.map((item) => [item.element, item]));
    this.cards = all(svg, ".card").map((card) => new Card(card, this.items.filter(({relation, element}) => relation && card.contains(element))));
    const rows = (/** @type {string | undefined} */ list) => list?.split(" ").map(Number) ?? [];
    /** What is there for others: headings over entities, those in cards, and the lines to cards. */
    this.followers = all(svg, "[data-over], [data-for]").map((element) => ({
      element, state: "", entities: rows(element.dataset.over).map((row) => store.graph.entities[row]),
      relations: rows(element.dataset.for).map((row) => store.graph.relations[row]),
    }));
    this.ring = drawn("rect", {class: "ring", rx: 4, "aria-hidden": "true"});
    svg.append(this.ring);
    this.items.forEach((item) => this.prepare(item));
    /** @type {Item | null} the one that the tab key reaches */
    this.current = null;
    on(svg, "click", (event) => this.click(event));
    on(svg, "keydown", (event) => this.key(event));
    on(svg, "focusin", (event) => this.focused(event.target));
    on(svg, "focusout", () => this.ring.classList.remove("focused"));
  }

  /**
   * @param {SVGGraphicsElement} element
   * @returns {Item[]}
   */
  item(element) {
    const {graph} = this.store;
    const row = Number(element.dataset.row ?? -1);
    const isEntity = element.classList.contains("entity");
    const [entity, relation] = isEntity ? [graph.entities[row] ?? null, null] : [null, graph.relations[row] ?? null];
    if (!entity && !relation) return [];
    const box = textBox(element, isEntity);
    const place = box.y;
    const moveTo = (/** @type {number} */ shift) => {
      box.y = place + shift;
      element.setAttribute("transform", `translate(0 ${shift})`);
    };
    return [{element, entity, relation, box, state: "", moveTo}];
  }

  /**
   * Makes an item something that can be chosen: large enough for a finger, and reached by keys.
   * @param {Item} item
   */
  prepare({element, relation, box}) {
    element.setAttribute("role", "button");
    element.setAttribute("tabindex", "-1");
    if (!relation) return;
    const lines = all(element, ":scope > path:not([stroke='none'])").map((line) =>
      drawn("path", {class: "hit", d: line.getAttribute("d"), "aria-hidden": "true"}));
    const room = drawn("rect", {
      class: "hit", x: box.x - 3, y: box.y - 3, width: box.width + 6, height: box.height + 6, "aria-hidden": "true",
    });
    element.prepend(room, ...lines);
  }

  /** @param {Sight} sight @param {Sight | null} before */
  paint(sight, before) {
    const speaksAnew = !before || before.texts !== sight.texts;
    for (const item of this.items) this.paintItem(item, sight, speaksAnew);
    for (const card of this.cards) {
      card.paint(sight);
      const relations = card.items.flatMap(({relation}) => relation ?? []);
      restate(card, state(relations, sight.shown.relations, sight.near?.relations));
    }
    for (const follower of this.followers) {
      const {entities, relations} = follower;
      restate(follower, relations.length > 0 ? state(relations, sight.shown.relations, sight.near?.relations)
        : state(entities, sight.shown.entities, sight.near?.entities));
    }
    const chosen = this.items.find(({entity, relation}) => isThe(entity, sight.entity) || isThe(relation, sight.relation));
    if (chosen) this.makeCurrent(chosen);
    else if (!this.current || isAbsent(this.current)) this.makeCurrent(this.items.find((item) => !isAbsent(item)) ?? null);
  }

  /**
   * @param {Item} item
   * @param {Sight} sight
   * @param {boolean} speaksAnew
   */
  paintItem(item, sight, speaksAnew) {
    const {element, entity, relation} = item;
    const {shown, near, target, path} = sight;
    const answer = entity ? shown.entities[entity.index] : relation ? shown.relations[relation.index] : "no";
    const isChosen = isThe(entity, sight.entity) || isThe(relation, sight.relation);
    const isNear = !near || (entity ? near.entities.has(entity) : relation !== null && near.relations.has(relation));
    const isOnPath = isThe(entity, target) || relation !== null && path?.includes(relation);
    const classes = ANSWERS[answer] + (isNear ? "" : " faded") + (isChosen ? " chosen" : "") + (isOnPath ? " on-path" : "");
    if (classes === item.state && !speaksAnew) return;
    restate(item, classes);
    const label = entity ? `${entity.name}, ${kindName(entity.kind.name, sight.texts)}` : relation ? spoken(relation, sight) : "";
    element.setAttribute("aria-label", label);
    if (isChosen) element.setAttribute("aria-current", "true"); else element.removeAttribute("aria-current");
  }

  /**
   * Brings what is chosen, and what stands out with it, into sight.
   * @param {Sight} sight
   */
  showChosen({entity, relation, near}) {
    const boxes = this.items.flatMap((item) => {
      if (isAbsent(item)) return [];
      const isWanted = item.entity ? item.entity === entity || near?.entities.has(item.entity)
        : item.relation === relation || item.relation && near?.relations.has(item.relation);
      return isWanted ? [item.box] : [];
    });
    if ((entity || relation) && boxes.length > 0) this.viewport.frame(around(boxes));
  }

  /** @param {MouseEvent} event */
  click(event) {
    if (this.viewport.hasMoved) return;
    const item = this.itemAt(event.target);
    this.store.select((item?.entity ?? item?.relation)?.id ?? null);
  }

  /** @param {EventTarget | null} target */
  itemAt(target) {
    const element = target instanceof Element ? target.closest("[data-row]") : null;
    const found = element instanceof SVGGraphicsElement ? this.itemOf.get(element) : undefined;
    if (found) return found;
    const card = target instanceof Element ? target.closest(".card") : null;
    const isThere = (/** @type {Item} */ item) => !isAbsent(item);
    if (card) return this.cards.find((each) => each.element === card)?.items.find(isThere);
    // What several relations say together stands for the first of them.
    const fork = target instanceof Element ? target.closest(".fork") : null;
    const said = this.followers.find((each) => each.element === fork)?.relations ?? [];
    return this.items.filter(({relation}) => relation && said.includes(relation)).find(isThere);
  }

  // MARK: Keys

  /** @param {KeyboardEvent} event */
  key(event) {
    const direction = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]}[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (direction && event.shiftKey) this.viewport.pan(direction[0] * 0.1, direction[1] * 0.1);
    else if (direction) this.go(direction[0], direction[1]);
    else if (event.key === "Enter" || event.key === " ") this.choose();
    else if (event.key === "+" || event.key === "=") this.viewport.zoom(1.25);
    else if (event.key === "-") this.viewport.zoom(0.8);
    else if (event.key === "0") this.viewport.fit();
    else return;
    event.preventDefault();
  }

  choose() {
    const id = (this.current?.entity ?? this.current?.relation)?.id ?? null;
    this.store.select(id === this.store.sight.view.select ? null : id);
  }

  /**
   * To the nearest item in a direction.
   * @param {number} x
   * @param {number} y
   */
  go(x, y) {
    const from = this.current;
    if (!from) return;
    const start = middle(from.box);
    /** @type {{cost: number, item: Item} | null} */
    let best = null;
    for (const item of this.items) {
      if (item === from || isAbsent(item)) continue;
      const place = middle(item.box);
      const along = (place.x - start.x) * x + (place.y - start.y) * y;
      const aside = Math.abs((place.x - start.x) * y) + Math.abs((place.y - start.y) * x);
      if (along <= 1 || aside > along * 4) continue;
      const cost = along + 2 * aside;
      if (!best || cost < best.cost) best = {cost, item};
    }
    if (best) this.makeCurrent(best.item).element.focus({preventScroll: true});
  }

  /**
   * @template {Item | null} Kind
   * @param {Kind} item
   * @returns {Kind}
   */
  makeCurrent(item) {
    this.current?.element.setAttribute("tabindex", "-1");
    this.current = item;
    item?.element.setAttribute("tabindex", "0");
    return item;
  }

  /** @param {EventTarget | null} target */
  focused(target) {
    const item = this.itemAt(target);
    if (!item) return;
    this.makeCurrent(item);
    if (!item.element.matches(":focus-visible")) return;
    const {x, y, width, height} = item.box;
    const box = {x: x - 4, y: y - 4, width: width + 8, height: height + 8};
    for (const [key, value] of Object.entries(box)) this.ring.setAttribute(key, String(value));
    this.ring.classList.add("focused");
    this.viewport.reveal(box);
  }
}

/** @param {Item} item */
function isAbsent(item) {
  return item.state.startsWith("absent");
}

/**
 * @template Kind
 * @param {Kind | null} one
 * @param {Kind | null} other
 */
function isThe(one, other) {
  return one !== null && one === other;
}

/**
 * The classes of what stands for several: as sure as the surest of them, and standing out with any of them.
 * @template {{index: number}} Member
 * @param {Member[]} members
 * @param {import("./years.js").Answer[]} answers by index
 * @param {Set<Member> | undefined} near
 */
function state(members, answers, near) {
  const found = members.map(({index}) => answers[index]);
  const surest = found.includes("certain") ? "certain" : found.includes("possible") ? "possible" : "absent";
  return surest + (!near || members.some((each) => near.has(each)) ? "" : " faded");
}

/**
 * Gives an element other classes of those that follow what is shown.
 * @param {{element: Element, state: string}} item
 * @param {string} classes
 */
function restate(item, classes) {
  if (classes === item.state) return;
  if (item.state) item.element.classList.remove(...item.state.split(" "));
  item.element.classList.add(...classes.split(" "));
  item.state = classes;
}

/**
 * The box around what is read of an element; around all of it where that is a shape.
 * @param {SVGGraphicsElement} element
 * @param {boolean} isShape
 * @returns {Box}
 */
function textBox(element, isShape) {
  const texts = isShape ? [] : all(element, "text");
  return around((texts.length > 0 ? texts : [element]).map((each) => each.getBBox()));
}

/**
 * @param {Box[]} boxes
 * @returns {Box}
 */
function around(boxes) {
  const [left, top] = [Math.min(...boxes.map(({x}) => x)), Math.min(...boxes.map(({y}) => y))];
  const right = Math.max(...boxes.map(({x, width}) => x + width));
  const bottom = Math.max(...boxes.map(({y, height}) => y + height));
  return {x: left, y: top, width: right - left, height: bottom - top};
}

/** @param {Box} box */
export function middle({x, y, width, height}) {
  return {x: x + width / 2, y: y + height / 2};
}
