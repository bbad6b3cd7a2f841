// SPDX-License-Identifier: MIT
// The page beside an index: its language, its address in the snippets, and the number of posts.

/** @param {string} lang */
function speak(lang) {
  document.documentElement.lang = lang;
  for (const node of document.querySelectorAll('h1 > [lang], nav > a, footer > [lang]'))
    /** @type {HTMLElement} */ (node).hidden = /** @type {HTMLElement} */ (node).lang != lang;
  for (const button of document.querySelectorAll('nav button')) button.ariaPressed = `${button.getAttribute('value') == lang}`;
  document.title = lang == 'ko' ? '글 찾기 · geul' : 'Search · geul';
  const search = document.createElement('geul-search');
  search.setAttribute('mode', 'inline');
  search.toggleAttribute('recent');
  search.toggleAttribute('filters', matchMedia('(min-width: 760px)').matches);
  document.querySelector('#search')?.replaceChildren(search);
}

speak(navigator.language.startsWith('ko') ? 'ko' : 'en');
for (const button of document.querySelectorAll('nav button'))
  button.addEventListener('click', () => speak(button.getAttribute('value') ?? 'ko'));

for (const code of document.querySelectorAll('.snippet')) {
  const mode = code.getAttribute('data-mode');
  code.textContent = `<script type="module" src="${new URL('geul-search.js', location.href).pathname}"></script>\n<geul-search${mode == 'inline' ? ' mode="inline"' : ''}></geul-search>`;
}

const { size } = await (await import('./geul.js')).open().catch(() => ({ size: null }));
for (const node of document.querySelectorAll('.count')) node.textContent = size?.toLocaleString() ?? '?';

export {};
