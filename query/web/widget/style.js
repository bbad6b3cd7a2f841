// SPDX-License-Identifier: MIT
// The look of what is there from the start. All colours come of Canvas and CanvasText, so that they
// follow `color-scheme`, and of one accent. Sizes are rem, so that the reader's own text size holds.

export const css = `
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
.state { padding: 12px 16px 24px; color: var(--soft); }
.state:empty { display: none; }
.big { font-size: 1.0625rem; font-weight: 600; color: var(--fg); }
.retry { margin-top: 12px; padding-inline: 20px; border: 1px solid var(--accent); color: var(--accent); font-weight: 600; }

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
`;

/** A constructed sheet, for which `style-src 'self'` is enough. @param {string} text */
export function sheet(text) {
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  return made;
}
