// SPDX-License-Identifier: MIT
// What answers: one file when it is bundled, asked for beside the analyser and the entry. What few
// queries need (more/) is loaded apart, and uses what is here.
export { ask } from './answer/question.js';
export { openIndex } from './index/index.js';

export const completions = () => import('./more/suggest.js');
