// SPDX-License-Identifier: MIT
// Elements without markup: post text reaches the page as text nodes alone, and nothing here is a
// sink of Trusted Types.

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * An element. Functions among `attributes` listen to the event of their name; null, undefined and
 * false are left out. A `part` is its class, too, unless it has one.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, any>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  if (attributes.part) node.className = attributes.part;
  for (const [name, value] of Object.entries(attributes))
    if (typeof value == 'function') node.addEventListener(name, value);
    else if (value != null && value !== false) node.setAttribute(name, value === true ? '' : value);
  fill(node, ...children);
  return node;
}

/** Replaces what is in `node`. @param {Node & ParentNode} node @param {...Child} children */
export const fill = (node, ...children) =>
  node.replaceChildren(.../** @type {Node[]} */ (children.filter((child) => child)));

/**
 * What modules that are loaded later are given, so that they need not import it: an import of
 * theirs would make one more file of what the first script holds.
 * @typedef {{el: typeof el, fill: typeof fill, lang: string}} Kit
 */
