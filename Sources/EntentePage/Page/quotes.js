/** Finding a quote in its paragraph: verbatim but for white space and typographic quotes. */

import {element} from "./elements.js";

/** @typedef {import("./graph.js").Citation} Citation */

/**
 * A paragraph with the quote marked in it, where it is found.
 * @param {string} text
 * @param {Citation} citation
 * @returns {(string | Node)[]}
 */
export function marked(text, citation) {
  text = text.normalize();
  const range = quoteRange(text, citation);
  if (!range) return [text];
  return [text.slice(0, range[0]), element("mark", {}, text.slice(range[0], range[1])), text.slice(range[1])];
}

/**
 * Where the quote begins and ends in the text; `null` where it is not.
 * @param {string} text
 * @param {{quote: string, prefix: string, suffix: string}} citation
 * @returns {[number, number] | null}
 */
export function quoteRange(text, {quote, prefix, suffix}) {
  if (quote.trim() === "") return null;
  const found = new RegExp(`${behind(prefix)}${pattern(quote)}${ahead(suffix)}`, "u").exec(text);
  return found ? [found.index, found.index + found[0].length] : null;
}

/** @param {string} prefix */
function behind(prefix) {
  return prefix ? `(?<=${pattern(prefix)}\\s*)` : "";
}

/** @param {string} suffix */
function ahead(suffix) {
  return suffix ? `(?=\\s*${pattern(suffix)})` : "";
}

/** The scripts that have no spaces between words, so that a line break there is none either. */
const SPACELESS = /[\u2e80-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uff9f\u{20000}-\u{3ffff}]/u;

/**
 * What matches a text with any white space, and any quotation marks of the same kind.
 * @param {string} text
 */
function pattern(text) {
  let [result, last, isAfterSpace] = ["", "", false];
  for (const character of text.normalize().trim()) {
    if (/\s/.test(character)) {
      isAfterSpace = true;
      continue;
    }
    if (SPACELESS.test(last) && SPACELESS.test(character)) result += "\\s*";
    else if (isAfterSpace) result += "\\s+";
    result += characterPattern(character);
    [last, isAfterSpace] = [character, false];
  }
  return result;
}

/** @param {string} character */
function characterPattern(character) {
  if (/['‘’‚‛‹›'＇]/.test(character)) return "['‘’‚‛‹›＇]";
  if (/["“”„‟«»＂]/.test(character)) return '["“”„‟«»＂]';
  return character.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");
}
