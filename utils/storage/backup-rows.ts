/**
 * What a backup holds of each table, and what a row must look like to be taken from one. Digests of
 * values and the keys stay behind; files that were equal stay recognisable as equal by a mark that
 * tells nothing without this computer.
 */

import { sha256 } from '@noble/hashes/sha2.js';
import type { Action, Submission, Upload } from '../domain/records';
import { withoutDigests } from './submissions';

/**
 * The tables in the order in which they are merged (forms before the submissions that point into
 * them), each with the fields that a row must have: `s` text, `n` number, `b` yes or no, `a` list,
 * `o` object. Faults speak of the computer that had them and stay there.
 */
const SHAPES = {
  platforms: 'id:s name:s category:s origins:a addedAt:n addedBy:s',
  forms: 'platform:s signature:s fields:a library:s firstSeenAt:n lastSeenAt:n',
  submissions:
    'id:s platform:s form:s at:n startedAt:n outcome:s score:n evidence:a intent:s rework:b fields:a fillingMs:n keyGeneration:n',
  intervals:
    'id:s platform:s place:s from:n to:n pauses:a playing:a waiting:a inputMs:n certainty:s pageClass:s visit:s',
  coverage: 'day:s active:a recorded:a',
  uploads:
    'id:s platform:s at:n via:s fileKind:s sizeClass:n proofMaterial:b outcome:s keyGeneration:n',
  actions: 'id:s platform:s at:n action:s outcome:s score:n evidence:a count:n cues:a exempt:b',
  pageSigns:
    'id:s platform:s at:n pageClass:s columns:a state:s failed:b cues:a complaintEntry:b forcedSeconds:n',
  transfers: 'id:s at:n kind:s from:s to:s',
  findings: 'id:s rule:s ruleVersion:n platform:s grade:s status:s n:n firstAt:n lastAt:n exempt:b',
  diary: 'id:s day:s text:s',
  ledger: 'id:s platform:s findings:a at:n status:s',
  weekSums:
    'week:s platform:s workingMs:n playingMs:n inputMs:n frontMs:n submissions:n attempts:n enteredFields:n comparableFields:n reenteredFields:n reentryMs:n reentryLowMs:n reentryHighMs:n uploads:n actions:o',
  otherWeekSums: 'device:s week:s platform:s workingMs:n playingMs:n frontMs:n actions:o',
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

/** Whether a row out of a file can be a row of the table. */
export function isRowOf(table: BackupTable, row: unknown): boolean {
  if (typeof row !== 'object' || row === null) return false;
  const fields = new Map(Object.entries(row));
  return SHAPES[table].split(' ').every((part) => {
    const [name = '', kind] = part.split(':');
    const value = fields.get(name);
    if (kind === 'a') return Array.isArray(value);
    return kind === 'o'
      ? typeof value === 'object' && value !== null
      : typeof value === { s: 'string', n: 'number', b: 'boolean' }[kind as 's' | 'n' | 'b'];
  });
}
