// SPDX-License-Identifier: MIT
// The look of what is there from the start; sort and count come with results. All colours come of
// Canvas and CanvasText, so that they follow color-scheme, and of one accent. Sizes are em above
// a floor, since the page's rem may be 10 pixels. No images: a policy may forbid data: URLs.

export const css = `
:host {
  display: block; color-scheme: light dark;
  --bg: var(--geul-background, Canvas);
  --fg: var(--geul-text, color-mix(in srgb, CanvasText 90%, Canvas));
  --soft: var(--geul-muted, color-mix(in srgb, var(--fg) 70%, var(--bg)));
  --line: var(--geul-line, color-mix(in srgb, var(--fg) 15%, var(--bg)));
  --accent: color-mix(in srgb, var(--geul-accent, #0d7d70) 78%, CanvasText);
  --wash: color-mix(in srgb, var(--accent) 9%, var(--bg));
  --radius: var(--geul-radius, 12px);
}
:host(:not([mode=inline])) { display: inline-block; }
[hidden] { display: none !important; }
* { box-sizing: border-box; margin: 0; }
.geul {
  font: 400 var(--geul-size, max(1rem, 16px))/1.6 var(--geul-font, "Pretendard Variable", Pretendard, -apple-system, "Apple SD Gothic Neo", "Noto Sans KR", "Noto Sans CJK KR", "Malgun Gothic", system-ui, sans-serif);
  color: var(--fg); word-break: keep-all; overflow-wrap: anywhere; text-align: start;
}
[data-theme=light] { color-scheme: light; }
[data-theme=dark] { color-scheme: dark; }
button, input, select { font: inherit; color: inherit; min-height: 44px; padding: 0 12px; border: 0; border-radius: 8px; background: none; touch-action: manipulation; }
button, select { cursor: pointer; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
svg { flex: none; display: block; width: 20px; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }
kbd { font: inherit; font-size: .75em; padding: 0 6px; border: 1px solid var(--line); border-radius: 6px; }

.trigger, .bar, .tools, .toggle { display: flex; align-items: center; gap: 8px; color: var(--soft); }
.trigger, .bar { border: 1px solid var(--line); border-radius: var(--radius); background: var(--bg); }
.trigger kbd { margin-inline-start: 20px; }
.panel { container-type: inline-size; display: flex; flex-direction: column; background: var(--bg); }
.bar { position: relative; gap: 2px; padding-inline: 16px 4px; }
.bar:focus-within { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
.input { flex: 1; min-width: 0; height: 54px; padding: 0 8px; outline: 0; font-size: 1.125em; color: var(--fg); }
::placeholder { color: var(--soft); opacity: 1; }
.bar::after { content: ""; position: absolute; inset: auto 16px -1px; height: 2px; background: var(--accent); opacity: 0; }
.busy .bar::after { animation: pulse 1.2s .25s infinite; }
@keyframes pulse { 0% { transform: scaleX(.1); } 50% { opacity: 1; } }

.tools { gap: 0; min-height: 52px; padding-inline: 16px 4px; font-size: .875em; }
.status { flex: 1; font-variant-numeric: tabular-nums; }
.state { padding: 4px 16px 28px; color: var(--soft); }
.state:empty { display: none; }
.big, .error { font-size: 1.0625em; font-weight: 600; color: var(--fg); }
.retry { margin-top: 12px; padding: 0 20px; border: 1px solid; color: var(--accent); font-weight: 600; }

dialog { width: min(var(--geul-width, 720px), 100vw - 32px); max-width: none; height: fit-content; max-height: 80dvh; margin: 9dvh auto 0; padding: 0; border: 1px solid var(--line); border-radius: var(--radius); background: var(--bg); color: inherit; box-shadow: 0 24px 64px -12px #0006; overflow: hidden; }
dialog[open] { display: flex; animation: rise .16s ease-out; }
dialog::backdrop { background: #0007; }
@keyframes rise { 0% { opacity: 0; transform: translateY(8px); } }
dialog .panel { flex: 1; }
dialog .bar.bar { border-width: 0 0 1px; border-radius: 0; border-color: var(--line); box-shadow: none; }
dialog .body { overflow: auto; overscroll-behavior: contain; }
@media (pointer: coarse) { select, input { font-size: max(1em, 16px) !important; } }
@media (max-width: 640px) {
  kbd { display: none; }
  dialog { width: 100vw; height: 100dvh; max-height: none; margin: 0; border: 0; border-radius: 0; }
}
@media (prefers-reduced-motion: reduce) { *, ::after { animation-duration: .01s !important; animation-iteration-count: 1 !important; } }
`;

/** A constructed sheet, for which `style-src 'self'` is enough. @param {string} text */
export function sheet(text) {
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  return made;
}
