// SPDX-License-Identifier: MIT
// The keyboard. A key that belongs to an input method is left to it: while a syllable is being
// composed, `isComposing` or the key code 229 says so. Shortcuts go by the key's place, since a
// Korean layout types ㅏ where a Latin one types k.

/** @param {KeyboardEvent} event */
const composing = (event) => event.isComposing || event.keyCode == 229;

/** Whether what the event was typed into takes letters itself. @param {Event} event */
function takesText(event) {
  const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
  return target.isContentEditable || target.matches?.('input,select,textarea');
}

/** `/`, Ctrl+K or ⌘K, typed into the page and not into a text. @param {KeyboardEvent} event */
export function isShortcut(event) {
  if (event.defaultPrevented || event.altKey || event.shiftKey || composing(event) || takesText(event)) return false;
  const command = event.ctrlKey || event.metaKey;
  return event.code == 'Slash' ? !command : event.code == 'KeyK' && command;
}

/**
 * Moves through the options of `list` while the focus stays in `input`, or among the options
 * themselves where it is there.
 * @param {HTMLInputElement} input
 * @param {HTMLElement} list
 */
export function walker(input, list) {
  const options = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll('[role=option]')]);
  const active = () => options().find((option) => option.ariaSelected == 'true');

  /** @param {HTMLElement} [option] */
  const activate = (option) => {
    active()?.setAttribute('aria-selected', 'false');
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  };

  /** Round by way of the input. @param {number} step @param {boolean} inList */
  const move = (step, inList) => {
    const all = options();
    const at = all.findIndex((option) => (inList ? option.matches(':focus') : option.ariaSelected == 'true'));
    const next = all[at < 0 && step < 0 ? all.length - 1 : at + step];
    activate(next);
    if (inList) (next ?? input).focus();
  };
  return { active, activate, move };
}

/**
 * @param {import('./layout.js').Nodes} nodes
 * @param {ReturnType<typeof walker>} walk
 * @param {() => void} enter   what the box has
 * @param {() => void} escape  out of the results or the box; a dialog closes by itself
 */
export function onKeys({ panel, input, list, modal }, walk, enter, escape) {
  let inComposition = false;
  input.addEventListener('compositionstart', () => (inComposition = true));
  input.addEventListener('compositionend', () => (inComposition = false));
  if (modal) modal.addEventListener('cancel', (event) => inComposition && event.preventDefault());

  panel.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, shiftKey, altKey, target } = event;
    const inList = list.contains(/** @type {Node} */ (target));
    if (composing(event) || !(inList || target == input)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    const goal = walk.active();
    if (step && !list.hidden && !(ctrlKey || metaKey || shiftKey || altKey)) walk.move(step, inList);
    else if (key == 'Enter' && !inList)
      goal ? goal.dispatchEvent(new MouseEvent('click', { ctrlKey, metaKey, shiftKey, bubbles: true, cancelable: true })) : enter();
    else if (key == 'Escape' && !modal) {
      input.focus();
      escape();
    } else return;
    event.preventDefault();
  });
}
