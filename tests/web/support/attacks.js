// SPDX-License-Identifier: GPL-2.0-or-later
// Text that would run, or lead away, if anything took it for more than text. Whatever runs sets
// `pwned` on the page.

const kRun = 'globalThis.pwned=1';

/** Text for any place. */
export const kTexts = [
  // Elements, whole and broken.
  `<script>${kRun}</script>`, `<ScRiPt>${kRun}</sCrIpT>`, `<script src="data:text/javascript,${kRun}"></script>`, `<script>${kRun}`,
  `<img src=x onerror=${kRun}>`, `<img src=x onerror="${kRun}"//`, `<IMG SRC=x OnErRoR=${kRun}>`, `<img/src=x/onerror=${kRun}>`,
  `<svg onload=${kRun}>`, `<svg><script>${kRun}</script></svg>`, `<svg><animate onbegin=${kRun} attributeName=x dur=1s>`,
  `<body onload=${kRun}>`, `<input autofocus onfocus=${kRun}>`, `<details open ontoggle=${kRun}>`, `<video><source onerror=${kRun}></video>`,
  `<iframe srcdoc="<script>parent.pwned=1</script>"></iframe>`, `<iframe src="javascript:parent.pwned=1"></iframe>`,
  `<object data="javascript:${kRun}"></object>`, `<embed src="javascript:${kRun}">`, `<base href="https://evil.example/">`,
  `<meta http-equiv=refresh content="0;url=https://evil.example/">`, `<link rel=stylesheet href="data:text/css,*{display:none}">`,
  `<style>*{display:none!important}</style>`, `<form action="javascript:${kRun}"><button>누르기</button></form>`, `<a href="javascript:${kRun}">누르기</a>`,
  `<math><mtext><img src=x onerror=${kRun}></mtext></math>`, `<noscript><p title="</noscript><img src=x onerror=${kRun}>">`,
  `<template><img src=x onerror=${kRun}></template>`, `<slot name=x></slot><geul-search></geul-search>`, `<mark onclick=${kRun}>누르기</mark>`,
  // Ways out of an attribute, an element, a comment, a template, a string of a script.
  `"><img src=x onerror=${kRun}>`, `'><img src=x onerror=${kRun}>`, `" onmouseover="${kRun}" x="`, `' autofocus onfocus='${kRun}`,
  `</title><script>${kRun}</script>`, `</textarea><script>${kRun}</script>`, `--><script>${kRun}</script><!--`, `]]><script>${kRun}</script>`,
  `\${${kRun}}`, `{{constructor.constructor('${kRun}')()}}`, `<%= ${kRun} %>`, `';${kRun}//`, `\\";${kRun}//`, `</script><script>${kRun}</script>`,
  // What is text already, and must not be read again.
  `&lt;img src=x onerror=${kRun}&gt;`, `&#60;img src=x onerror=${kRun}&#62;`, `&amp;lt;script&amp;gt;${kRun}`, `\\u003cimg src=x onerror=${kRun}\\u003e`, `%3Cscript%3E${kRun}%3C/script%3E`,
  // Names that objects have, and characters that act.
  '__proto__', 'constructor', 'toString', 'hasOwnProperty', '\u0000<b>', '\u202E거꾸로\u2066', '\u2028\u2029\uFEFF', '\uFFFE\uFFFF', '🏴‍☠️'.repeat(50),
];

/** Addresses that a post may claim for itself. */
export const kAddresses = [
  `javascript:${kRun}`, `JaVaScRiPt:${kRun}`, ` javascript:${kRun}`, `java\tscript:${kRun}`, `java\nscript:${kRun}`, `\u0001javascript:${kRun}`,
  `javascript&colon;${kRun}`, `javascript%3A${kRun}`, `//javascript:${kRun}`, `data:text/html,<script>${kRun}</script>`, `vbscript:${kRun}`, 'file:///etc/passwd', 'blob:https://evil.example/1',
  '//evil.example/', '///evil.example/', '\\\\evil.example\\', '/\\evil.example/', '\\/evil.example/', '/\t/evil.example/', '/%09/evil.example', 'https:evil.example', 'https://evil.example@evil.example/', 'http://evil.example/a',
  '../../../etc/passwd', '/../../outside', '/%2e%2e/%2e%2e/outside', '/./../outside', '..\\..\\outside', '"><img src=x onerror=' + kRun + '>', '/a" onclick="' + kRun, '/a#"><script>' + kRun + '</script>',
  '\u202E/a', '/한글 주소/', '', '.', '..', '/', '?q=<script>', '#',
];
