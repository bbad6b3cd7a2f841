// SPDX-License-Identifier: MIT
// A line a facet, which scrolls sideways, so that results stay in sight; beside the results where
// there is room.

export const css = `
.filters { padding: 0 16px 8px; border-bottom: 1px solid var(--line); margin-bottom: 8px; }
.facet { display: grid; grid-template-columns: 3.6em minmax(0, 1fr); align-items: center; font-size: .875em; }
.facet-title { font-weight: 600; color: var(--soft); }
.chips { display: flex; gap: 8px; margin-inline-end: -16px; padding: 4px 16px 4px 2px; overflow-x: auto; scrollbar-width: none; mask-image: linear-gradient(90deg, #000 calc(100% - 28px), #0000); }
.chip, .fold, .reset, .date { flex: none; min-height: 36px; padding: 0 12px; border: 1px solid var(--line); border-radius: 22px; white-space: nowrap; }
.chip { display: flex; align-items: center; gap: 6px; }
.chip:hover { border-color: var(--soft); }
.chip-on, .chip-on:hover { border-color: currentColor; background: var(--wash); color: var(--accent); font-weight: 600; }
.n { font-size: .875em; font-weight: 400; color: var(--soft); font-variant-numeric: tabular-nums; }
.fold, .reset { border: 0; color: var(--soft); text-decoration: underline var(--line); text-underline-offset: .25em; }
.reset { margin-inline-start: 3.6em; font-size: .875em; }
.unfolded { flex-wrap: wrap; max-height: 11em; overflow-y: auto; }
.range { flex: none; display: flex; align-items: center; gap: 6px; color: var(--soft); }
.date { width: 140px; border-radius: 8px; color: var(--fg); }
@media (pointer: coarse) { .chip, .fold, .reset, .date { min-height: 44px; padding: 0 14px; } .date { width: 160px; } }
@container (min-width: 760px) {
  .body:has(> .filters:not([hidden])) { display: grid; grid-template-columns: minmax(0, 1fr) 248px; gap: 24px; align-items: start; }
  .filters { order: 1; padding: 0 0 0 24px; border-width: 0 0 0 1px; border-style: solid; border-color: var(--line); }
  .facet { display: block; margin-bottom: 16px; }
  .facet-title { margin-bottom: 4px; }
  .chips, .range { flex-wrap: wrap; margin: 0; padding: 2px; mask: none; }
  .chip { max-width: 100%; white-space: normal; text-align: start; }
  .unfolded { max-height: none; }
  .range { flex: 1 1 100%; }
  .reset { margin: 0; padding: 0; }
}
@media (forced-colors: active) { .chip-on { outline: 2px solid Highlight; } }
`;
