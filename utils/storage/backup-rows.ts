/**
 * What a backup holds of each table, and what a row must look like to be taken from one. Digests of
 * values and the keys stay behind; files that were equal stay recognisable as equal by a mark that
 * tells nothing without this computer.
 */

import { sha256 } from '@noble/hashes/sha2.js';
import type { Action, Submission, Upload } from '../domain/records';
import { isWeekKey } from '../domain/week';
import { withoutDigests } from './submissions';

/**
 * The tables in the order in which they are merged (forms before the submissions that point into
 * them), each with the fields that a row must have: `s` text, `n` number, `b` yes or no, `o` object,
 * `l` texts, `m` numbers, `r` objects, `w` week, `d` day. Faults speak of the computer that had them and stay there.
 */
const SHAPES = {
  platforms: 'id:s name:s category:s origins:l addedAt:n addedBy:s',
  forms: 'platform:s signature:s fields:r library:s firstSeenAt:n lastSeenAt:n',
  submissions:
    'id:s platform:s form:s at:n startedAt:n outcome:s score:n evidence:l intent:s rework:b fields:r fillingMs:n keyGeneration:n',
  intervals:
    'id:s platform:s place:s from:n to:n pauses:r playing:r waiting:r inputMs:n certainty:s pageClass:s visit:s',
  coverage: 'day:d active:m recorded:m',
  uploads:
    'id:s platform:s at:n via:s fileKind:s sizeClass:n proofMaterial:b outcome:s keyGeneration:n',
  actions: 'id:s platform:s at:n action:s outcome:s score:n evidence:l count:n cues:l exempt:b',
  pageSigns:
    'id:s platform:s at:n pageClass:s columns:r state:s failed:b cues:l complaintEntry:b forcedSeconds:n',
  transfers: 'id:s at:n kind:s from:s to:s',
  findings: 'id:s rule:s ruleVersion:n platform:s grade:s status:s n:n firstAt:n lastAt:n exempt:b',
  diary: 'id:s day:d text:s',
  ledger: 'id:s platform:s findings:l at:n status:s',
  weekSums:
    'week:w platform:s workingMs:n playingMs:n inputMs:n frontMs:n submissions:n attempts:n enteredFields:n comparableFields:n reenteredFields:n reentryMs:n reentryLowMs:n reentryHighMs:n uploads:n actions:o',
  otherWeekSums: 'device:s week:w platform:s workingMs:n playingMs:n frontMs:n actions:o',
} as const;

export type BackupTable = keyof typeof SHAPES;
export const BACKUP_TABLES = Object.keys(SHAPES) as readonly BackupTable[];

/** The row as it goes into a backup. */
export function backedUp(table: BackupTable, row: unknown, salt: string): unknown {
  if (table === 'submissions') return withoutDigests(row as Submission);
  if (table === 'uploads') {
    const { digest, pictureHashes: _hashes, sketch: _sketch, ...upload } = row as Upload;
    return digest === undefined ? upload : { ...upload, digest: markOf(salt, digest) };
  }
  if (table === 'actions') {
    const { objectDigest: _object, ...action } = row as Action;
    return action;
  }
  return row;
}

function markOf(salt: string, digest: string): string {
  const hash = sha256(new TextEncoder().encode(`${salt} ${digest}`)).subarray(0, 12);
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null;
const isText = (value: unknown) => typeof value === 'string';
const isNumber = (value: unknown) => typeof value === 'number' && Math.abs(value) < 8.64e15;
const listOf = (is: (value: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.every(is);

const KINDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  s: isText,
  n: isNumber,
  b: (value) => typeof value === 'boolean',
  o: isObject,
  l: listOf(isText),
  m: listOf(isNumber),
  r: listOf(isObject),
  w: (value) => isText(value) && isWeekKey(value as string),
  d: (value) => /^\d{4}-\d\d-\d\d$/.test(String(value)),
};

/** Whether a row out of a file can be a row of the table. */
export function isRowOf(table: BackupTable, row: unknown): boolean {
  if (!isObject(row)) return false;
  const fields = new Map(Object.entries(row as object));
  return SHAPES[table].split(' ').every((part) => {
    const [name = '', kind = ''] = part.split(':');
    return KINDS[kind]?.(fields.get(name)) === true;
  });
}
