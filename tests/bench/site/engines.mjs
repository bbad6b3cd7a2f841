// SPDX-License-Identifier: GPL-2.0-or-later
// How a visitor uses each search: where it is, how it is focused and typed into, and when so many
// results stand there with their excerpts.

const PATIENCE = 10_000;  // ms; some searches find fewer than are waited for

/** Milliseconds since the page was asked for until `count` says that there are so many; null where
 * there never are. */
async function until(page, count, wanted) {
  return page.evaluate(async ([source, wanted, patience]) => {
    const count = new Function(`return (${source})()`);
    const begin = performance.now();
    while (count() < wanted) {
      if (performance.now() > begin + patience) return null;
      await new Promise(requestAnimationFrame);
    }
    return performance.now();
  }, [count.toString(), wanted, PATIENCE]);
}

const GEUL = {
  page: "geul.html",
  count: () => {
    const root = document.querySelector("geul-search")?.shadowRoot;
    return root ? root.querySelectorAll('[part~="hit"]').length : 0;
  },
  async focus(page) {
    await page.locator("geul-search input").first().focus();
  },
  async type(page, query, results) {
    const input = page.locator("geul-search input").first();
    await input.fill("");
    await page.waitForTimeout(100);
    await page.keyboard.insertText(query);
    await until(page, GEUL.count, results);
  },
  shown: (page, wanted) => until(page, GEUL.count, wanted),
};

const PAGEFIND = {
  page: "pagefind.html",
  count: () => document.querySelectorAll(".pagefind-ui__result-excerpt").length,
  async focus(page) {
    await page.locator(".pagefind-ui__search-input").focus();
  },
  async type(page, query, results) {
    await page.locator(".pagefind-ui__search-input").fill("");
    await page.waitForTimeout(100);
    await page.keyboard.insertText(query);
    await until(page, PAGEFIND.count, results);
  },
  shown: (page, wanted) => until(page, PAGEFIND.count, wanted),
};

export const ENGINES = { geul: GEUL, pagefind: PAGEFIND };
