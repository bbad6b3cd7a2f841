// SPDX-License-Identifier: MIT
// Decides which posts a query matches; weights are none of its business (scoring.js). Mirrors
// query/parse/matching.cpp and the names of plan.cpp.
import { isContentWord, isFilter, isRequired } from './node_kinds.js';
import { all, any, EVERYTHING, prefix, term, within, without } from './query.js';
import { isName, namePrefix, wordPrefix } from './stored.js';
import { HALF, matchAlternatives, matchOf, phraseOf, WHOLE, wordOf } from './word_query.js';

/** @typedef {import("../types.js").Query} Query */
/** @typedef {import("../types.js").MeantNode} MeantNode */
/** @typedef {import("../types.js").MeantWord} MeantWord */
/** @typedef {import("./plan.js").Plan} Plan */

/**
 * The terms that begin as a prefix says, in their field or facet.
 * @param {MeantNode} node
 * @returns {Query & {kind: "prefix"}}
 */
export function matchBeginning({ field, facet, text }) {
  const place = facet ?? field;
  const before = place && isName(place) ? namePrefix(place) : wordPrefix(place);
  return /** @type {any} */ (prefix(before + text));
}

/** @param {MeantNode} node  @param {number} [matching] */
export const matchAsTyped = ({ words, field }, matching = WHOLE) =>
  all(words.map((word) => matchOf(word, field, matching)));

/** The posts of typed words, or of their alternatives. @param {MeantNode} node  @param {number} [matching] */
export function matchWords(node, matching = WHOLE) {
  const typed = matchAsTyped(node, matching);
  return node.alternatives.length
    ? any([typed, matchAlternatives(node.alternatives, node.field)])
    : typed;
}

/**
 * What posts that have the word itself match, from the surest on. @param {MeantNode} node
 */
export function surestMatches(node) {
  const apart = node.alternatives
    .filter(({ rung, words }) => rung === 'spacing' && words.length > 1)
    .map(({ words }) => phraseOf(words, node.field));
  if (!apart.length) return [matchAsTyped(node)];
  const whole = wordOf(node.words[0], node.field);
  return [whole, any([...apart, whole])];
}

/**
 * The posts that have a value of a facet: the whole value, or where no post has that, all of its
 * words within such values, with a note.
 * @param {string} facet
 * @param {string} name
 * @param {MeantWord[]} words  the analysed name
 * @param {import("./plan.js").Names} names
 * @param {string[]} notes
 */
export function matchName(facet, name, words, names, notes) {
  const stored = namePrefix(facet) + names.fold(name);
  if (!words.length || names.has(stored)) return term(stored);
  notes.push(`no post has the ${facet} "${name}"; its words were looked for among them`);
  return all(words.map((word) => matchOf(word, facet)));
}

/**
 * @param {import("./plan.js").Names} names
 * @param {number} loosest  how little of a plain word may do
 * @param {Plan} plan       takes the origins of names, and notes
 */
export function createMatcher(names, loosest, plan) {
  /** @param {MeantNode} node  @returns {Query} */
  const match = (node) => {
    const { kind, field, facet, words, text } = node;
    if (field === 'path') plan.notes.push("a site's search does not look into paths");
    if (kind === 'words') return matchWords(node);
    if (kind === 'phrase') return phraseOf(words, field);
    if (kind === 'prefix')
      return facet ? matchBeginning(node) : any([matchBeginning(node), matchWords(node)]);
    if (kind === 'days') return within(/** @type {any} */ (node.days));
    if (kind === 'list') return matchList(node);
    if (kind === 'all') return matchAll(node);
    if (kind === 'any') return any(node.children.map(matchSigned));
    const place = /** @type {string} */ (facet ?? field);
    const stored = namePrefix(place) + names.fold(text);
    plan.origins.push({
      ...{ stored, word: text, term: text, family: 'word', field: place },
      ...{ order: node.begin, rung: 'exact', standsFor: '', begins: false },
    });
    return matchName(place, text, words, names, plan.notes);
  };

  /** @param {MeantNode} node */
  const matchSigned = (node) =>
    node.occurrence === 'must_not' ? without(EVERYTHING, [match(node)]) : match(node);

  /** @param {MeantNode} node */
  const matchAll = ({ children }) => {
    /** @type {Query[]} */
    const wanted = [];
    /** @type {Query[]} */
    const excluded = [];
    for (const child of children)
      (child.occurrence === 'must_not' ? excluded : wanted).push(match(child));
    return without(all(wanted), excluded);
  };

  /** Words that may be missing decide only where nothing but filters is required.
   * @param {MeantNode} node */
  const matchList = ({ children }) => {
    /** @type {Query[]} */
    const required = [];
    /** @type {Query[]} */
    const optional = [];
    /** @type {Query[]} */
    const excluded = [];
    const several = children.filter(isContentWord).length > 1;
    const matching = several ? Math.max(HALF, loosest) : loosest;
    let onlyFilters = true;
    for (const child of children) {
      if (child.isFunctionWord) continue;
      if (child.occurrence === 'must_not') excluded.push(match(child));
      else if (isRequired(child)) {
        onlyFilters &&= isFilter(child);
        required.push(match(child));
      } else optional.push(child.kind === 'words' ? matchWords(child, matching) : match(child));
    }
    if (onlyFilters && optional.length) required.push(any(optional));
    return without(all(required), excluded);
  };

  return match;
}
