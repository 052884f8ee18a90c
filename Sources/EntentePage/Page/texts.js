/** What the page says: which languages there are, and which one is spoken. */

import {english} from "./texts-en.js";
import {japanese} from "./texts-ja.js";
import {russian} from "./texts-ru.js";

/** @typedef {typeof english} Texts */

/** @type {Texts[]} */
export const languages = [english, japanese, russian];

/**
 * The first language of a reader that the page speaks.
 * @param {readonly string[]} wanted language tags, the preferred one first
 * @returns {Texts}
 */
export function textsFor(wanted) {
  for (const tag of wanted) {
    const found = languages.find(({code}) => tag.toLowerCase().split("-")[0] === code);
    if (found) return found;
  }
  return english;
}
