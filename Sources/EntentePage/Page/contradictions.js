/** Statements that cannot well stand without each other: rival claims, what was said and taken back, one thing said twice. */

/** @typedef {import("./graph.js").Entity} Entity */
/** @typedef {import("./graph.js").Relation} Relation */

/**
 * Statements to be read side by side, and why.
 * @typedef {{reason: "rivals" | "takenBack" | "differently", about: Entity, relations: Relation[]}} Contradiction
 */

/**
 * Which end of a relation has, or is to have, the other one.
 * @type {Record<string, "subject" | "object">}
 */
const HOLDERS = {"claims": "subject", "holds": "subject", "handed-to": "object", "part-of": "object"};

/**
 * What each type takes back.
 * @type {Record<string, string[]>}
 */
const TAKES_BACK = {
  "withdrew-offer-of": ["offered", "offered-to"],
  "withdrew-from": ["signed", "party-to", "member-of"],
};

/**
 * What contradicts a statement, or stands against another one.
 * @param {Relation} relation
 * @returns {Contradiction[]}
 */
export function contradictionsOf(relation) {
  return present([rivals(heldBy(relation)), takenBack(relation), differently(relation)]);
}

/**
 * The contradictions about an entity.
 * @param {Entity} entity
 * @returns {Contradiction[]}
 */
export function contradictionsAbout(entity) {
  const others = present(entity.relations.flatMap((relation) => [takenBack(relation), differently(relation)]));
  /** @type {Set<Relation>} */
  const seen = new Set();
  const unseen = others.filter(({relations}) => {
    if (relations.every((relation) => seen.has(relation))) return false;
    for (const relation of relations) seen.add(relation);
    return true;
  });
  return [...present([rivals(entity)]), ...unseen];
}

/** @param {(Contradiction | null)[]} found */
function present(found) {
  return found.flatMap((each) => each ? [each] : []);
}

/**
 * What a statement says that somebody has.
 * @param {Relation} relation
 */
function heldBy(relation) {
  const holder = HOLDERS[relation.type.name];
  return holder === "subject" ? relation.object : holder === "object" ? relation.subject : null;
}

/**
 * Statements that give one thing to different holders.
 * @param {Entity | null} thing
 * @returns {Contradiction | null}
 */
function rivals(thing) {
  if (!thing) return null;
  const relations = thing.relations.filter((relation) => heldBy(relation) === thing);
  const holders = new Set(relations.map((relation) => relation.subject === thing ? relation.object : relation.subject));
  return holders.size > 1 ? {reason: "rivals", about: thing, relations} : null;
}

/**
 * An offer and its withdrawal, whichever of them is asked about.
 * @param {Relation} relation
 * @returns {Contradiction | null}
 */
function takenBack(relation) {
  const near = [...new Set([...relation.subject.relations, ...relation.object.relations])];
  const withdrawals = near.filter((each) => isWithdrawal(each) && (each === relation || undoes(each, relation)));
  if (withdrawals.length === 0) return null;
  const undone = near.filter((each) => withdrawals.some((withdrawal) => undoes(withdrawal, each)));
  if (undone.length === 0) return null;
  const relations = [...undone, ...withdrawals].sort((a, b) => a.index - b.index);
  return {reason: "takenBack", about: withdrawals[0].object, relations};
}

/** @param {Relation} relation */
function isWithdrawal(relation) {
  return relation.status === "withdrawn" || relation.type.name in TAKES_BACK;
}

/**
 * Whether one statement takes the other back.
 * @param {Relation} withdrawal
 * @param {Relation} other
 */
function undoes(withdrawal, other) {
  if (withdrawal === other || isWithdrawal(other)) return false;
  const types = TAKES_BACK[withdrawal.type.name] ?? [withdrawal.type.name];
  if (!types.includes(other.type.name)) return false;
  return withdrawal.object === other.object && withdrawal.subject === other.subject
    || other.type.name === "offered-to" && other.subject === withdrawal.object;
}

/**
 * The same said of the same time, with another status or elsewhere: what one document says twice happened twice.
 * @param {Relation} relation
 * @returns {Contradiction | null}
 */
function differently(relation) {
  const {subject, type, object, years} = relation;
  const relations = subject.relations.filter((each) =>
    each.type === type && each.years[0] <= years[3] && each.years[3] >= years[0]
      && (each.subject === subject && each.object === object || !type.directed && each.subject === object && each.object === subject));
  const voices = new Set(relations.map(({status, accordingTo, citations}) =>
    JSON.stringify([status, accordingTo?.id, citations.map(({document}) => document.id).sort()])));
  return voices.size > 1 ? {reason: "differently", about: object, relations} : null;
}
