// SPDX-License-Identifier: MIT
// Hits as options of the listbox: real links, grouped by post. An option holds no other control.

import { el, followable, marked } from './dom.js';

/** @typedef {import('../geul.js').Hit} Hit */
/** @typedef {import('../geul.js').Excerpt} Excerpt */
/** @typedef {import('../geul.js').Section} Section */

/**
 * @param {Hit} hit
 * @param {string} lang
 * @returns {HTMLElement} a group: the post's option, then those of its further sections
 */
export function hitView(hit, lang) {
  const id = `hit${hit.rank}`;
  const others = hit.sections.filter((section) => section.url && section.url != hit.url && section.heading);
  return el('div', { role: 'group', part: 'hit', class: 'hit', 'aria-labelledby': `${id}-title` },
    option(id, hit.url, 'post',
      el('span', { part: 'title', class: 'title', id: `${id}-title` }, marked(hit.title || hit.url, hit.titleHighlights)),
      meta(hit, lang), excerptView(hit.excerpt, ownHeading(hit))),
    ...others.slice(0, 3).map((section, at) => option(`${id}-${at}`, section.url, 'section',
      el('span', { part: 'heading', class: 'heading' }, marked(section.heading ?? '', section.headingHighlights)),
      excerptView(section.excerpt))));
}

/** @param {string} id @param {string} url @param {string} kind @param {...Node} children */
const option = (id, url, kind, ...children) =>
  el('a', { role: 'option', id, href: followable(url), part: kind, class: kind, 'aria-selected': 'false' }, ...children);

/** @param {Hit} hit */
function ownHeading({ excerpt, sections, url }) {
  if (!excerpt.heading) return null;
  const own = sections.find((section) => section.url == url && section.heading == excerpt.heading);
  return el('span', { part: 'heading', class: 'heading' }, marked(excerpt.heading, own?.headingHighlights ?? []));
}

/** @param {Excerpt} excerpt @param {HTMLElement | null} [heading] */
const excerptView = ({ text, highlights, cutBefore, cutAfter }, heading) =>
  el('span', { part: 'excerpt', class: 'excerpt' }, heading, heading && text && ' ',
    cutBefore && '…', marked(text, highlights), cutAfter && '…');

/** @param {Hit} hit @param {string} lang */
function meta({ date, categories, tags }, lang) {
  const day = date && dayName(date, lang);
  return el('span', { part: 'meta', class: 'meta' },
    day && el('time', { datetime: date.slice(0, 10) }, day),
    ...categories.map((name) => el('span', {}, name)),
    ...tags.slice(0, 6).map((name) => el('span', { class: 'tag' }, name)));
}

/** The author's day, whatever the reader's time zone. @param {string} date @param {string} lang */
function dayName(date, lang) {
  const day = new Date(date.slice(0, 10));
  return isNaN(+day) ? date : new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}
