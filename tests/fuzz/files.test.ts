/**
 * Every file that somebody else may have made, and what an observer tells, changed in some of its characters or values: it is read,
 * or refused as its reader promises; nothing is thrown beside that, nothing hangs, no prototype changes.
 * As many inputs as in `parsers.test.ts`.
 *
 * A backup is not here: each of its parts is sealed, so that a changed one is refused before anything is
 * parsed (`tests/utils/storage/backup.test.ts`: wherever one bit of it differs). What it holds is judged
 * row by row, by `isRowOf`, which is.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  collectionId,
  collectionText,
  parseCollection,
} from '../../utils/domain/contribution/collection';
import { inventoryText, parseInventory } from '../../utils/domain/contribution/form-inventory';
import { parseKeyFile } from '../../utils/domain/contribution/key-file';
import { parseSealedBatch, sealedBatchText } from '../../utils/domain/contribution/key-holder';
import { layoutOf } from '../../utils/domain/contribution/layout';
import { contributionReader, REFUSALS } from '../../utils/domain/contribution/read-contribution';
import { parseRelease, releaseText } from '../../utils/domain/contribution/release-file';
import { parseSum, sumText } from '../../utils/domain/contribution/sum-file';
import { EvidenceLogError, readEvidenceLog, replayLog } from '../../utils/domain/evidence-log';
import { parseObservationMessage } from '../../utils/domain/observation-schema';
import { parseStudy } from '../../utils/domain/research/study';
import { STUDY } from '../research/fixtures';
import { bytes, COLLECTION, plainFile, WEEK } from '../utils/domain/contribution/fixture';
import { messageOf, SAMPLES } from '../utils/domain/observation-samples';
import { RUNS } from './pieces';
import { spoilt } from './spoilt-files';

type Outcome = 'read' | 'refused';

const ID = collectionId(COLLECTION);
const { length } = layoutOf(COLLECTION).entries;
const reader = contributionReader(COLLECTION, WEEK);
const sealed = { ...COLLECTION, mode: 'sealed' as const };

/** A refusal names a reason and a place in the format, and nothing of the file. */
function outcomeOf(read: { readonly value: unknown } | { readonly fault: object }): Outcome {
  if ('value' in read) return 'read';
  const { reason, at } = read.fault as { reason: string; at: string };
  expect(reason).toMatch(/^[a-z-]+$/);
  expect(at).toMatch(/^[A-Za-z]*(\.[A-Za-z]+|\.\d{1,6})*$/);
  return 'refused';
}

/** A message comes as a value: what is no JSON comes as text. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

interface Kind {
  readonly file: string;
  readonly whole: string;
  /** Whether it is one JSON value. */
  readonly json: boolean;
  readonly read: (text: string) => Outcome;
}

const KINDS: readonly Kind[] = [
  {
    file: 'a collection file',
    whole: collectionText(COLLECTION),
    json: true,
    read: (text) => outcomeOf(parseCollection(text)),
  },
  {
    file: 'a sum file',
    whole: sumText({
      collection: ID,
      week: WEEK,
      half: 'whole',
      n: 30,
      batches: [{ hash: 'ab'.repeat(32), n: 30 }],
      sums: Array.from({ length }, (_, index) => BigInt(index)),
      leftOut: ['0123456789abcdef'.repeat(2)],
    }),
    json: true,
    read: (text) => outcomeOf(parseSum(text, length)),
  },
  {
    file: 'a release',
    whole: releaseText({
      collection: ID,
      weeks: [WEEK],
      mode: 'plain',
      k: 10,
      people: 40,
      rows: [
        { key: 'all', kind: 'all', name: 'all', people: 40, sums: { minutes: 9_600 } },
        {
          key: 'platform/a',
          kind: 'platform',
          name: 'a',
          sums: { minutes: 600 },
          duplicateShare: 0.25,
          each: { low: 1, mid: 2, high: 3 },
        },
      ],
      zombies: ['mz.qingshan.gov.cn'],
      source: '0'.repeat(64),
    }),
    json: true,
    read: (text) => outcomeOf(parseRelease(text)),
  },
  {
    file: 'a form inventory',
    whole: inventoryText({
      collection: ID,
      forms: [{ platform: 'nb-01', concepts: ['person.id_number', 'person.name'], fields: 7 }],
    }),
    json: true,
    read: (text) => outcomeOf(parseInventory(text)),
  },
  {
    file: 'a key file',
    whole: `${JSON.stringify({
      schema: 'qingzhuang/key/1',
      publicKey: `B${'A'.repeat(86)}=`,
      salt: `${'A'.repeat(22)}==`,
      iv: 'A'.repeat(16),
      sealed: 'A'.repeat(64),
    })}\n`,
    json: true,
    read: (text) => outcomeOf(parseKeyFile(text)),
  },
  {
    file: 'a sealed batch',
    whole: sealedBatchText(
      { collection: collectionId(sealed), week: WEEK },
      Array.from(
        { length: 12 },
        (_, person) => `${String(person).padStart(32, '0')} 1 ${'A'.repeat(151)}=`,
      ),
    ),
    json: false,
    read: (text) => {
      const read = parseSealedBatch(text, sealed);
      if ('value' in read) return 'read';
      expect(read.refused).toMatch(/^[a-z-]+$/);
      return 'refused';
    },
  },
  {
    file: 'a contribution',
    whole: plainFile(3),
    json: true,
    read: (text) => {
      const read = reader.read(bytes(text));
      if (typeof read !== 'string') return 'read';
      expect(REFUSALS).toContain(read);
      return 'refused';
    },
  },
  {
    file: 'the file of a study',
    whole: JSON.stringify(STUDY),
    json: true,
    read: (text) => (parseStudy(text) === undefined ? 'refused' : 'read'),
  },
  {
    file: 'the message of an observer',
    whole: JSON.stringify(messageOf(...SAMPLES)),
    json: true,
    read: (text) => {
      const message = jsonOf(text);
      return parseObservationMessage(message) === undefined ? 'refused' : 'read';
    },
  },
  {
    file: 'an evidence log',
    whole: JSON.stringify(JSON.parse(readFileSync('tests/vectors/time/tabs.json', 'utf8')).log),
    json: true,
    read: (text) => {
      try {
        readEvidenceLog(text);
        return 'read';
      } catch (error) {
        expect(error).toBeInstanceOf(EvidenceLogError);
        return 'refused';
      }
    },
  },
];

describe('files', () => {
  it.each(KINDS)('$file is read as it was made', ({ whole, read }) => {
    expect(read(whole)).toBe('read');
  });

  it.each(KINDS)(
    '$file is read or refused, whatever stands in it',
    ({ whole, json, read }) => {
      let refused = 0;
      fc.assert(
        fc.property(spoilt(whole, json), (text) => {
          if (read(text) === 'refused') refused += 1;
        }),
        { numRuns: RUNS },
      );
      expect(refused).toBeGreaterThan(RUNS / 10);
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    },
    1_200_000,
  );

  it('an evidence log that is read can be replayed', () => {
    const { whole } = KINDS.find(({ file }) => file === 'an evidence log') as Kind;
    fc.assert(
      fc.property(spoilt(whole, true), (text) => {
        try {
          replayLog(readEvidenceLog(text));
        } catch (error) {
          expect(error).toBeInstanceOf(EvidenceLogError);
        }
      }),
      { numRuns: Math.min(RUNS, 300) },
    );
  });
});
