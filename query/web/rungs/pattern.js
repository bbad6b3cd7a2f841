// SPDX-License-Identifier: MIT
// Mirrors query/rungs/pattern.cpp: words told by what may stand in each of their places, and those of
// them that the index has.

/** @typedef {import('../types.js').IndexView} IndexView */
/** @typedef {import('../types.js').TermCount} TermCount */

/**
 * A set of words, told by what may stand in each of their places: characters from the first to the
 * second, from the third to the fourth and so on, in ascending order ('가깋' is all with ㄱ).
 * @typedef {object} WordPattern
 * @property {string[]} places
 * @property {boolean} [whole]  words of just as many characters, none longer
 */

/** @param {WordPattern} pattern @param {string} word */
export const matches = ({ places, whole }, word) =>
  (!whole || word.length === places.length) &&
  places.every((place, at) => {
    for (let i = 0; i < place.length; i += 2)
      if (place[i] <= word[at] && word[at] <= place[i + 1]) return true;
    return false;
  });

/** @param {TermCount[]} words @param {number} limit */
export const mostFrequent = (words, limit) =>
  words.sort((a, b) => b.documents - a.documents || (a.term < b.term ? -1 : 1)).slice(0, limit);

/**
 * Words that the index has of a pattern, those of each choice in the order of their bytes. Cost: the
 * files of the words between the first and the last choice of the first place that leaves one.
 * @param {WordPattern} pattern @param {IndexView} view
 */
export const wordsOf = async (pattern, view) => {
  const { places } = pattern;
  let begin = '';
  while (begin.length + 1 < places.length && places[begin.length][0] === places[begin.length][1])
    begin += places[begin.length][0];
  const choices = places[begin.length];
  const found = [];
  for (let i = 0; i < choices.length; i += 2)
    found.push(view.wordsFrom(begin + choices[i], begin + choices[i + 1]));
  return (await Promise.all(found)).flat().filter(({ term }) => matches(pattern, term));
};
