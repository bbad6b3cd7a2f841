// SPDX-License-Identifier: MIT
// Mirrors query/parse/date_syntax.cpp and date_words.hpp: dates as they were typed, in the forms of
// GRAMMAR.md, before anybody knows what day it is. Knows no calendar: 2022-13 is read.

import { byteLength, fold } from '../analysis/characters.js';
import { SPACE } from './plain.js';

/** @typedef {0|1|2|3} Unit  day, week, month, year */

/**
 * A day, week, month or year. `base` is what it counts from: none: the other end of a range, or the
 * last such; year: `year`; ago: the unit `count` units before today's; recent: `count` units that
 * end today.
 * @typedef {object} Moment
 * @property {'none'|'year'|'ago'|'recent'} base
 * @property {Unit} unit
 * @property {number} count
 * @property {number} year
 * @property {number} [first]  month within the year; none: all of it
 * @property {number} [last]   month, with `first`
 * @property {number} [day]    within the month; none: all of it
 */

/**
 * One moment, `from`, or a range of which either end may be missing.
 * @typedef {{from?: Moment, to?: Moment, isRange: boolean}} DateSyntax
 */

/** Units, and of each what 0, 1, 2 and 3 before today's are called. A space may be left out. */
const NAMED = rowsOf(`오늘|금일|지금|현재|today|now;어제|yesterday;그저께|그제;그끄저께|그끄제
이번 주|금주|this week;지난 주|저번 주|last week|previous week;지지난 주|저저번 주
이번 달|이 달|this month;지난 달|저번 달|last month|previous month;지지난 달|저저번 달
올해|금년|this year;작년|지난 해|last year|previous year;재작년|지지난 해`);

/** Units, and of each what none, one, two ... of it are called. */
const LENGTHS = rowsOf(`;하루;이틀;사흘;나흘;닷새;;;;;열흘;;;;;보름
;일 주일|한 주|week;두 주;세 주
;한 달|month;두 달;세 달|석 달;네 달|넉 달;다섯 달;여섯 달|반년
;일 년|한 해|year;이 년;삼 년`);

/** Units behind a number. Where one begins another, the longer stands first. */
const UNITS = rowsOf('일|days?|d\n주일|주|weeks?|w\n개월|달|months?|m\n년|years?|y');

/**
 * A pattern with a group for each cell of a table, and what the groups stand for.
 * @param {string} table
 */
function rowsOf(table) {
  const rows = table.split('\n').flatMap((line, unit) =>
    line.split(';').flatMap((words, count) =>
      words ? [{ words, unit: /** @type {Unit} */ (unit), count }] : []));
  return { rows, pattern: rows.map(({ words }) => `(${words})`).join('|') };
}

/** @type {Map<string, RegExp>} */
const compiled = new Map();
/** @param {string} pattern  each space in which may be there or not */
const regExpOf = (pattern) => {
  let made = compiled.get(pattern);
  if (!made) compiled.set(pattern, (made = RegExp(`^${pattern.replace(/ /g, ' ?')}`, 'u')));
  return made;
};

const MAX_DATE_BYTES = 160;
const GAPS = RegExp(`[${SPACE}]+`, 'g');

/**
 * In the one form that is read: folded, runs of spaces as one, none at the ends, one tilde. Longer
 * texts than any date become an empty one.
 * @param {string} text
 */
const normalizedDate = (text) =>
  byteLength(text) > MAX_DATE_BYTES
    ? ''
    : fold(text)
        .replace(GAPS, ' ')
        .replace(/^ | $/g, '')
        .replace(/[∼〜]/g, '~');

/**
 * Reads a date or a range of dates.
 * @param {string} text
 * @returns {DateSyntax|undefined}  nothing where anything is left over
 */
export const readDateSyntax = (text) => {
  let rest = normalizedDate(text);

  /**
   * Takes a pattern off the front. No Latin letter may go on where one ends it.
   * @param {string} pattern
   * @param {string} [lead]
   */
  const take = (pattern, lead = ' ') => {
    const found = regExpOf(`${lead}(?:${pattern})`).exec(rest);
    const end = found ? found[0].length : 0;
    if (!found || /[a-z]{2}/.test(rest.slice(end - 1, end + 1))) return;
    rest = rest.slice(end);
    return found;
  };
  /** @param {typeof NAMED} table @param {string} [before]  a pattern */
  const takeRow = ({ rows, pattern }, before = '') => {
    const found = take(`${before}(?:${pattern})`);
    return found && { ...rows[found.slice(-rows.length).findIndex(Boolean)], found };
  };
  /** @param {string} pattern @param {string} [lead] */
  const takeNumber = (pattern, lead) => {
    const found = take(pattern, lead);
    return found && +found[1];
  };

  /** @param {Moment} moment @returns {Moment} */
  const withDay = (moment) => ({ ...moment, day: takeNumber('(\\d\\d?) 일') });
  /** @param {Moment} moment @param {number} first @param {number} last @returns {Moment} */
  const monthsOf = (moment, first, last) => ({ ...moment, first, last });

  /** 7월, 7월 28일, 상반기, 1분기: within the year that `moment` is. @param {Moment} moment */
  const takeMonths = (moment) => {
    const month = takeNumber('(\\d\\d?) 월');
    if (month !== undefined) return withDay(monthsOf(moment, month, month));
    if (take('상반기')) return monthsOf(moment, 1, 6);
    if (take('하반기')) return monthsOf(moment, 7, 12);
    const quarter = takeNumber('0?([1-4]) 분기');
    return quarter && monthsOf(moment, quarter * 3 - 2, quarter * 3);
  };
  /** What may stand behind 2022년, 작년 and 지난달. @param {Moment} moment */
  const withParts = (moment) =>
    moment.unit === 2 ? withDay(moment) : (moment.unit === 3 && takeMonths(moment)) || moment;

  /** @param {Moment['base']} base @param {Unit} unit @param {number} count @returns {Moment} */
  const momentOf = (base, unit, count) => ({ base, unit, count, year: 0 });

  const takeYear = () => {
    const found = take('(\\d{4})(?:(\\d\\d)(\\d\\d)?)?(?!\\d)');
    if (!found) return;
    const [year, month, day] = found.slice(1).map((digits) => (digits ? +digits : undefined));
    const moment = { ...momentOf('year', 3, 0), year: /** @type {number} */ (year) };
    if (month !== undefined) return { ...monthsOf(moment, month, month), day };
    return take('년') ? withParts(moment) : withDigits(moment);
  };
  /** -07, .7.28., /07/28, ". 7. 28.". A second dot belongs to a range. @param {Moment} moment */
  const withDigits = (moment) => {
    for (const separator of ['-', '\\. ', '/']) {
      const part = separator + '(\\d\\d?)(?!\\d)';
      const month = takeNumber(part, '');
      if (month === undefined) continue;
      moment = { ...monthsOf(moment, month, month), day: takeNumber(part, '') };
      break;
    }
    take('\\.(?!\\.(?!\\.))', '');
    return moment.first === undefined ? withParts(moment) : moment;
  };

  const takeNamed = () => {
    const row = takeRow(NAMED);
    return row && withParts(momentOf('ago', row.unit, row.count));
  };

  /** A length of time, and whether it may stand without 최근 before it: 30일 may be a day. */
  const takeLength = () => {
    const named = takeRow(LENGTHS);
    if (named) return { ...named, alone: !/[a-z]/.test(named.found[0]) };
    const row = takeRow(UNITS, '(\\d{1,4}) ');
    return row && { ...row, count: +row.found[1], alone: !/[\d ][일년]$/.test(row.found[0]) };
  };
  /** 30d, 3개월, 30일간, 3년 전, 최근 30일. */
  const takeCounted = () => {
    const all = rest;
    const recent = take('최근|지난|last|past|the last|the past');
    const length = takeLength();
    const ago = length && !recent && take('전|ago');
    const lasting = length && !ago && take('간|동안|이내|내');
    if (length && (recent || ago || lasting || length.alone))
      return momentOf(ago ? 'ago' : 'recent', length.unit, length.count);
    rest = all;
  };

  /** What may stand alone. @returns {Moment|undefined|0} */
  const takeMoment = () =>
    takeYear() || takeNamed() || takeCounted() || takeMonths(momentOf('none', 3, 0));
  /** @param {Moment|undefined} from @param {boolean} open  whether the other end may be missing */
  const readFrom = (from, open) => {
    const to = takeMoment() || withDay(momentOf('none', 3, 0));
    const found = to.base !== 'none' || to.first !== undefined || to.day !== undefined;
    if (found) take('까지');
    if (!rest && (found || open)) return { from, to: found ? to : undefined, isRange: true };
  };

  if (take('\\.\\.|~|until|up to')) return rest ? readFrom(undefined, false) : undefined;
  const since = take('since|from');
  const from = takeMoment();
  if (!from) return;
  if (!rest) return { from, isRange: !!since };
  if (take('이후|이래')) return rest ? undefined : { from, isRange: true };
  if (take('이전|까지')) return rest ? undefined : { to: from, isRange: true };
  if (take('부터|\\.\\.|~')) return readFrom(from, true);
  if (take('에서|to|until|[-–—]')) return readFrom(from, false);
};
