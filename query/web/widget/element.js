// SPDX-License-Identifier: MIT
// <geul-search>: WIDGET.md has its attributes, parts and properties.

import { isShortcut } from './keys.js';
import { css, sheet } from './style.js';
import { createView } from './view.js';

/**
 * Defines the element, once a page.
 * @param {string} home  the folder of the index, unless the element's `base` says otherwise
 */
export function define(home) {
  class GeulSearch extends HTMLElement {
    constructor() {
      super();
      /** @type {ReturnType<typeof createView> | undefined} */
      this.view = undefined;
      this.stop = new AbortController();
    }

    connectedCallback() {
      const view = (this.view ??= createView(this, shadowOf(this), home));
      const { signal } = (this.stop = new AbortController());
      addEventListener('popstate', view.restore, { signal });
      addEventListener('keydown', (event) => {
        if (this.hasAttribute('no-shortcut') || !isShortcut(event) || !view.isFirst()) return;
        event.preventDefault();
        view.open();
      }, { signal });
      followTheme(view.root, this, signal);
      view.restore();
    }

    disconnectedCallback() {
      this.stop.abort();
    }

    /** Opens the dialog, or goes to the box. */
    open() {
      this.view?.open();
    }

    close() {
      this.view?.close();
    }
  }
  if (!customElements.get('geul-search')) customElements.define('geul-search', GeulSearch);
}

/** @param {HTMLElement} host */
function shadowOf(host) {
  const shadow = host.attachShadow({ mode: 'open' });
  shadow.adoptedStyleSheets = [sheet(css)];
  return shadow;
}

/**
 * A page that switches its theme by `data-theme` on <html>, or on the element, takes the widget along.
 * @param {HTMLElement} root @param {HTMLElement} host @param {AbortSignal} signal
 */
function followTheme(root, host, signal) {
  const follow = () => {
    root.dataset.theme = /** @type {HTMLElement | null} */ (host.closest('[data-theme]'))?.dataset.theme ?? '';
  };
  const observer = new MutationObserver(follow);
  for (const node of [host, document.documentElement, document.body])
    observer.observe(node, { attributeFilter: ['data-theme'] });
  signal.addEventListener('abort', () => observer.disconnect());
  follow();
}
