// SPDX-License-Identifier: MIT
// The look. All colours come of Canvas and CanvasText, so that they follow `color-scheme`, and of
// one accent. Sizes are the page's rem, so that the reader's own text size holds.

const css = `
:host {
  display: block; color-scheme: light dark;
  --bg: var(--geul-background, Canvas);
  --fg: var(--geul-text, color-mix(in srgb, CanvasText 90%, Canvas));
  --soft: var(--geul-muted, color-mix(in srgb, var(--fg) 68%, var(--bg)));
  --line: var(--geul-line, color-mix(in srgb, var(--fg) 14%, var(--bg)));
  --accent: color-mix(in srgb, var(--geul-accent, #0d7d70) 78%, CanvasText);
  --wash: color-mix(in srgb, var(--accent) 10%, var(--bg));
  --radius: var(--geul-radius, 12px);
}
:host([mode=dialog]), :host(:not([mode])) { display: inline-block; }
[hidden] { display: none !important; }
*, ::before { box-sizing: border-box; }
.geul {
  font: 400 1rem/1.6 var(--geul-font, Pretendard, "Pretendard Variable", -apple-system, system-ui, "Apple SD Gothic Neo", "Noto Sans KR", "Noto Sans CJK KR", "Malgun Gothic", sans-serif);
  color: var(--fg); word-break: keep-all; overflow-wrap: anywhere; text-align: start;
  -webkit-text-size-adjust: 100%; text-size-adjust: 100%;
}
[data-theme=light] { color-scheme: light; }
[data-theme=dark] { color-scheme: dark; }
button, input, select { font: inherit; color: inherit; margin: 0; letter-spacing: inherit; }
button, select { min-height: 44px; padding: 0 12px; border: 0; border-radius: 8px; background: none; cursor: pointer; touch-action: manipulation; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
svg { flex: none; width: 20px; height: 20px; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }
p { margin: 0; }
kbd { font: 500 .75rem/1 inherit; font-family: inherit; min-width: 22px; padding: 4px 6px; border: 1px solid var(--line); border-radius: 6px; color: var(--soft); text-align: center; }

.trigger { display: inline-flex; align-items: center; gap: 8px; border: 1px solid var(--line); border-radius: var(--radius); background: var(--bg); color: var(--soft); }
.trigger kbd { margin-inline-start: 16px; }

.panel { container-type: inline-size; display: flex; flex-direction: column; background: var(--bg); }
.bar { position: relative; display: flex; align-items: center; gap: 4px; padding-inline: 16px 6px; border: 1px solid var(--line); border-radius: var(--radius); color: var(--soft); transition: border-color .15s; }
.bar:focus-within { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
input { flex: 1; min-width: 0; padding: 0; border: 0; outline: 0; background: none; }
.bar input { height: 54px; padding-inline-start: 8px; font-size: 1.125rem; color: var(--fg); }
::placeholder { color: var(--soft); opacity: 1; }
.bar button { color: var(--soft); }
.clear { display: grid; place-items: center; width: 44px; padding: 0; }
.bar::after { content: ""; position: absolute; inset: auto 16px -1px; height: 2px; border-radius: 2px; background: var(--accent); opacity: 0; }
.busy .bar::after { animation: pulse 1.2s .25s infinite; }
@keyframes pulse { 0% { opacity: 0; transform: scaleX(.1); } 50% { opacity: 1; } 100% { opacity: 0; transform: none; } }

.tools { display: flex; align-items: center; gap: 2px; margin-top: 4px; padding-inline-start: 16px; font-size: .875rem; color: var(--soft); }
.status { flex: 1; font-variant-numeric: tabular-nums; }
.toggle { display: flex; align-items: center; gap: 6px; }
.toggle svg { width: 18px; height: 18px; }
.toggle[aria-expanded=true], .badge { color: var(--accent); font-weight: 600; }
.badge:empty { display: none; }
.sort { padding-inline: 8px 4px; font-size: max(.875rem, 14px); }
.sort option { background: Canvas; color: CanvasText; }

.body { min-height: 0; }
.main { min-width: 0; }
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
.state { padding: 12px 16px 24px; color: var(--soft); }
.state:empty { display: none; }
.big { font-size: 1.0625rem; font-weight: 600; color: var(--fg); }
.retry { margin-top: 12px; padding-inline: 20px; border: 1px solid var(--accent); color: var(--accent); font-weight: 600; }

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

dialog { width: min(var(--geul-width, 720px), 100vw - 32px); max-width: none; height: fit-content; max-height: min(80dvh, 860px); margin: 9dvh auto 0; padding: 0; border: 1px solid var(--line); border-radius: var(--radius); background: var(--bg); color: inherit; box-shadow: 0 24px 64px -12px #0006; overflow: hidden; }
dialog[open] { display: flex; animation: rise .16s ease-out; }
dialog::backdrop { background: #0007; animation: fade .16s; }
@keyframes rise { from { opacity: 0; transform: translateY(8px); } }
@keyframes fade { from { opacity: 0; } }
dialog .panel { flex: 1; min-width: 0; }
dialog .bar { border: 0; border-radius: 0; border-bottom: 1px solid var(--line); box-shadow: none; }
dialog .body { overflow-y: auto; overscroll-behavior: contain; }
.close { font-size: .9375rem; }
.footer { display: flex; gap: 16px; padding: 10px 16px; border-top: 1px solid var(--line); font-size: .8125rem; color: var(--soft); }
.footer span { display: flex; align-items: center; gap: 6px; }
@media (max-width: 640px) {
  dialog { width: 100vw; height: 100dvh; max-height: none; margin: 0; border: 0; border-radius: 0; }
  .trigger kbd { display: none; }
}
@media (max-width: 640px), (hover: none) { .footer { display: none; } }
@media (prefers-reduced-motion: reduce) { *, ::backdrop { animation-duration: .01s !important; animation-iteration-count: 1 !important; transition: none !important; } }
@media (forced-colors: active) {
  mark { background: Mark; color: MarkText; forced-color-adjust: none; }
  [aria-selected=true], .chip[aria-pressed=true] { outline: 2px solid Highlight; }
}
`;

/** @type {CSSStyleSheet | undefined} */
let made;

/** One for all widgets of a page; constructed, so that `style-src 'self'` is enough. */
export function sheet() {
  if (!made) (made = new CSSStyleSheet()).replaceSync(css);
  return made;
}
