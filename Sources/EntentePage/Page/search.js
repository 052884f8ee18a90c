/** Finding entities by their names and aliases, in any script, with or without diacritics. */

/** @typedef {import("./graph.js").Entity} Entity */

/**
 * A text as it is compared: without case, diacritics and differences of width. The marks of kana stay: they make another letter.
 * @param {string} text
 */
export function folded(text) {
  return text.normalize("NFKD").replace(/(?![\u3099\u309a])\p{M}/gu, "").normalize("NFC")
    .toLowerCase().replace(/[’‘ʼ']/g, "'").replace(/ё/g, "е").replace(/ß/g, "ss").replace(/ø/g, "o").replace(/ł/g, "l")
    .replace(/đ/g, "d").replace(/ı/g, "i").replace(/æ/g, "ae").replace(/œ/g, "oe").trim();
}

/**
 * A finding, and the alias that was found where it is not the name.
 * @typedef {{entity: Entity, alias: string | null}} Finding
 */

/**
 * An index of what entities are called, made once.
 * @param {Entity[]} entities
 * @returns {(text: string) => Finding[]} finds the best first
 */
export function nameIndex(entities) {
  const names = entities.flatMap((entity) => [
    {entity, alias: /** @type {string | null} */ (null), text: folded(entity.name)},
    ...entity.aliases.map((alias) => ({entity, alias, text: folded(alias)})),
  ]);
  return (text) => {
    const wanted = folded(text);
    if (wanted === "") return [];
    /** @type {Map<Entity, {rank: number, finding: Finding}>} */
    const best = new Map();
    for (const {entity, alias, text} of names) {
      const rank = nearness(text, wanted);
      if (rank === null) continue;
      const before = best.get(entity);
      if (!before || rank < before.rank) best.set(entity, {rank, finding: {entity, alias}});
    }
    return [...best.values()].sort((a, b) => a.rank - b.rank).map(({finding}) => finding);
  };
}

/**
 * How near a name is to what was asked for: it is it, begins with it, has a word that does, holds it, or all its words.
 * @param {string} name
 * @param {string} wanted
 */
function nearness(name, wanted) {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  const words = name.split(/[\s\-–—/(),.·・]+/);
  if (words.some((word) => word.startsWith(wanted))) return 2;
  if (name.includes(wanted)) return 3;
  return wanted.split(/\s+/).every((part) => name.includes(part)) ? 4 : null;
}
