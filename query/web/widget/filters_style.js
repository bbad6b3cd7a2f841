// SPDX-License-Identifier: MIT

export const css = `
.filters { padding: 4px 16px 12px; }
.facet { margin-bottom: 12px; }
.facet-title { margin-bottom: 6px; font-size: .8125rem; font-weight: 600; color: var(--soft); }
.chips { display: flex; flex-wrap: wrap; gap: 8px; }
.chip { display: inline-flex; align-items: baseline; gap: 6px; max-width: 100%; min-height: 36px; padding: 5px 12px; border: 1px solid var(--line); border-radius: 18px; font-size: .875rem; text-align: start; transition: background-color .12s, border-color .12s; }
.chip:hover, .fold:hover { border-color: var(--soft); }
.chip[aria-pressed=true] { border-color: var(--accent); background: var(--wash); color: var(--accent); font-weight: 600; }
.n { font-size: .75rem; color: var(--soft); font-weight: 400; font-variant-numeric: tabular-nums; }
.fold, .reset { min-height: 36px; font-size: .875rem; color: var(--soft); text-decoration: underline; text-underline-offset: .25em; text-decoration-color: var(--line); }
.reset { padding-inline: 0; }
.range { display: flex; align-items: center; gap: 6px; width: 100%; color: var(--soft); }
.range input { flex: 0 1 160px; height: 40px; padding-inline: 10px; border: 1px solid var(--line); border-radius: 8px; font-size: max(.875rem, 16px); color: var(--fg); }
.range input:focus-visible { outline: 2px solid var(--accent); }
@media (pointer: coarse) { .chip, .fold, .reset, .range input { min-height: 44px; border-radius: 22px; padding-block: 9px; } .range input { border-radius: 8px; padding-block: 0; } }
@container (min-width: 760px) {
  .body:has(> .filters:not([hidden])) { display: grid; grid-template-columns: 1fr 240px; gap: 32px; }
  .filters { order: 1; }
}
@media (forced-colors: active) { .chip[aria-pressed=true] { outline: 2px solid Highlight; } }
`;
