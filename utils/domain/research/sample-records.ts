/**
 * The records of a week that a study asks the person about: at most 20, the same ones whenever the week
 * is opened. Each kind has its share of the places, so that rare kinds are asked about too; within a
 * kind the order is that of a keyed digest, which nobody can steer.
 */

import { groupBy } from '../grouping';
import type { Action, Submission, Upload } from '../records';
import { type SampleAnswer, type Study, studyCode } from './study';

export const SAMPLED_RECORDS = 20;

export interface SampledRecord {
  readonly id: string;
  readonly kind: SampleAnswer['kind'];
  readonly platform: string;
  readonly at: number;
  readonly record: Submission | Action | Upload;
}

export interface SampledWeek {
  readonly week: string;
  readonly submissions: readonly Submission[];
  readonly actions: readonly Action[];
  readonly uploads: readonly Upload[];
}

export function sampleRecords(
  { week, submissions, actions, uploads }: SampledWeek,
  study: Study,
  secret: string,
): readonly SampledRecord[] {
  const all: SampledRecord[] = [
    ...submissions
      .filter(({ outcome }) => outcome !== 'pending')
      .map((record) => entry(record.outcome === 'accepted' ? 'submission' : 'attempt', record)),
    ...actions.map((record) => entry(record.outcome === 'done' ? 'action' : 'attempt', record)),
    ...uploads.map((record) => entry('upload', record)),
  ];
  const order = new Map(all.map(({ id }) => [id, studyCode(secret, study, `${week}|${id}`, 16)]));
  const before = (a: SampledRecord, b: SampledRecord) =>
    (order.get(a.id) ?? '') < (order.get(b.id) ?? '') ? -1 : 1;
  const kinds = [...groupBy(all, ({ kind }) => kind).values()].map((records) =>
    records.sort(before),
  );
  const chosen: SampledRecord[] = [];
  for (let round = 0; chosen.length < SAMPLED_RECORDS; round += 1) {
    const turn = kinds.flatMap((records) => records[round] ?? []);
    if (turn.length === 0) break;
    chosen.push(...turn.slice(0, SAMPLED_RECORDS - chosen.length));
  }
  return chosen.sort((a, b) => a.at - b.at);
}

function entry(kind: SampledRecord['kind'], record: Submission | Action | Upload): SampledRecord {
  const { id, platform, at } = record;
  return { id, kind, platform, at, record };
}
