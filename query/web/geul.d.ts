// SPDX-License-Identifier: MIT
// The client library of a static geul search.

export interface OpenOptions {
  /** The folder of geul.bin. Default: the folder this module was loaded from. */
  base?: string | URL;
  /** In place of the browser's fetch: for tests, and for pages that keep files elsewhere. */
  fetch?: typeof fetch;
  /** What 오늘 and "last month" mean; default: now, where the reader is. */
  today?: Date;
}

/** Reads the entry file, and nothing else. Rejects with a GeulError. */
export function open(options?: OpenOptions): Promise<Geul>;

export interface Geul {
  /** Never rejects for what was typed; rejects with a GeulError, or an AbortError. */
  search(query: string, options?: SearchOptions): Promise<SearchResult>;
  /** Completions, while a syllable is still being typed too. */
  suggest(prefix: string, options?: { limit?: number; signal?: AbortSignal }): Promise<Completion[]>;
  /** Counts over all posts, or those that the filters leave. */
  facets(options?: FacetOptions): Promise<Facets>;
  /** Loads the code and the files that every search needs. search() does so too; a page that calls
   * this when the box is focused answers the sooner. Rejects with a GeulError. */
  prepare(): Promise<void>;
  /** Posts in the index. This and the next two change when the site was published anew meanwhile. */
  readonly size: number;
  /** Another index, another text. */
  readonly build: string;
  /** Names of the facets that can be asked for: tag, category, author, configured ones, year, month, day. */
  readonly facetNames: readonly string[];
}

/** What is no facet of the site, or no date, is left out, with a note. */
export interface Filters {
  /** Any of the values of one facet will do; every facet named must hold. */
  [facet: string]: readonly string[] | string | undefined;
  /** Forms of GRAMMAR.md's table of dates: 2022, 2022-07, 지난달 ... */
  since?: string;
  until?: string;
}

export interface FacetOptions {
  filters?: Filters;
  /** Those to count, of facetNames. Default: none in search(), all in facets(). */
  facets?: readonly string[];
  /** Values a facet, the selected ones besides; default 20; 0: all. */
  facetLimit?: number;
  /** Aborted: rejects with an AbortError at once. Files that another call waits for go on. */
  signal?: AbortSignal;
}

export interface SearchOptions extends FacetOptions {
  sort?: "relevance" | "newest" | "oldest";
  /** Default 10. */
  limit?: number;
  offset?: number;
  /** UTF-16 units of an excerpt, at most; default 160. */
  excerptLength?: number;
}

/** Half-open, in UTF-16 units: text.slice(begin, end). */
export type Span = [begin: number, end: number];

export interface SearchResult {
  format: 1;
  query: { text: string; sort: "relevance" | "newest" | "oldest" };
  /** Not exact: a quoted phrase was not looked for in all texts; about so many posts have it. */
  total: { count: number; exact: boolean };
  offset: number;
  hits: Hit[];
  facets: Facets;
  /** Words that no post has, and what was perhaps meant. */
  suggestions: { typed: string; instead: string; span: Span }[];
  /** Nothing was found as typed; the hits are those of the suggestions. */
  corrected: boolean;
  /** The query with the suggestions in it; null without any. */
  correctedQuery: string | null;
  notes: string[];
}

export interface Hit {
  rank: number;
  /** With the anchor of the excerpt's section, where it has one. As the post says it: who may not
   * trust the posts looks for `javascript:` before it is made a link. */
  url: string;
  postUrl: string;
  title: string;
  titleHighlights: Span[];
  /** ISO 8601, in the author's time zone; null without. */
  date: string | null;
  tags: string[];
  categories: string[];
  authors: string[];
  score: number;
  excerpt: Excerpt;
  /** The sections with words of the query that came with the excerpt's text: the best first. */
  sections: Section[];
  /** From the surest on: pinned, exact, part, spacing, spelling, synonym, half_typed, initials, keyboard, typo. */
  matchedBy: string[];
}

export interface Excerpt {
  text: string;
  highlights: Span[];
  cutBefore: boolean;
  cutAfter: boolean;
  heading: string | null;
  anchor: string | null;
}

export interface Section {
  heading: string | null;
  headingHighlights: Span[];
  /** Different words of the query in it and its heading. */
  words: number;
  level: number;
  anchor: string | null;
  url: string;
  excerpt: Excerpt;
}

export interface FacetValue {
  value: string;
  count: number;
  selected: boolean;
}
export type Facets = Record<string, FacetValue[]>;

export interface Completion {
  text: string;
  kind: "tag" | "category" | "word" | "title";
  by: "exact" | "half_typed" | "initials" | "keyboard";
  count: number;
  /** What to search for next; null for a title. */
  query: string | null;
  /** Of a title's post. */
  url: string | null;
}

export class GeulError extends Error {
  /**
   * offline: the network answered nothing, or the server with an error; missing: the index or a file
   * that it names is not there; stale: the site was published anew, and its new files or this
   * client's code could not be read: load the page again; corrupt: a file is not what it says;
   * incompatible: index and client are of different versions.
   *
   * Whatever it was, the next call tries again; but some browsers ask for code only once a page.
   */
  readonly code: "offline" | "missing" | "stale" | "corrupt" | "incompatible";
  readonly file: string;
}
