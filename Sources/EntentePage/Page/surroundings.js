/** The picture of one entity and all that joins it to others, for graphs that are too large for one picture of the whole.
 *
 * What points to it stands to the left, what it points to on the right, the oldest relation above. It is laid out for every
 * year at once, so that nothing moves when the year changes.
 */

import {drawn} from "./elements.js";
import {otherEnd} from "./graph.js";
import {dateName} from "./labels.js";

/** @typedef {import("./graph.js").Entity} Entity */
/** @typedef {import("./graph.js").Relation} Relation */
/** @typedef {import("./texts.js").Texts} Texts */

/** How many relations can be drawn around one entity. */
export const MOST_DRAWN = 60;

const [NAME_WIDTH, LABEL_WIDTH, LINE, CHARACTER] = [150, 210, 13, 5.6];

/**
 * @param {Entity} centre
 * @param {Relation[]} relations all that are drawn
 * @param {Texts} texts
 * @returns {SVGSVGElement}
 */
export function surroundings(centre, relations, texts) {
  const left = side(centre, relations.filter(({subject, object}) => object === centre && subject !== centre));
  const right = side(centre, relations.filter(({subject}) => subject === centre));
  const height = Math.max(left.height, right.height, 60) + 20;
  const reach = (/** @type {Side} */ {groups}) => NAME_WIDTH / 2 + (groups.length > 0 ? LABEL_WIDTH + NAME_WIDTH : 0);
  const middle = {x: reach(left), y: height / 2};
  const parts = [[left, -1], [right, 1]].flatMap(([each, direction]) =>
    drawSide(/** @type {Side} */ (each), middle, /** @type {number} */ (direction), texts));
  return drawn("svg", {viewBox: `-5 0 ${middle.x + reach(right) + 10} ${height}`, role: "group", class: "surroundings"},
    drawn("g", {class: "relations"}, ...parts.map(({relation}) => relation)),
    drawn("g", {class: "entities"}, ...parts.flatMap(({entity}) => entity ? [entity] : []), name(centre, middle, true)));
}

/**
 * The entities of one side, each with its relations to the centre, from top to bottom.
 * @typedef {{groups: {entity: Entity, relations: Relation[], y: number, height: number}[], height: number}} Side
 */

/**
 * @param {Entity} centre
 * @param {Relation[]} relations
 * @returns {Side}
 */
function side(centre, relations) {
  /** @type {Map<Entity, Relation[]>} */
  const byEntity = new Map();
  for (const relation of relations) {
    const other = otherEnd(relation, centre);
    byEntity.set(other, [...byEntity.get(other) ?? [], relation]);
  }
  let y = 0;
  const groups = [...byEntity].map(([entity, relations]) => {
    const height = Math.max(relations.length * 2 * LINE + 6, lines(entity.name).length * LINE + 20);
    const group = {entity, relations, y, height};
    y += height + 8;
    return group;
  });
  return {groups, height: Math.max(0, y - 8)};
}

/**
 * @param {Side} side
 * @param {{x: number, y: number}} middle
 * @param {number} direction -1 to the left, 1 to the right
 * @param {Texts} texts
 */
function drawSide({groups, height}, middle, direction, texts) {
  const top = middle.y - height / 2;
  return groups.flatMap(({entity, relations, y, height}) => {
    const centre = {x: middle.x + direction * (NAME_WIDTH + LABEL_WIDTH), y: top + y + height / 2};
    return relations.map((relation, index) => {
      const place = centre.y + (index - (relations.length - 1) / 2) * 2 * LINE;
      return {
        relation: line(relation, place, centre.y, middle, direction, texts),
        entity: index === 0 ? name(entity, centre, false) : null,
      };
    });
  });
}

/**
 * A relation's line from the centre to its label, and on to the other name; its words stand over the straight part.
 * @param {Relation} relation
 * @param {number} y
 * @param {number} end
 * @param {{x: number, y: number}} middle
 * @param {number} direction
 * @param {Texts} texts
 */
function line(relation, y, end, middle, direction, texts) {
  const [start, bend] = [middle.x + direction * NAME_WIDTH / 2, middle.x + direction * (NAME_WIDTH / 2 + 36)];
  const [unbend, stop] = [bend + direction * (LABEL_WIDTH - 60), bend + direction * (LABEL_WIDTH - 36)];
  const path = `M${start} ${middle.y}C${start + direction * 20} ${middle.y} ${bend - direction * 20} ${y} ${bend} ${y}H${unbend}`
    + `C${unbend + direction * 12} ${y} ${stop - direction * 12} ${end} ${stop} ${end}`;
  const isOutward = direction > 0;
  const tip = isOutward ? {x: stop, y: end} : {x: start, y: middle.y};
  const head = relation.type.directed
    && drawn("polygon", {points: `${tip.x},${tip.y} ${tip.x - 7},${tip.y - 3} ${tip.x - 5.5},${tip.y} ${tip.x - 7},${tip.y + 3}`});
  const centre = (bend + unbend) / 2;
  return drawn("g", {class: `relation ${relation.status}`, "data-row": relation.index},
    drawn("path", {class: "line", d: path, fill: "none"}), head,
    drawn("text", {x: centre, y: y - 3, "text-anchor": "middle", "font-size": 9}, shortened(relation.type.label, 32)),
    drawn("text", {x: centre, y: y + 9, "text-anchor": "middle", "font-size": 8.5, class: "muted"}, dateName(relation.when, texts)));
}

/**
 * @param {Entity} entity
 * @param {{x: number, y: number}} centre
 * @param {boolean} isCentre
 */
function name(entity, centre, isCentre) {
  const rows = lines(entity.name);
  const height = rows.length * LINE + 12;
  const top = centre.y - height / 2;
  return drawn("g", {class: `entity ${isCentre ? "centre" : ""}`, "data-row": entity.index},
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
