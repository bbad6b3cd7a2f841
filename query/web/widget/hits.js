// SPDX-License-Identifier: MIT
// Hits as options of the listbox: real links, grouped by post. An option holds no other control.

/** @typedef {import('../geul.js').Hit} Hit */
/** @typedef {import('../geul.js').Excerpt} Excerpt */
/** @typedef {import('../geul.js').Span} Span */
/** @typedef {import('./dom.js').Kit} Kit */

const kSections = 3, kTags = 6;

/**
 * The group of a post: an option for the post itself, and for each further section.
 * @param {Kit} kit
 * @returns {(hit: Hit) => HTMLElement}
 */
export function hitViews({ el, lang }) {
  const dates = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' });

  /** @param {string} text @param {readonly Span[]} spans  ascending and apart */
  function marked(text, spans) {
    const all = [];
    let done = 0;
    for (const [begin, end] of spans) {
      all.push(text.slice(done, begin), el('mark', { part: 'mark' }, text.slice(begin, end)));
      done = end;
    }
    return [...all, text.slice(done)];
  }

  /** @param {string} part @param {...import('./dom.js').Child} children */
  const span = (part, ...children) => el('span', { part }, ...children);

  /** @param {string} id @param {string} href @param {string} part @param {...Node} children */
  const option = (id, href, part, ...children) =>
    el('a', { part, id, href: followable(href), role: 'option', 'aria-selected': 'false' }, ...children);

  /** @param {Excerpt} excerpt @param {Node | false} [heading] */
  const excerptView = ({ text, highlights, cutBefore, cutAfter }, heading) =>
    span('excerpt', heading, heading && ' ', cutBefore && '…', ...marked(text, highlights), cutAfter && '…');

  /** @param {Hit} hit */
  function meta({ date, categories, tags }) {
    const day = new Date((date ?? '').slice(0, 10));  // the author's, whatever the reader's time zone
    return span('meta', isNaN(+day) ? date : el('time', {}, dates.format(day)),
      ...categories.map((name) => span('category', name)), ...tags.slice(0, kTags).map((name) => span('tag', name)));
  }

  return (hit) => {
    const { excerpt, sections, rank, title, url } = hit;
    const own = excerpt.heading && sections.find((section) => section.heading == excerpt.heading);
    const others = sections.filter((section) => section != own && section.heading && section.url && section.url != url);
    return el('div', { part: 'hit', role: 'group', 'aria-label': title },
      option(`hit${rank}`, url, 'post', span('title', ...marked(title || url, hit.titleHighlights)), meta(hit),
        excerptView(excerpt, !!excerpt.heading && span('heading', ...marked(excerpt.heading, own ? own.headingHighlights : [])))),
      ...others.slice(0, kSections).map((section, at) => option(`hit${rank}-${at}`, section.url, 'section',
        span('heading', ...marked(section.heading ?? '', section.headingHighlights)), excerptView(section.excerpt))));
  };
}

/** A post cannot smuggle in `javascript:`. @param {string} url */
const followable = (url) => (/^(?!https?:)[a-z][^/?#]*:/i.test(url.replace(/[\0- ]/g, '')) ? '#' : url);
