// SPDX-License-Identifier: MIT
// Mirrors the names of common/index/fields.hpp.

/** The parts of a post that a query can name; of NAME_FIELDS whole values. */
export const NAME_FIELDS = ['tag', 'category', 'author'];
export const FIELDS = [...NAME_FIELDS, 'title', 'heading', 'summary', 'body', 'code', 'path'];
