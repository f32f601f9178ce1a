/**
 * A store of the size that a heavy quarter leaves, made by rule: every value of a resident has one
 * digest whichever system asks for it, so residents who were reported in several systems meet again.
 */

import type { Concept, ConceptLookup } from '../../../utils/domain/concept';
import { conceptIdOf } from '../../../utils/domain/concept';
import type {
  Action,
  CoverageDay,
  DigestRow,
  Form,
  Interval,
  PageSign,
  Submission,
  SubmittedField,
  Upload,
} from '../../../utils/domain/records';
import { DAY_MS, HOUR_MS } from '../../../utils/domain/time-constants';

export const PLATFORMS = 40;
export const FORMS = 2_200;
export const DIGESTS = 1_000_000;
export const STORED_SUBMISSIONS = 20_000;
export const RESIDENTS = 6_000;
const FIELDS = 20;
export const NOW = Date.UTC(2026, 10, 20);

const SHAPES: readonly (readonly [string, Concept['entropy'], string])[] = [
  ['person.name', 'medium', 'zhname'],
  ['person.id_number', 'high', 'idcard18'],
  ['person.phone', 'high', 'phone'],
  ['person.birth_date', 'medium', 'date'],
  ['household.hukou_address', 'high', 'address'],
  ['household.annual_income', 'medium', 'number'],
  ['household.difficulty', 'medium', 'longtext'],
  ['civil.dibao_cert', 'high', 'text'],
  ['person.bank_card', 'high', 'bankcard'],
  ['person.work_unit', 'medium', 'text'],
  ['agri.contract_area', 'medium', 'number'],
  ['house.code', 'high', 'text'],
  ['house.area', 'medium', 'number'],
  ['visit.content', 'high', 'longtext'],
  ['area.village', 'medium', 'region'],
  ['meta.reporter', 'medium', 'zhname'],
];

const CONCEPTS: ReadonlyMap<string, Concept> = new Map(
  SHAPES.map(([id, entropy, shape]) => [
    id,
    {
      id,
      family: id,
      zh: id,
      en: id,
      entropy,
      shape,
      meta: id.startsWith('meta.'),
      generic: false,
      sensitive: false,
    },
  ]),
);

export const concepts: ConceptLookup = (key) => CONCEPTS.get(conceptIdOf(key));

/** A digest of 96 bits from a number: mixed, so that rows lie all over the index as real ones do. */
function digestOf(number: number): string {
  const words = new Uint32Array(3);
  let state = (Math.imul(number | 0, 0x9e3779b1) ^ Math.floor(number / 2 ** 32)) >>> 0;
  for (let word = 0; word < 3; word++) {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    words[word] = (mixed ^ (mixed >>> 16)) >>> 0;
  }
  const bytes = String.fromCharCode(...new Uint8Array(words.buffer));
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_');
}

/** Of a resident's value; the village and the reporter are everybody's. */
function valueNumber(resident: number, field: number): number {
  if (field === 14) return 900_000_000 + (resident % 12);
  if (field === 15) return 900_000_100;
  return resident * FIELDS + field;
}

export function platformOf(submission: number): string {
  return `p${submission % PLATFORMS}`;
}

/** A submission about a resident; `id` orders them in time, the youngest last. */
export function submissionOf(id: number, resident: number, at: number, generation = 1): Submission {
  return {
    id: id.toString(16).padStart(24, '0'),
    platform: platformOf(id),
    form: `form ${id % FORMS}`,
    at,
    startedAt: at - 300_000,
    outcome: 'accepted',
    score: 4,
    evidence: ['network-ok', 'success-text'],
    intent: 'final',
    rework: false,
    fillingMs: 240_000,
    keyGeneration: generation,
    fields: Array.from({ length: FIELDS }, (_, field) => fieldOf(resident, field, generation)),
  };
}

function fieldOf(resident: number, field: number, generation: number): SubmittedField {
  // The last four fields have labels that no dictionary knows.
  const shape = SHAPES[field];
  const number = valueNumber(resident, field) + (generation === 1 ? 0 : 2_000_000_000);
  return {
    field,
    labelDigest: digestOf(3_000_000_000 + field),
    how: 'typed',
    entropy: shape?.[1] ?? 'high',
    focusMs: 12_000,
    workingMs: 10_000,
    inputMs: 5_000,
    anyDigest: digestOf(number + 1_000_000_000),
    ...(shape === undefined ? {} : { concept: shape[0], digest: digestOf(number) }),
  };
}

/** The rows that the stored submissions leave, and others that make up the number. */
export function* digestRows(submissions: Iterable<Submission>): Generator<DigestRow> {
  const rows = new Map<string, { generation: number; seen: DigestRow['seen'][number][] }>();
  for (const { fields, platform, id, at, keyGeneration } of submissions) {
    for (const [field, { digest, anyDigest }] of fields.entries()) {
      const name = digest ?? anyDigest;
      if (name === undefined) continue;
      let row = rows.get(name);
      if (row === undefined) {
        row = { generation: keyGeneration, seen: [] };
        rows.set(name, row);
      }
      row.seen.push({ platform, submission: id, at, field });
    }
  }
  for (const [digest, { generation, seen }] of rows) {
    const newest = seen.sort((a, b) => b.at - a.at).slice(0, 32);
    yield { digest, generation, seen: newest };
  }
  for (let number = rows.size; number < DIGESTS; number++) {
    const at = NOW - (number % 90) * DAY_MS;
    yield {
      digest: digestOf(4_000_000_000 + number),
      generation: 1,
      seen: [
        {
          platform: platformOf(number),
          submission: (number % 7_919).toString(16).padStart(24, 'f'),
          at,
          field: number % FIELDS,
        },
      ],
    };
  }
}

export function formAt(index: number): Form {
  return {
    platform: platformOf(index),
    signature: `form ${index}`,
    library: 'native',
    firstSeenAt: NOW - 80 * DAY_MS,
    lastSeenAt: NOW,
    fields: Array.from({ length: FIELDS }, (_, field) => {
      const shape = SHAPES[(field + index) % FIELDS];
      return {
        ...(shape === undefined ? {} : { concept: shape[0] }),
        score: 1,
        labelDigest: digestOf(3_000_000_000 + ((field + index) % FIELDS)),
        control: 'text',
        required: true,
      };
    }),
  };
}

/** What is written on one day of heavy use, eight hours on portals, beside the submissions. */
interface HeavyDay {
  readonly intervals: readonly Interval[];
  readonly actions: readonly Action[];
  readonly pageSigns: readonly PageSign[];
  readonly uploads: readonly Upload[];
  readonly coverage: CoverageDay;
  readonly submittedAt: readonly number[];
}

/** 40 submissions of 20 fields, 300 stays, 200 pages, 60 traces and 40 photographs. */
export function heavyDay(from: number): HeavyDay {
  const spread = <Row>(count: number, make: (at: number, n: number, id: string) => Row) =>
    Array.from({ length: count }, (_, n) => {
      const at = from + Math.round((n * 8 * HOUR_MS) / count);
      return make(at, n, `${at.toString(16).padStart(16, '0')}${n.toString(16).padStart(8, '0')}`);
    });
  return {
    intervals: spread(300, (at, n, id) => ({
      id,
      platform: platformOf(n),
      place: n % 9 === 0 ? 'beside' : 'front',
      from: at,
      to: at + 90_000,
      pauses: n % 2 === 0 ? [{ offsetMs: 20_000, lengthMs: 25_000 }] : [],
      playing: [],
      waiting: n % 5 === 0 ? [{ offsetMs: 0, lengthMs: 1_200 }] : [],
      inputMs: 40_000,
      certainty: 'confirmed',
      pageClass: n % 2 === 0 ? 'form' : 'list',
      visit: `${Math.floor(at / HOUR_MS)}-${platformOf(n)}`,
    })),
    actions: spread(60, (at, n, id) => ({
      id,
      platform: platformOf(n),
      at,
      action: n % 2 === 0 ? 'read-confirm' : 'check-in',
      outcome: 'done',
      score: 4,
      evidence: ['text-changed'],
      count: 1,
      objectDigest: digestOf(5_000_000_000 + at),
      cues: [],
      exempt: false,
    })),
    pageSigns: spread(200, (at, n, id) => ({
      id,
      platform: platformOf(n),
      at,
      pageClass: n % 2 === 0 ? 'form' : 'list',
      newest: '2026-11-20',
      columns: Array.from({ length: n % 10 === 0 ? 12 : 0 }, (_, column) => ({
        titleDigest: digestOf(6_000_000_000 + column),
        type: 'notice',
        newest: '2026-11-18',
        blank: false,
      })),
      state: 'normal',
      loadMs: 800,
      failed: false,
      cues: [],
      complaintEntry: false,
      forcedSeconds: 0,
    })),
    uploads: spread(40, (at, n, id) => ({
      id,
      platform: platformOf(n),
      at,
      via: 'chooser',
      fileKind: 'image',
      sizeClass: 9,
      proofMaterial: n % 2 === 0,
      outcome: 'sent',
      digest: digestOf(7_000_000_000 + at),
      pictureHashes: [digestOf(8_000_000_000 + at), digestOf(9_000_000_000 + at)],
      keyGeneration: 2,
    })),
    coverage: {
      day: new Date(from).toISOString().slice(0, 10),
      active: Array.from({ length: 96 }, (_, block) => 100 + block),
      recorded: Array.from({ length: 96 }, (_, block) => 100 + block),
    },
    submittedAt: spread(40, (at) => at),
  };
}
