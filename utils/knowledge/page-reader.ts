/**
 * What the words of a page say of the page and of the task on it: cues (积分, 排名, 次数要求, 时限, 频次),
 * its state (关停, 维护, 错误, 建设中, 空白), forced reading seconds, presence pop-ups, exempt scenes,
 * complaint entry, type of a column.
 *
 * Every function looks at one short text: a title, tab, heading, notice or message. Running text is
 * too long for them and says nothing.
 */

import type { ColumnType } from '../domain/observation';
import { wordList } from './control-scorer';
import { characterMap, comparableText } from './control-text';
import type { CharacterPairs, CueWords, PageCue, PageTextState, PageWords } from './lexicon-shape';

export interface PageReader {
  /** Cues in a text, in the order of the lexicon. */
  readCues(text: string): readonly PageCue[];
  /**
   * The state that a text tells of its page, or undefined. `empty` speaks of a list; whether that
   * list is a column or the result of a search, the page's structure must tell.
   */
  readState(text: string): PageTextState | undefined;
  /** Seconds that a page makes the person wait before a confirmation; undefined where it does not. */
  countdownSeconds(text: string): number | undefined;
  /** Whether a text demands reading for a time, with or without a number. */
  demandsReading(text: string): boolean;
  /** Whether a dialog asks if somebody is there (在岗确认, 防挂机); the end of a session is not one. */
  isPresenceCheck(text: string): boolean;
  /** Whether a task's heading names a security or emergency scene, which the norms exempt. */
  isExempt(text: string): boolean;
  /** Whether a link or heading is a way to complain about the platform. */
  isComplaintEntry(text: string): boolean;
  /** Whether a notice limits the browser that may be used. */
  demandsBrowser(text: string): boolean;
  /** What kind of column a title names, or undefined. */
  columnType(title: string): ColumnType | undefined;
}

interface Matcher<Kind> {
  readonly kind: Kind;
  readonly longest: number;
  readonly terms: readonly string[];
  readonly pattern: RegExp | undefined;
  readonly negative: readonly string[];
  readonly negativePattern: RegExp | undefined;
}

const LONGEST_NOTICE = 160;
const LONGEST_HEADING = 60;
const LONGEST_COLUMN = 12;

function compileCue<Kind>(words: Omit<CueWords, 'kind'> & { readonly kind: Kind }): Matcher<Kind> {
  return {
    kind: words.kind,
    longest: words.longest,
    terms: wordList(words.terms),
    pattern: words.pattern === undefined ? undefined : new RegExp(words.pattern, 'u'),
    negative: wordList(words.negative),
    negativePattern:
      words.negativePattern === undefined ? undefined : new RegExp(words.negativePattern, 'u'),
  };
}

function matches<Kind>(matcher: Matcher<Kind>, text: string): boolean {
  if (text.length > matcher.longest) return false;
  const named =
    matcher.terms.some((term) => text.includes(term)) || (matcher.pattern?.test(text) ?? false);
  return (
    named &&
    !matcher.negative.some((term) => text.includes(term)) &&
    !(matcher.negativePattern?.test(text) ?? false)
  );
}

export function createPageReader(words: PageWords, traditional: CharacterPairs): PageReader {
  const simplify = characterMap(traditional.from, traditional.to);
  const plain = (text: string): string => comparableText(text, simplify);
  const cues = words.cues.map(compileCue);
  const states = words.states.map(compileCue);
  const reading = words.countdown.reading.map((source) => new RegExp(source, 'u'));
  const readingTerms = wordList(words.countdown.terms);
  const noReading = new RegExp(words.countdown.negative, 'u');
  const presence = {
    terms: wordList(words.presence.terms),
    pattern: new RegExp(words.presence.pattern, 'u'),
    negative: new RegExp(words.presence.negative, 'u'),
  };
  const exempt = { terms: wordList(words.exempt.terms), not: wordList(words.exempt.negative) };
  const browsers = wordList(words.browser);
  const complaint = {
    terms: wordList(words.complaint.terms),
    not: wordList(words.complaint.negative),
  };
  const columns = (Object.entries(words.columns) as [ColumnType, string][]).flatMap(
    ([type, list]) => wordList(list).map((term) => ({ type, term })),
  );
  columns.sort((a, b) => b.term.length - a.term.length);

  return {
    readCues(text) {
      const one = plain(text);
      return cues.filter((cue) => matches(cue, one)).map(({ kind }) => kind);
    },
    readState(text) {
      const one = plain(text).replace(/^[*:!·|>]+|[!.…~·|>]+$/gu, '');
      return states.find((state) => matches(state, one))?.kind;
    },
    countdownSeconds(text) {
      const one = plain(text);
      if (one.length > LONGEST_NOTICE || noReading.test(one)) return undefined;
      for (const expression of reading) {
        const groups = expression.exec(one)?.slice(1);
        const at = groups?.findIndex((group) => group !== undefined && /^\d+$/.test(group)) ?? -1;
        if (groups === undefined || at < 0) continue;
        return Number(groups[at]) * (groups[at + 1]?.startsWith('分') ? 60 : 1);
      }
      return undefined;
    },
    demandsReading(text) {
      const one = plain(text);
      return (
        one.length <= LONGEST_NOTICE &&
        !noReading.test(one) &&
        (readingTerms.some((term) => one.includes(term)) ||
          reading.some((expression) => expression.test(one)))
      );
    },
    isPresenceCheck(text) {
      const one = plain(text);
      return (
        one.length <= LONGEST_NOTICE &&
        !presence.negative.test(one) &&
        (presence.terms.some((term) => one.includes(term)) || presence.pattern.test(one))
      );
    },
    isExempt(text) {
      const one = plain(text);
      return (
        one.length <= LONGEST_HEADING &&
        exempt.terms.some((term) => one.includes(term)) &&
        !exempt.not.some((term) => one.includes(term))
      );
    },
    isComplaintEntry(text) {
      const one = plain(text);
      return (
        one.length <= LONGEST_COLUMN + 4 &&
        complaint.terms.some((term) => one.includes(term)) &&
        !complaint.not.some((term) => one.includes(term))
      );
    },
    demandsBrowser(text) {
      const one = plain(text);
      return one.length <= LONGEST_NOTICE && browsers.some((term) => one.includes(term));
    },
    columnType(title) {
      const one = plain(title).replace(/^[·|>《]+|[·|>》]+$|更多.*$/gu, '');
      if (one === '' || one.length > LONGEST_COLUMN) return undefined;
      return columns.find(({ term }) => one === term || one.endsWith(term))?.type;
    },
  };
}
