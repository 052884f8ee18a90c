/** The picture of one entity and all that joins it to others, for graphs that are too large for one picture of the whole.
 *
 * What points to it stands to the left, what it points to on the right, the oldest relation above; where that would be all on
 * one side, each side has half. Where their neighbours are shown, too, all stand to the right, each beside the first that it is
 * joined to. It is laid out for every year at once, so that nothing moves when the year changes.
 */

import {drawn} from "./elements.js";
import {otherEnd} from "./graph.js";
import {dateName} from "./labels.js";

/** @typedef {import("./graph.js").Entity} Entity */
/** @typedef {import("./graph.js").Relation} Relation */
/** @typedef {import("./texts.js").Texts} Texts */

const [NAME_WIDTH, LABEL_WIDTH, LINE, GAP, CHARACTER] = [150, 210, 13, 8, 5.6];

/** The least that is drawn on, and how high one side alone may be. */
const [LEAST_WIDTH, LEAST_HEIGHT, MOST_ALONE] = [560, 300, 420];

/**
 * An entity, the relations that lead to it, and the entities that it leads on to; where its name stands is its `y`, from the
 * top of its column. One that stands elsewhere already is only named once more.
 * @typedef {{entity: Entity, relations: Relation[], next: Group[], y: number, height: number, isAgain: boolean}} Group
 */

/** @typedef {{x: number, y: number}} Point */

/**
 * @param {Entity} centre
 * @param {Relation[]} relations all that are drawn: those of the centre, or those of its neighbours with them
 * @param {Texts} texts
 * @returns {SVGSVGElement}
 */
export function surroundings(centre, relations, texts) {
  const own = relations.filter(({subject, object}) => subject === centre || object === centre);
  const isFar = own.length < relations.length;
  const [left, right] = isFar ? [[], groups(centre, own, new Set([centre]))] : sides(centre, own);
  if (isFar) leadOn(centre, right, relations);
  const heights = [arrange(left), arrange(right)];
  const height = Math.max(...heights, LEAST_HEIGHT - 20) + 20;
  const columns = isFar ? 2 : 1;
  const reach = NAME_WIDTH / 2 + LABEL_WIDTH + NAME_WIDTH;
  const middle = {x: left.length > 0 ? reach : NAME_WIDTH / 2, y: height / 2};
  const width = middle.x + (right.length > 0 ? reach + (columns - 1) * (LABEL_WIDTH + NAME_WIDTH) : NAME_WIDTH / 2);
  const [statements, names] = [drawn("g", {class: "relations"}), drawn("g", {class: "entities"})];
  const draw = (/** @type {Group[]} */ each, /** @type {Point} */ from, /** @type {number} */ top, /** @type {number} */ direction) => {
    for (const {entity, relations, next, y, isAgain} of each) {
      const place = {x: from.x + direction * (NAME_WIDTH + LABEL_WIDTH), y: top + y};
      relations.forEach((relation, index) => {
        const lane = place.y + (index - (relations.length - 1) / 2) * 2 * LINE;
        statements.append(line(relation, lane, place.y, from, direction, relation.object === entity, texts));
      });
      names.append(name(entity, place, isAgain ? "again" : ""));
      draw(next, place, top, direction);
    }
  };
  draw(left, middle, (height - heights[0]) / 2, -1);
  draw(right, middle, (height - heights[1]) / 2, 1);
  names.append(name(centre, middle, "centre"));
  const room = Math.max(width + 10, LEAST_WIDTH);
  return drawn("svg", {viewBox: `${(width - room) / 2} 0 ${room} ${height}`, role: "group", class: "surroundings"}, statements, names);
}

/**
 * What stands to the left of an entity and to its right.
 * @param {Entity} centre
 * @param {Relation[]} own its relations
 */
function sides(centre, own) {
  const left = groups(centre, own.filter(({subject}) => subject !== centre), new Set([centre]));
  const right = groups(centre, own.filter(({subject}) => subject === centre), new Set([centre, ...left.map(({entity}) => entity)]));
  const [higher, lower] = arrange(left) > arrange(right) ? [left, right] : [right, left];
  const half = arrange(higher) / 2;
  if (half * 2 < MOST_ALONE || arrange(lower) > half) return [left, right];
  const moved = higher.splice(higher.findIndex(({y}) => y > half));
  lower.push(...moved);
  return [left, right];
}

/**
 * The entities at the other ends of relations, each with its relations.
 * @param {Entity} from
 * @param {Relation[]} relations
 * @param {Set<Entity>} placed those that stand elsewhere
 * @returns {Group[]}
 */
function groups(from, relations, placed) {
  /** @type {Map<Entity, Relation[]>} */
  const byEntity = new Map();
  for (const relation of relations) {
    const other = otherEnd(relation, from);
    byEntity.set(other, [...byEntity.get(other) ?? [], relation]);
  }
  return [...byEntity].map(([entity, relations]) => ({entity, relations, next: [], y: 0, height: 0, isAgain: placed.has(entity)}));
}

/**
 * Gives each neighbour what it leads on to; every relation is drawn once.
 * @param {Entity} centre
 * @param {Group[]} neighbours
 * @param {Relation[]} relations
 */
function leadOn(centre, neighbours, relations) {
  const placed = new Set([centre, ...neighbours.map(({entity}) => entity)]);
  const rest = new Set(relations.filter(({subject, object}) => subject !== centre && object !== centre));
  for (const group of neighbours) {
    const own = group.entity.relations.filter((relation) => rest.delete(relation));
    group.next = groups(group.entity, own, placed);
    for (const {entity} of group.next) placed.add(entity);
  }
}

/**
 * Puts groups below each other, and each beside the middle of what it leads on to.
 * @param {Group[]} each
 * @param {number} [top]
 * @returns {number} their height
 */
function arrange(each, top = 0) {
  let y = top;
  for (const group of each) {
    const own = Math.max(group.relations.length * 2 * LINE + 6, lines(group.entity.name).length * LINE + 20);
    const beside = arrange(group.next, y);
    group.height = Math.max(own, beside);
    for (const next of group.next) shift(next, (group.height - beside) / 2);
    group.y = y + group.height / 2;
    y += group.height + GAP;
  }
  return Math.max(0, y - GAP - top);
}

/**
 * @param {Group} group
 * @param {number} distance
 */
function shift(group, distance) {
  group.y += distance;
  for (const next of group.next) shift(next, distance);
}

/**
 * A relation's line from a name to its label, and on to the other name; its words stand over the straight part.
 * @param {Relation} relation
 * @param {number} y
 * @param {number} end
 * @param {Point} from
 * @param {number} direction -1 to the left, 1 to the right
 * @param {boolean} isOutward whether it points to the other name
 * @param {Texts} texts
 */
function line(relation, y, end, from, direction, isOutward, texts) {
  const [start, bend] = [from.x + direction * NAME_WIDTH / 2, from.x + direction * (NAME_WIDTH / 2 + 36)];
  const [unbend, stop] = [bend + direction * (LABEL_WIDTH - 60), bend + direction * (LABEL_WIDTH - 36)];
  const path = `M${start} ${from.y}C${start + direction * 20} ${from.y} ${bend - direction * 20} ${y} ${bend} ${y}H${unbend}`
    + `C${unbend + direction * 12} ${y} ${stop - direction * 12} ${end} ${stop} ${end}`;
  const tip = isOutward ? {x: stop, y: end, back: -direction} : {x: start, y: from.y, back: direction};
  const at = (/** @type {number} */ back, /** @type {number} */ aside) => `${tip.x + tip.back * back},${tip.y + aside}`;
  const head = relation.type.directed && drawn("polygon", {points: `${at(0, 0)} ${at(7, -3)} ${at(5.5, 0)} ${at(7, 3)}`});
  const centre = (bend + unbend) / 2;
  return drawn("g", {class: `relation ${relation.status}`, "data-row": relation.index},
    drawn("path", {class: "line", d: path, fill: "none"}), head,
    drawn("text", {x: centre, y: y - 3, "text-anchor": "middle", "font-size": 9}, shortened(relation.type.label, 32)),
    drawn("text", {x: centre, y: y + 9, "text-anchor": "middle", "font-size": 8.5, class: "muted"}, dateName(relation.when, texts)));
}

/**
 * @param {Entity} entity
 * @param {Point} centre
 * @param {string} look the class that says what it is here
 */
function name(entity, centre, look) {
  const rows = lines(entity.name);
  const height = rows.length * LINE + 12;
  const top = centre.y - height / 2;
  return drawn("g", {class: `entity ${look}`, "data-row": entity.index},
    drawn("rect", {x: centre.x - NAME_WIDTH / 2, y: top, width: NAME_WIDTH, height, rx: 4}),
    ...rows.map((row, index) => drawn("text", {
      x: centre.x, y: top + 6 + (index + 0.78) * LINE, "text-anchor": "middle", "font-size": 10, "font-weight": "bold",
    }, row)));
}

/**
 * A name on up to three lines.
 * @param {string} text
 */
function lines(text) {
  const room = Math.floor((NAME_WIDTH - 32) / CHARACTER);
  /** @type {string[]} */
  const rows = [];
  for (const word of text.split(/\s+/)) {
    const last = rows.length - 1;
    if (last >= 0 && width(rows[last]) + width(word) + 1 <= room) rows[last] += ` ${word}`;
    else rows.push(shortened(word, room));
  }
  return rows.length > 3 ? [...rows.slice(0, 2), `${shortened(rows[2], room - 1)}…`] : rows;
}

/**
 * How wide a text is, in Latin letters; Chinese and Japanese ones are twice as wide.
 * @param {string} text
 */
function width(text) {
  return Array.from(text).reduce((sum, character) => sum + (character > "\u2e80" ? 1.8 : 1), 0);
}

/**
 * @param {string} text
 * @param {number} room
 */
function shortened(text, room) {
  if (width(text) <= room) return text;
  const characters = Array.from(text);
  while (characters.length > 1 && width(characters.join("")) > room - 1) characters.pop();
  return `${characters.join("")}…`;
}
