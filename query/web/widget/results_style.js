// SPDX-License-Identifier: MIT
// The look of results.

export const css = `
.completions { display: flex; gap: 8px; padding: 0 16px 10px; overflow-x: auto; scrollbar-width: none; }
.completion { flex: none; min-height: 34px; padding: 0 12px; border-radius: 22px; background: var(--wash); color: var(--accent); font-size: .875em; white-space: nowrap; }
.notes { padding: 0 16px; font-size: .9375em; color: var(--soft); }
.instead { padding: 0 4px; color: var(--accent); font-weight: 600; text-decoration: underline 1px; text-underline-offset: .25em; }
.note { padding-bottom: 10px; }
.sort { appearance: none; padding-inline-end: 26px; background: linear-gradient(45deg, #0000 50%, currentColor 0) right 15px top 54%/5px 5px no-repeat, linear-gradient(-45deg, #0000 50%, currentColor 0) right 10px top 54%/5px 5px no-repeat; }
option { background: Canvas; color: CanvasText; }
.toggle[aria-expanded=true], .badge { color: var(--accent); font-weight: 600; }
.badge:empty { display: none; }
.results { padding: 0 8px; }
.hit { padding: 8px 0; }
.hit + .hit { border-top: 1px solid var(--line); }
.post, .section { display: block; padding: 10px 8px; border-radius: 8px; color: inherit; text-decoration: none; scroll-margin: 16px; }
.post:hover, .section:hover { background: color-mix(in srgb, var(--fg) 4%, var(--bg)); }
[role=option][aria-selected=true] { background: var(--wash); box-shadow: inset 0 0 0 1.5px color-mix(in srgb, var(--accent) 60%, var(--bg)); }
.title, .excerpt { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; }
.title { font-size: 1.0625em; font-weight: 650; line-height: 1.45; letter-spacing: -.01em; text-wrap: pretty; unicode-bidi: isolate; }
.meta { display: flex; flex-wrap: wrap; gap: 0 10px; margin-top: 2px; font-size: .8125em; color: var(--soft); font-variant-numeric: tabular-nums; }
.tag::before { content: "#"; opacity: .7; }
.excerpt { max-width: 46em; margin-top: 6px; font-size: .9375em; line-height: 1.7; color: color-mix(in srgb, var(--fg) 86%, var(--bg)); }
.heading { font-weight: 600; color: var(--fg); unicode-bidi: isolate; }
.excerpt .heading::after { content: " ›"; font-weight: 400; color: var(--soft); }
.section { margin-inline-start: 8px; padding: 7px 8px 7px 18px; border-radius: 0 8px 8px 0; border-inline-start: 2px solid var(--line); font-size: .9375em; line-height: 1.5; }
.section .excerpt { -webkit-line-clamp: 1; margin: 0; color: var(--soft); }
mark { background: linear-gradient(#0000 58%, color-mix(in srgb, var(--geul-mark, var(--accent)) 32%, #0000) 0); color: var(--fg); font-weight: 600; }
.more { width: calc(100% - 32px); margin: 8px 16px 20px; border: 1px solid var(--line); color: var(--accent); font-weight: 600; }
.more:hover { border-color: currentColor; }
.footer { display: flex; gap: 16px; padding: 10px 16px; border-top: 1px solid var(--line); font-size: .8125em; color: var(--soft); }
.footer kbd { margin-inline-end: 6px; }
@media (max-width: 640px), (pointer: coarse) { .footer { display: none; } }
@media (pointer: coarse) { .completion { min-height: 44px; padding: 0 16px; } }
@media (forced-colors: active) {
  mark { background: Mark; color: MarkText; forced-color-adjust: none; }
  [aria-selected=true] { outline: 2px solid Highlight; }
}
`;
