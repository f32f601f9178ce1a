/**
 * A study: who asks, what for, until when. The person opens its file, reads it and agrees to it by
 * itself; agreeing to record is no consent to a study. Its token is keyed by code and end, so that two
 * studies cannot be joined, and after its end no package is made under it any more.
 */

import { keyed } from '../contribution/token';

export interface Study {
  readonly format: 'qingzhuang-study';
  readonly version: 1;
  /** Small letters, digits and hyphens. */
  readonly code: string;
  readonly title: string;
  /** Who processes the data, and how to reach them. */
  readonly contact: string;
  readonly purpose: string;
  /** How to withdraw what was handed in. */
  readonly withdrawal: string;
  /** Last local day of the study, `yyyy-mm-dd`. */
  readonly ends: string;
}

const LINE = /^[^\p{Cc}]{1,200}$/u;
/** What each value must look like; there is no other key. */
const SHAPE: Readonly<Record<keyof Study, RegExp>> = {
  format: /^qingzhuang-study$/,
  version: /^1$/,
  code: /^[a-z0-9-]{3,40}$/,
  title: LINE,
  contact: LINE,
  purpose: LINE,
  withdrawal: LINE,
  ends: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
};

/** The person's consent to one study. */
export interface StudyConsent {
  readonly study: Study;
  readonly at: number;
  /** Weekday and hour may be in the package too. */
  readonly timeOfDay: boolean;
  /** Answers to the sampled records, by record id; weeks of the record beside them. */
  readonly answers: readonly SampleAnswer[];
}

export interface SampleAnswer {
  readonly id: string;
  readonly week: string;
  readonly kind: 'submission' | 'attempt' | 'action' | 'upload';
  readonly answer: 'right' | 'wrong' | 'unsure';
}

/** The study of a file, or `undefined` where it is none. */
export function parseStudy(text: string): Study | undefined {
  try {
    const read = JSON.parse(text) as Readonly<Record<string, unknown>>;
    const whole =
      Object.keys(read).length === Object.keys(SHAPE).length &&
      Object.entries(SHAPE).every(
        ([key, shape]) =>
          Object.hasOwn(read, key) &&
          typeof read[key] === (key === 'version' ? 'number' : 'string') &&
          shape.test(String(read[key])),
      );
    return whole ? (read as unknown as Study) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the study is still open on a local day. */
export function isOpen({ ends }: Study, day: string): boolean {
  return day <= ends;
}

/** @param secret of the device, 32 bytes as hex */
export function studyCode(secret: string, { code, ends }: Study, text: string, length = 8): string {
  return [...keyed(secret, `study|${code}|${ends}|${text}`).subarray(0, length / 2)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
