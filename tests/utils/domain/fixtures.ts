import type { Concept, ConceptLookup } from '../../../utils/domain/concept';
import { conceptIdOf } from '../../../utils/domain/concept';
import type {
  Action,
  DigestRow,
  Form,
  Interval,
  PageSign,
  Platform,
  Submission,
  SubmittedField,
  Upload,
} from '../../../utils/domain/records';
import { MINUTE_MS, SECOND_MS } from '../../../utils/domain/time-constants';

/** Monday 2026-11-16 00:00 in Asia/Shanghai, the first moment of 2026-W47. */
export const MONDAY = Date.parse('2026-11-16T00:00:00+08:00');

type ConceptSketch = readonly [
  id: string,
  entropy: Concept['entropy'],
  shape: string,
  more?: Partial<Concept>,
];

const SKETCHES: readonly ConceptSketch[] = [
  ['person.name', 'medium', 'zhname', { sensitive: true }],
  ['person.id_number', 'high', 'idcard18', { sensitive: true }],
  ['person.phone', 'high', 'phone', { sensitive: true }],
  ['person.birth_date', 'medium', 'date'],
  ['person.sex', 'low', 'enum'],
  ['person.annual_income', 'medium', 'number'],
  ['household.residence_address', 'high', 'address', { family: 'address' }],
  ['household.hukou_address', 'high', 'address', { family: 'address' }],
  ['household.size', 'low', 'int'],
  ['household.type', 'low', 'enum'],
  ['household.annual_income', 'medium', 'number'],
  ['household.difficulty', 'medium', 'longtext'],
  ['area.village', 'medium', 'region'],
  ['agri.sown_area', 'medium', 'number'],
  ['agri.output', 'medium', 'number'],
  ['visit.date', 'medium', 'date'],
  ['visit.visitor', 'medium', 'zhname'],
  ['visit.content', 'high', 'longtext'],
  ['meeting.title', 'high', 'text'],
  ['meeting.place', 'medium', 'text'],
  ['meeting.host', 'medium', 'zhname'],
  ['org.name', 'high', 'text'],
  ['meta.reporter', 'medium', 'zhname', { meta: true }],
  ['meta.report_unit', 'high', 'text', { meta: true }],
  ['meta.remark', 'low', 'text', { meta: true, generic: true }],
];

const CONCEPTS: ReadonlyMap<string, Concept> = new Map(
  SKETCHES.map(([id, entropy, shape, more]) => [
    id,
    {
      id,
      family: id,
      zh: id,
      en: id,
      entropy,
      shape,
      meta: false,
      generic: false,
      sensitive: false,
      ...more,
    },
  ]),
);

export const concepts: ConceptLookup = (key) => CONCEPTS.get(conceptIdOf(key));

let made = 0;

/** A new id of the right length; in rising order, so that ties are settled as written. */
export function nextId(): string {
  made += 1;
  return made.toString(16).padStart(24, '0');
}

/**
 * A field that was typed. The digest stands for the value in plain words, as `name:张建国`: equal
 * texts are equal values. An unknown label is written `?label`.
 */
export function typed(
  concept: string,
  value: string,
  more: Partial<SubmittedField> = {},
): SubmittedField {
  const known = concept.startsWith('?') ? undefined : concepts(concept);
  const family = known?.family ?? concept;
  return {
    field: 0,
    labelDigest: concept.startsWith('?') ? concept.slice(1) : `label of ${concept}`,
    how: 'typed',
    entropy: known?.entropy ?? 'medium',
    focusMs: 12 * SECOND_MS,
    workingMs: 10 * SECOND_MS,
    inputMs: 5 * SECOND_MS,
    anyDigest: `any:${value}`,
    ...(known === undefined ? {} : { concept, digest: `${family}:${value}` }),
    ...more,
  };
}

export function submission(
  platform: string,
  at: number,
  fields: readonly SubmittedField[],
  more: Partial<Submission> = {},
): Submission {
  return {
    id: nextId(),
    platform,
    form: `form of ${platform}`,
    at,
    startedAt: at - 5 * MINUTE_MS,
    outcome: 'accepted',
    score: 4,
    evidence: ['network-ok', 'success-text'],
    intent: 'final',
    rework: false,
    fields: fields.map((field, index) => ({ ...field, field: index })),
    fillingMs: fields.reduce((sum, { workingMs }) => sum + workingMs, 0),
    keyGeneration: 1,
    ...more,
  };
}

export function platform(id: string, more: Partial<Platform> = {}): Platform {
  return {
    id,
    name: id,
    category: 'gov_other',
    origins: [`https://${id}.gov.cn`],
    addedAt: MONDAY - 200 * 24 * 60 * MINUTE_MS,
    addedBy: 'catalogue',
    ...more,
  };
}

export function interval(
  platformId: string,
  from: number,
  to: number,
  more: Partial<Interval> = {},
): Interval {
  return {
    id: nextId(),
    platform: platformId,
    place: 'front',
    from,
    to,
    pauses: [],
    playing: [],
    waiting: [],
    inputMs: 0,
    certainty: 'confirmed',
    pageClass: 'form',
    visit: `visit ${platformId} ${Math.floor(from / (30 * MINUTE_MS))}`,
    ...more,
  };
}

export function action(platformId: string, at: number, more: Partial<Action> = {}): Action {
  return {
    id: nextId(),
    platform: platformId,
    at,
    action: 'check-in',
    outcome: 'done',
    score: 4,
    evidence: ['text-changed'],
    count: 1,
    cues: [],
    exempt: false,
    ...more,
  };
}

export function upload(platformId: string, at: number, more: Partial<Upload> = {}): Upload {
  return {
    id: nextId(),
    platform: platformId,
    at,
    via: 'chooser',
    fileKind: 'image',
    sizeClass: 8,
    proofMaterial: false,
    outcome: 'sent',
    keyGeneration: 1,
    ...more,
  };
}

export function pageSign(platformId: string, at: number, more: Partial<PageSign> = {}): PageSign {
  return {
    id: nextId(),
    platform: platformId,
    at,
    pageClass: 'other',
    columns: [],
    state: 'normal',
    failed: false,
    cues: [],
    complaintEntry: false,
    forcedSeconds: 0,
    ...more,
  };
}

export function form(
  platformId: string,
  signature: string,
  fields: readonly Partial<Form['fields'][number]>[],
  more: Partial<Form> = {},
): Form {
  return {
    platform: platformId,
    signature,
    fields: fields.map((field, index) => ({
      score: 1,
      labelDigest: `label ${index}`,
      control: 'text',
      required: false,
      ...field,
    })),
    library: 'native',
    firstSeenAt: MONDAY,
    lastSeenAt: MONDAY,
    ...more,
  };
}

/** Submissions as they are stored and looked up: what the duplicate engine reads. */
export class Memory {
  readonly #submissions = new Map<string, Submission>();
  readonly #rows = new Map<string, DigestRow>();
  reads = 0;

  add(...submissions: readonly Submission[]): this {
    for (const one of submissions) {
      this.#submissions.set(one.id, one);
      if (one.outcome !== 'accepted') continue;
      for (const [index, { digest, anyDigest }] of one.fields.entries()) {
        for (const name of [digest, anyDigest]) {
          if (name === undefined) continue;
          const place = { platform: one.platform, submission: one.id, at: one.at, field: index };
          const seen = [place, ...(this.#rows.get(name)?.seen ?? [])].sort((a, b) => b.at - a.at);
          this.#rows.set(name, {
            digest: name,
            generation: one.keyGeneration,
            seen: seen.slice(0, 32),
          });
        }
      }
    }
    return this;
  }

  lookup = async (digests: readonly string[]): Promise<readonly DigestRow[]> =>
    digests.flatMap((digest) => {
      const row = this.#rows.get(digest);
      return row === undefined ? [] : [row];
    });

  earlier = async (ids: readonly string[]): Promise<readonly Submission[]> => {
    this.reads += ids.length;
    return ids.flatMap((id) => {
      const found = this.#submissions.get(id);
      return found === undefined ? [] : [found];
    });
  };
}
