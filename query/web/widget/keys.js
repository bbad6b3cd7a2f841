// SPDX-License-Identifier: MIT
// The keyboard. A key that belongs to an input method is left to it: while a syllable is being
// composed, `isComposing` or the key code 229 says so. Shortcuts go by the key's place, since a
// Korean layout types ㅏ where a Latin one types k.

/** @param {KeyboardEvent} event */
export const composing = (event) => event.isComposing || event.keyCode == 229;

/** What the event says was typed in takes letters itself. @param {Event} event */
function takesText(event) {
  const target = event.composedPath()[0];
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
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
