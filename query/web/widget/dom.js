// SPDX-License-Identifier: MIT
// Elements without markup: post text reaches the page as text nodes alone, and nothing here is a
// sink of Trusted Types.

/** @typedef {import('../geul.js').Span} Span */
/** @typedef {Node | string | null | undefined | false} Child */

/**
 * An element. Functions among `attributes` listen to the event of their name; null, undefined and
 * false are left out.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, any>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (typeof value == 'function') node.addEventListener(name, value);
    else if (value != null && value !== false) node.setAttribute(name, value === true ? '' : value);
  node.append(...present(children));
  return node;
}

/** @param {Child[]} children */
export const present = (children) =>
  /** @type {(Node | string)[]} */ (children.filter((child) => child || child === ''));

/**
 * A drawing of 24 by 24 units, in the colour of the text.
 * @param {string} path
 */
export function icon(path) {
  const make = (/** @type {string} */ tag) => document.createElementNS('http://www.w3.org/2000/svg', tag);
  const svg = make('svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(make('path'));
  svg.children[0].setAttribute('d', path);
  return svg;
}

/**
 * `text` with its spans, ascending and apart, in <mark>.
 * @param {string} text
 * @param {readonly Span[]} spans
 */
export function marked(text, spans) {
  const all = document.createDocumentFragment();
  let done = 0;
  for (const [begin, end] of spans) {
    all.append(text.slice(done, begin), el('mark', { part: 'mark' }, text.slice(begin, end)));
    done = end;
  }
  all.append(text.slice(done));
  return all;
}

/**
 * An address that may be followed: a post cannot smuggle in `javascript:`.
 * @param {string} url
 */
export const followable = (url) => (/^(?!https?:)[a-z][^/?#]*:/i.test(url.replace(/[\0- ]/g, '')) ? '#' : url);
