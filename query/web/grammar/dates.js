// SPDX-License-Identifier: MIT
// Mirrors query/parse/days.cpp and common/base/calendar.cpp: the days that dates stand for. Days are
// numbers YYYYMMDD of the proleptic Gregorian calendar, years 0001 to 9999; `today` is the day where
// the user is. Weeks begin on Monday.

import { readDateSyntax } from './date_syntax.js';

/** @typedef {import('../types.js').DayRange} DayRange */
/** @typedef {import('./date_syntax.js').Moment} Moment */

const FIRST = 10101;
const LAST = 99991231;

/** @param {number} year @param {number} month @param {number} day */
const numberOf = (year, month, day) => year * 1e4 + month * 100 + day;
/** @param {number} day */
const partsOf = (day) => [Math.floor(day / 1e4), Math.floor(day / 100) % 100, day % 100];

/** Years repeat after 400, of which Date takes the first hundred for others. */
const daysOfMonth = (/** @type {number} */ year, /** @type {number} */ month) =>
  new Date(Date.UTC((year % 400) + 2000, month, 0)).getUTCDate();

/**
 * The days from one of a month, of which there has to be such a one, to another of a month.
 * @param {number} year @param {number} month @param {number} day
 * @param {number} lastMonth @param {number} [lastDay]  without: the month's last
 * @returns {DayRange|undefined}
 */
const rangeOf = (year, month, day, lastMonth, lastDay) =>
  year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysOfMonth(year, month)
    ? {
        first: numberOf(year, month, day),
        last: numberOf(year, lastMonth, lastDay ?? daysOfMonth(year, lastMonth)),
      }
    : undefined;

/** Moved by days, held within the calendar. @param {number} day @param {number} days */
const plusDays = (day, days) => {
  const [year, month, date] = partsOf(day);
  const moved = new Date(0);
  moved.setUTCFullYear(year, month - 1, date + days);
  const number = numberOf(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
  return Math.min(Math.max(number, FIRST), LAST);
};
/** The same day of another month, or its last. @param {number} day @param {number} months */
const plusMonths = (day, months) => {
  const [year, month, date] = partsOf(day);
  const moved = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(moved / 12), (moved % 12) + 1];
  return moved < 12 ? FIRST : numberOf(toYear, toMonth, Math.min(date, daysOfMonth(toYear, toMonth)));
};
/** @param {number} day */
const mondayOf = (day) => {
  const [year, month, date] = partsOf(day);
  return plusDays(day, -((new Date(Date.UTC((year % 400) + 2000, month - 1, date)).getUTCDay() + 6) % 7));
};

/** What a moment says of months and days, in a year. @param {Moment} moment @param {number} year */
const withinYear = ({ first, last = first, day }, year) =>
  first === undefined || last === undefined
    ? rangeOf(year, 1, 1, 12)
    : rangeOf(year, first, day ?? 1, day === undefined ? last : first, day);

/** @param {Moment} moment @param {number} today */
const ago = (moment, today) => {
  const { unit, count } = moment;
  const [year, month] = partsOf(today);
  if (unit === 3) return withinYear(moment, year - count);
  if (unit === 2) {
    const months = year * 12 + month - 1 - count;
    return withinYear({ ...moment, first: (months % 12) + 1 }, Math.floor(months / 12));
  }
  if (unit === 0) {
    const day = plusDays(today, -count);
    return { first: day, last: day };
  }
  const first = plusDays(mondayOf(today), -7 * count);
  return { first, last: plusDays(first, 6) };
};

/** @param {Moment} moment @param {number} today */
const recent = ({ unit, count }, today) => {
  const before =
    unit < 2 ? plusDays(today, -count * (unit ? 7 : 1)) : plusMonths(today, -count * (unit > 2 ? 12 : 1));
  return count ? { first: plusDays(before, 1), last: today } : undefined;
};

/** 7월, 2월 29일: in the last year in which it exists and has begun, at most eight ago. */
const lastBegun = (/** @type {Moment} */ moment, /** @type {number} */ today) => {
  const [year] = partsOf(today);
  for (let back = 0; back <= 8 && moment.first !== undefined; ++back) {
    const days = withinYear(moment, year - back);
    if (days && days.first <= today) return days;
  }
};

/** @param {Moment} moment @param {number} today */
const daysOf = (moment, today) =>
  moment.base === 'none'
    ? lastBegun(moment, today)
    : moment.base === 'year'
      ? withinYear(moment, moment.year)
      : moment.base === 'ago'
        ? ago(moment, today)
        : recent(moment, today);

/**
 * The other end of a range that begins with `from`: what it leaves out is as there, or in the next
 * year where that would be before.
 * @param {Moment} moment @param {DayRange} from @param {number} today
 */
const endFrom = (moment, from, today) => {
  if (moment.base !== 'none') return daysOf(moment, today);
  const [year, month] = partsOf(from.first);
  const end = { ...moment, first: moment.first ?? month };
  const days = withinYear(end, year);
  return days && days.last < from.first ? withinYear(end, year + 1) : days;
};

/**
 * Whether a text is written as a date or a range is, though there may be no such day.
 * @param {string} text
 */
export const isWrittenAsDays = (text) => !!readDateSyntax(text);

/**
 * The days of one date, as of the filters `since` and `until`.
 * @param {string} text
 * @param {number} today  YYYYMMDD
 * @returns {DayRange|null}  null for other texts and for days that do not exist
 */
export const parseDate = (text, today) => {
  const { from, isRange } = readDateSyntax(text) ?? {};
  return (from && !isRange && daysOf(from, today)) || null;
};

/**
 * The days of a date or a range. One from a later to an earlier date is turned round.
 * @param {string} text
 * @param {number} today  YYYYMMDD
 * @returns {{days: DayRange, isReversed: boolean}|null}
 */
export const parseDays = (text, today) => {
  const syntax = readDateSyntax(text);
  if (!syntax) return null;
  const all = { first: FIRST, last: LAST };
  const from = syntax.from ? daysOf(syntax.from, today) : all;
  if (!from) return null;
  if (!syntax.isRange) return { days: from, isReversed: false };
  const to = !syntax.to ? all : syntax.from ? endFrom(syntax.to, from, today) : daysOf(syntax.to, today);
  if (!to) return null;
  return to.last < from.first
    ? { days: { first: to.first, last: from.last }, isReversed: true }
    : { days: { first: from.first, last: to.last }, isReversed: false };
};
