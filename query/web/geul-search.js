// SPDX-License-Identifier: MIT
// The entry of the widget: <script type="module" src="…/geul-search.js"></script>

import { define } from './widget/element.js';

define(new URL('.', import.meta.url).href);
