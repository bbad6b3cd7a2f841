// SPDX-License-Identifier: MIT
// Queries of plain words, which most are; the rest of the grammar (grammar.js, dates.js) is loaded
// for the others alone:
//
//     needsGrammar(text) ? resolve(parse(text, facetKeys, analyzer), analyzer, today)
//                        : resolvePlain(text, analyzer)
//
// Mirrors query/parse/passage.cpp, and of meaning.cpp what is about plain words. Offsets are UTF-16
// units of the text. Cost: one analysis of the query, linear.

/** @typedef {import('../types.js').Analyzer} Analyzer */
/** @typedef {import('../types.js').MeantNode} MeantNode */
/** @typedef {import('../types.js').MeantQuery} MeantQuery */
/** @typedef {import('../types.js').MeantWord} MeantWord */
/** @typedef {import('../types.js').MeantTerm} MeantTerm */

/**
 * A node of what was typed (query/parse/typed.hpp).
 * @typedef {object} TypedNode
 * @property {'word'|'phrase'|'prefix'|'list'|'all'|'any'} kind
 * @property {'plain'|'must'|'must_not'} occurrence
 * @property {string} field  a field's name, "date" or a facet's key; '' without
 * @property {string} text
 * @property {number} begin
 * @property {number} end
 * @property {number} at     where `text` stands
 * @property {TypedNode[]} children
 */

/** What parts words, within brackets of a pattern (lexer.cpp, is_space()); controls do too. */
export const SPACE = '\\0- \\x7f\\x85\\xa0\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const WORD = RegExp(`[^${SPACE}]+`, 'g');
/** What makes a word more than plain, or might. */
const SYNTAX = /["“”()*:]|^([+-])(?!\1|$)|^(AND|OR|NOT)$|\p{Cs}/u;

/** The words of a text and where they begin. @param {string} text */
export const wordsOf = (text) => [...text.matchAll(WORD)];

/**
 * Whether a query may be more than plain words: false only where resolvePlain() gives what the
 * grammar gives. Longer queries than 4,096 bytes, which the grammar cuts, are among them.
 * @param {string} text
 */
export const needsGrammar = (text) =>
  text.length > 1365 || wordsOf(text).some(([word]) => SYNTAX.test(word));

/**
 * A node of what was meant, without words.
 * @param {MeantNode['kind']} kind
 * @param {TypedNode} typed  whose occurrence and place it has
 * @param {string} text
 * @returns {MeantNode}
 */
export const meantNode = (kind, { occurrence, begin, end }, text) => ({
  kind,
  occurrence,
  begin,
  end,
  text,
  words: [],
  alternatives: [],
  isFunctionWord: false,
  children: [],
});

/**
 * A typed node that holds no others.
 * @param {TypedNode['kind']} kind
 * @param {string} text
 * @param {number} begin
 * @returns {TypedNode}
 */
export const typedNode = (kind, text, begin) => ({
  kind,
  occurrence: 'plain',
  field: '',
  text,
  begin,
  end: begin + text.length,
  at: begin,
  children: [],
});

/**
 * Of a name with punctuation, the parts find it only together; C++ is not C, nor 8.0 some post with
 * an 8 and a 0.
 * @param {MeantTerm[]} terms
 */
const withoutLooseParts = (terms) => {
  const parts = terms.filter(({ family }) => family === 'part');
  return parts.length < 2 || parts.every(({ script }) => script === 'digit')
    ? terms.filter((term) => !parts.includes(term))
    : terms;
};

/**
 * The words of pieces of a query, which are analysed as one text, a space apart, because the pair
 * of syllables across the border of two words counts too.
 * @param {{text: string, at: number}[]} pieces  `at`: where it was typed
 * @param {Analyzer} analyzer
 * @returns {MeantWord[][]}  of each piece; a piece of punctuation alone has none
 */
export const analyzePieces = (pieces, analyzer) => {
  let text = '';
  const found = pieces.map((piece) => {
    if (text) text += ' ';
    const begin = text.length;
    text += piece.text;
    return { begin, moved: piece.at - begin, words: /** @type {MeantWord[]} */ ([]) };
  });
  /** @type {{begin: number, end: number, terms: MeantTerm[]}[]} */
  const gathered = [];
  for (const { family, script, term, begin, end, word } of analyzer.analyze(text)) {
    const at = (gathered[word] ??= { begin: Infinity, end: 0, terms: [] });
    at.terms.push({ family, script, term });
    // Pairs across a border do not say where a word stands.
    if (family === 'crossing_pair') continue;
    at.begin = Math.min(at.begin, begin);
    at.end = Math.max(at.end, end);
  }
  let piece = 0;
  for (const { begin, end, terms } of gathered.filter((word) => word.end)) {
    while (piece + 1 < found.length && found[piece + 1].begin <= begin) ++piece;
    const { moved, words } = found[piece];
    const surface = text.slice(begin, end);
    const isWord = (/** @type {MeantTerm} */ term) => term.family === 'word';
    words.push({
      surface,
      begin: begin + moved,
      end: end + moved,
      terms: [
        ...withoutLooseParts([...terms.filter(isWord), ...terms.filter((term) => !isWord(term))]),
        ...analyzer
          .alternatesOf(surface)
          .map((term) => /** @type {MeantTerm} */ ({ family: 'alternate', script: 'hangul', term })),
      ],
    });
  }
  return found.map(({ words }) => words);
};

/**
 * Adds a leaf. Punctuation alone says nothing: it can be in no post.
 * @param {MeantNode} parent
 * @param {MeantNode} leaf
 * @param {string[]} notes
 */
export const addSaid = (parent, leaf, notes) => {
  if (leaf.words.length || (leaf.text && (leaf.kind === 'name' || leaf.facet)))
    parent.children.push(leaf);
  else notes.push(`"${leaf.text}" holds no word and was left out`);
};

/** @param {TypedNode} word */
const areInitials = (word) => word.occurrence === 'plain' && /^[ㄱ-ㅎ]+$/.test(word.text);

/**
 * Adds words that stand side by side. Spaces between initials mean nothing: ㅋㅂ ㄴㅌㅅ is one word.
 * @param {MeantNode} parent
 * @param {TypedNode[]} typed
 * @param {Analyzer} analyzer
 * @param {string[]} notes
 */
export const addPlainWords = (parent, typed, analyzer, notes) => {
  /** @type {TypedNode[]} */
  const joined = [];
  for (const word of typed) {
    const last = joined[joined.length - 1];
    if (last && areInitials(last) && areInitials(word))
      joined[joined.length - 1] = { ...last, text: last.text + word.text, end: word.end };
    else joined.push(word);
  }
  analyzePieces(joined, analyzer).forEach((words, i) =>
    addSaid(parent, { ...meantNode('words', joined[i], joined[i].text), words }, notes));
};

/**
 * Marks the function words of a list that has other words.
 * @param {MeantNode} list
 * @param {Analyzer} analyzer
 */
export const markFunctionWords = ({ children }, analyzer) => {
  const marked = children.map(
    ({ kind, occurrence, field, text }) =>
      kind === 'words' && occurrence === 'plain' && !field && analyzer.isFunctionWord(text));
  const others = children.some(
    ({ kind, occurrence, facet }, i) =>
      !marked[i] && occurrence !== 'must_not' && kind !== 'name' && kind !== 'days' && !facet);
  if (others) children.forEach((child, i) => (child.isFunctionWord = marked[i]));
};

/**
 * @param {MeantNode} root
 * @param {string} text   as typed
 * @param {string[]} notes
 * @returns {MeantQuery}
 */
export const meantQuery = (root, text, notes) => ({
  root,
  extent: root.children.length ? 'something' : wordsOf(text).length ? 'nothing_left' : 'blank',
  notes,
});

/**
 * What a query of plain words means.
 * @param {string} text  of which needsGrammar() is false
 * @param {Analyzer} analyzer
 * @returns {MeantQuery}
 */
export const resolvePlain = (text, analyzer) => {
  const typed = wordsOf(text).map(({ 0: word, index }) =>
    typedNode('word', word, /** @type {number} */ (index)));
  /** @type {string[]} */
  const notes = [];
  const place = typed.length === 1 ? typed[0] : typedNode('list', text, 0);
  const root = meantNode('list', place, '');
  addPlainWords(root, typed, analyzer, notes);
  markFunctionWords(root, analyzer);
  return meantQuery(root, text, notes);
};
