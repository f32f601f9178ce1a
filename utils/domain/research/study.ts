/**
 * A study: who asks, what for, until when. The person opens its file, reads it and agrees to it by
 * itself; agreeing to record is no consent to a study. Its token is keyed by code and end, so that two
 * studies cannot be joined, and after its end no package is made under it any more.
 */

import * as z from 'zod/mini';
import { keyed } from '../contribution/token';

const line = z.string().check(z.minLength(1), z.maxLength(200));

const study = z.strictObject({
  format: z.literal('qingzhuang-study'),
  version: z.literal(1),
  /** Letters, digits and hyphens. */
  code: z.string().check(z.regex(/^[a-z0-9-]{3,40}$/)),
  title: line,
  /** Who processes the data, and how to reach them. */
  contact: line,
  purpose: line,
  /** How to withdraw what was handed in. */
  withdrawal: line,
  /** Last local day of the study, `yyyy-mm-dd`. */
  ends: z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)),
});

export type Study = z.infer<typeof study>;

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
    const parsed = study.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
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
