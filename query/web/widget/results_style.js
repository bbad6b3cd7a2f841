// SPDX-License-Identifier: MIT

export const css = `
.completions { display: flex; gap: 8px; padding: 4px 16px 8px; overflow-x: auto; scrollbar-width: none; }
.completion, .instead { flex: none; color: var(--accent); }
.completion { min-height: 44px; padding: 0 14px; border-radius: 22px; background: var(--wash); font-size: .9375rem; white-space: nowrap; }
.completion.tag::before { content: "#"; opacity: .7; }
.notes { padding-inline: 16px; font-size: .9375rem; color: var(--soft); }
.instead { padding: 0 4px; font-weight: 600; text-decoration: underline; text-underline-offset: .25em; text-decoration-thickness: 1px; }
.note { padding-block: 4px 8px; }

.hit { padding-block: 6px; border-top: 1px solid var(--line); }
.hit:first-child { border-top-color: transparent; }
.post, .section { display: block; padding: 10px 16px; border-radius: 8px; color: inherit; text-decoration: none; scroll-margin: 12px; }
.post:hover, .section:hover { background: color-mix(in srgb, var(--fg) 4%, var(--bg)); }
[aria-selected=true] { background: var(--wash) !important; box-shadow: inset 3px 0 var(--accent); }
.title { display: block; font-size: 1.0625rem; font-weight: 650; line-height: 1.45; letter-spacing: -.01em; text-wrap: pretty; }
.meta { display: flex; flex-wrap: wrap; gap: 0 10px; margin-top: 2px; font-size: .8125rem; color: var(--soft); font-variant-numeric: tabular-nums; }
.tag::before { content: "#"; opacity: .6; }
.excerpt { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; margin-top: 6px; font-size: .9375rem; line-height: 1.7; color: color-mix(in srgb, var(--fg) 84%, var(--bg)); }
.heading { font-weight: 600; color: var(--fg); }
.excerpt .heading::after { content: " ›"; font-weight: 400; color: var(--soft); }
.section { position: relative; margin-inline-start: 16px; padding-block: 8px; padding-inline-start: 20px; border-radius: 0 8px 8px 0; border-inline-start: 1px solid var(--line); font-size: .9375rem; line-height: 1.5; }
.section .excerpt { -webkit-line-clamp: 1; margin: 0; font-size: .875rem; color: var(--soft); }
mark { background: linear-gradient(transparent 58%, color-mix(in srgb, var(--geul-mark, var(--accent)) 28%, transparent) 0); color: inherit; font-weight: 600; }
.more { display: block; width: calc(100% - 32px); margin: 8px 16px 16px; border: 1px solid var(--line); color: var(--accent); font-weight: 600; }

@media (forced-colors: active) {
  mark { background: Mark; color: MarkText; forced-color-adjust: none; }
  [aria-selected=true] { outline: 2px solid Highlight; }
}
`;
