/**
 * A simulated fortnight of one cadre over eight systems, with the truth beside it.
 *
 * What is true is told by things, not by texts: a field is entered again where *this attribute of this
 * thing* (the phone of this resident, the yield of this village) had been submitted in another system
 * before. The records that the engine gets know nothing of it: they hold digests only, which coincide
 * where texts do, by chance too.
 */

import type { Form, Submission, SubmittedField } from '../../../utils/domain/records';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../utils/domain/time-constants';
import { concepts, MONDAY } from './fixtures';

/** A small generator of random numbers with a seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A thing that reports are about, with its attributes by concept. */
interface Thing {
  readonly id: string;
  readonly values: ReadonlyMap<string, string>;
  /** Attributes that it shares with another thing, by the name of what is shared. */
  readonly shared?: ReadonlyMap<string, string>;
}

/** One field of a system's form. */
interface Demand {
  /** Concept key, or `?label` where the dictionary does not know the label. */
  readonly key: string;
  /** Attribute of the thing. */
  readonly attribute: string;
  /** Filled in by the system where it knows the thing already. */
  readonly prefills?: boolean;
  /** Chosen from a list: nothing of it is digested. */
  readonly chosen?: boolean;
  readonly own?: boolean;
}

interface System {
  readonly id: string;
  readonly forms: ReadonlyMap<string, readonly Demand[]>;
  /** Asks in two steps. */
  readonly wizard?: boolean;
}

interface Truth {
  /** Fields entered again, as `submission index`. */
  readonly reentered: ReadonlySet<string>;
  /** Comparable entered fields. */
  readonly comparable: ReadonlySet<string>;
  readonly fixed: ReadonlySet<string>;
  /** Submissions that repeat a whole record, and those too near the line (ρ 0.5…0.7) to say. */
  readonly duplicates: ReadonlySet<string>;
  readonly undecided: ReadonlySet<string>;
  readonly reentryMs: number;
}

export interface Fortnight {
  readonly submissions: readonly Submission[];
  readonly forms: readonly Form[];
  readonly truth: Truth;
}

const demand = (key: string, attribute = key, more: Partial<Demand> = {}): Demand => ({
  key,
  attribute,
  ...more,
});
const chosen = { chosen: true } as const;
const OWN: readonly Demand[] = [
  demand('meta.reporter', 'name', { own: true }),
  demand('person.phone', 'phone', { own: true }),
];

const SYSTEMS: readonly System[] = [
  {
    id: 'mz',
    forms: new Map([
      [
        'resident',
        [
          demand('person.name'),
          demand('person.id_number'),
          demand('person.sex', 'person.sex', chosen),
          demand('person.phone'),
          demand('household.hukou_address', 'address'),
          demand('household.annual_income'),
          demand('household.size'),
          demand('?低保证编号', 'certificate'),
          demand('meta.reporter', 'name', { own: true }),
        ],
      ],
    ]),
  },
  {
    id: 'ffp',
    wizard: true,
    forms: new Map([
      [
        'resident',
        [
          demand('person.name'),
          demand('person.id_number'),
          demand('person.phone'),
          demand('household.residence_address', 'address'),
          demand('area.village', 'village', chosen),
          demand('household.annual_income'),
          demand('household.size'),
          demand('household.difficulty'),
        ],
      ],
    ]),
  },
  {
    id: 'grid',
    forms: new Map([
      [
        'resident',
        [
          demand('person.name'),
          demand('person.birth_date'),
          demand('area.village', 'village'),
          demand('person.phone'),
          demand('visit.content'),
          demand('?证件登记号', 'certificate'),
          ...OWN,
        ],
      ],
      [
        'enterprise',
        [demand('org.name'), demand('person.name@principal', 'principal'), demand('visit.content')],
      ],
    ]),
  },
  {
    id: 'safety',
    forms: new Map([
      [
        'enterprise',
        [
          demand('org.name'),
          demand('person.name@principal', 'principal'),
          demand('person.phone@principal', 'principalPhone'),
          demand('visit.content'),
          ...OWN,
        ],
      ],
    ]),
  },
  {
    id: 'agri',
    forms: new Map([
      [
        'village',
        [
          demand('area.village', 'village', chosen),
          demand('agri.sown_area'),
          demand('agri.output'),
          demand('meta.report_unit', 'unit', { own: true }),
        ],
      ],
    ]),
  },
  {
    id: 'stats',
    forms: new Map([
      [
        'village',
        [
          demand('agri.sown_area'),
          demand('agri.output'),
          demand('meta.reporter', 'name', { own: true }),
        ],
      ],
    ]),
  },
  {
    id: 'party',
    forms: new Map([
      [
        'meeting',
        [
          demand('meeting.title'),
          demand('meeting.place'),
          demand('meeting.host'),
          demand('visit.content'),
        ],
      ],
    ]),
  },
  {
    id: 'forms',
    forms: new Map([
      [
        'resident',
        [
          demand('person.name'),
          demand('person.id_number', 'person.id_number', { prefills: true }),
          demand('person.phone', 'person.phone', { prefills: true }),
          demand('person.annual_income'),
          demand('household.annual_income'),
        ],
      ],
      [
        'meeting',
        [demand('meeting.title'), demand('meeting.place'), demand('visit.content'), ...OWN],
      ],
    ]),
  },
];

/** Who reports: the same name, phone and unit wherever they are asked for. */
const CADRE: Thing = {
  id: 'cadre',
  values: new Map([
    ['name', '李卫东'],
    ['phone', '19900009999'],
    ['unit', '青山镇人民政府'],
  ]),
};

export const SYSTEM_IDS: readonly string[] = SYSTEMS.map(({ id }) => id);

const SURNAMES = ['张', '王', '李', '赵', '陈', '刘'];
const GIVEN = ['建国', '桂英', '秀兰', '卫东', '志强', '玉珍', '海燕', '小军'];
const VILLAGES = ['青山村', '柳河村', '石桥村'];

function residents(count: number, random: () => number): readonly Thing[] {
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;
  return Array.from({ length: count }, (_, n) => {
    const serial = String(n + 1).padStart(3, '0');
    return {
      id: `resident ${n}`,
      values: new Map([
        ['person.name', pick(SURNAMES) + pick(GIVEN)],
        ['person.id_number', `99010119700101${serial}X`],
        ['person.sex', pick(['男', '女'])],
        ['person.phone', `1990000${String(n % 10 === 1 ? n : n + 1).padStart(4, '0')}`],
        ['person.birth_date', `19${50 + (n % 40)}-0${1 + (n % 9)}-1${n % 10}`],
        ['address', `青山镇${pick(VILLAGES)}${(n % 7) + 1}组${n + 1}号`],
        ['village', pick(VILLAGES)],
        ['household.annual_income', String(12_000 + 100 * Math.floor(random() * 300))],
        ['person.annual_income', String(6_000 + 100 * Math.floor(random() * 200))],
        ['household.size', String(11 + Math.floor(random() * 4))],
        ['household.difficulty', `家中${n + 1}人，缺少劳动力，需要帮扶措施${n}`],
        ['visit.content', `入户走访第${n + 1}户，了解生产生活情况，宣传政策`],
        ['certificate', `QS-DB-${serial}`],
      ]),
      // Every tenth and the next one live under one roof and have one telephone.
      ...(n % 10 < 2
        ? { shared: new Map([['person.phone', `household ${Math.floor(n / 10)}`]]) }
        : {}),
    };
  });
}

function others(random: () => number): readonly Thing[] {
  const enterprises = Array.from({ length: 10 }, (_, n) => ({
    id: `enterprise ${n}`,
    values: new Map([
      ['org.name', `青山镇第${n + 1}农机合作社`],
      ['principal', (SURNAMES[n % 6] as string) + (GIVEN[n % 8] as string)],
      ['principalPhone', `199000${String(50_000 + n)}`],
      ['visit.content', `检查第${n + 1}家单位消防通道和用电情况，已当面提醒`],
    ]),
  }));
  const villages = VILLAGES.map((village, n) => ({
    id: `village ${n}`,
    values: new Map([
      ['village', village],
      ['agri.sown_area', String(1_200 + 37 * n + Math.floor(random() * 9))],
      ['agri.output', String(640 + 53 * n + Math.floor(random() * 9))],
    ]),
  }));
  const meetings = Array.from({ length: 8 }, (_, n) => ({
    id: `meeting ${n}`,
    values: new Map([
      ['meeting.title', `第${n + 1}次支部学习会`],
      ['meeting.place', '镇政府二楼会议室'],
      ['meeting.host', '赵秀兰'],
      ['visit.content', `会议传达学习第${n + 1}号文件并讨论落实措施`],
    ]),
  }));
  return [...enterprises, ...villages, ...meetings];
}

/** Makes a fortnight: 2026-W47 and 2026-W48, ten workdays. */
export function fortnight(seed: number): Fortnight {
  const random = seeded(seed);
  const people = residents(60, random);
  const things = [...people, ...others(random)];
  const submissions: Submission[] = [];
  const forms = new Map<string, Form>();
  const reentered = new Set<string>();
  const comparable = new Set<string>();
  const fixed = new Set<string>();
  const duplicates = new Set<string>();
  const undecided = new Set<string>();
  let reentryMs = 0;
  let serial = 0;
  /** System → attribute of a thing → when it was last submitted there. */
  const submitted = new Map<string, Map<string, number>>();

  const report = (
    system: System,
    kind: string,
    thing: Thing,
    at: number,
    how: {
      readonly draft?: boolean;
      readonly rework?: boolean;
    } = {},
  ) => {
    const demands = system.forms.get(kind) ?? [];
    const known = submitted.get(system.id) ?? new Map<string, number>();
    submitted.set(system.id, known);
    const isKnown = known.has(`${thing.id} person.name`);
    const draftFirst = how.draft === true;
    const steps =
      system.wizard === true && !draftFirst ? [demands.slice(0, 3), demands.slice(3)] : [demands];
    let earlier: string | undefined;
    let entered = 0;
    let again = 0;
    const shared = new Map<string, number>();
    let last = '';
    for (const [index, some] of steps.entries()) {
      serial += 1;
      const id = serial.toString(16).padStart(24, '0');
      const fields = some.map((one, place) => {
        const subject = one.own === true ? CADRE : thing;
        const value = subject.values.get(one.attribute) ?? '';
        const isPrefilled = one.prefills === true && isKnown;
        const field = fieldOf(one, value, place, isPrefilled, random);
        const attribute = attributeOf(subject, one);
        const key = `${id} ${place}`;
        if (field.how === 'typed' && field.anyDigest !== undefined && how.rework !== true) {
          if (one.own === true) {
            fixed.add(key);
          } else {
            comparable.add(key);
            const weight = { high: 3, medium: 2, low: 1 }[field.entropy];
            entered += weight;
            const elsewhere = [...submitted].filter(
              ([other, held]) => other !== system.id && held.has(attribute),
            );
            if (elsewhere.length > 0) {
              reentered.add(key);
              reentryMs += field.workingMs;
              again += weight;
            }
            if (field.entropy !== 'low') {
              for (const [other] of elsewhere) shared.set(other, (shared.get(other) ?? 0) + 1);
            }
          }
        }
        return field;
      });
      const signature = `${system.id} ${kind} ${steps.length > 1 ? index : ''}`;
      const moment = at + index * MINUTE_MS;
      submissions.push({
        id,
        platform: system.id,
        form: signature,
        at: moment,
        startedAt: moment - 2 * MINUTE_MS,
        outcome: 'accepted',
        score: 4,
        evidence: ['network-ok', 'success-text'],
        intent: draftFirst ? 'draft' : index < steps.length - 1 ? 'step' : 'final',
        rework: how.rework === true,
        fields,
        fillingMs: fields.reduce((sum, { workingMs }) => sum + workingMs, 0),
        keyGeneration: 1,
        ...(earlier === undefined ? {} : { continues: earlier }),
      });
      forms.set(signature, formOf(system.id, signature, some, at));
      earlier = id;
      last = id;
    }
    for (const one of demands) {
      // What is chosen from a list is not comparable on either side.
      if (one.chosen !== true) known.set(attributeOf(one.own === true ? CADRE : thing, one), at);
    }
    const share = entered === 0 || Math.max(0, ...shared.values()) < 3 ? 0 : again / entered;
    if (how.rework !== true && share >= 0.7) duplicates.add(last);
    else if (how.rework !== true && share > 0.5) undecided.add(last);
  };

  for (let day = 0; day < 12; day++) {
    if (day === 5 || day === 6) continue;
    let at = MONDAY + day * DAY_MS + 9 * HOUR_MS;
    const next = () => {
      at += 6 * MINUTE_MS + Math.floor(random() * 6 * MINUTE_MS);
      return at;
    };
    for (let task = 0; task < 6; task++) {
      const thing = things[Math.floor(random() * things.length)] as Thing;
      const kind = thing.id.split(' ')[0] as string;
      const asking = SYSTEMS.filter(({ forms: own }) => own.has(kind));
      const start = Math.floor(random() * asking.length);
      const wanted = 1 + Math.floor(random() * Math.min(3, asking.length));
      for (let n = 0; n < wanted; n++) {
        const system = asking[(start + n) % asking.length] as System;
        const chance = random();
        report(system, kind, thing, next());
        // Now and then the record is sent back and handed in once more.
        if (chance < 0.06) report(system, kind, thing, next(), { rework: true });
      }
    }
    // Forty households on one form are volume: here the next ones of a list, in one system.
    const first = Math.floor(random() * 50);
    for (let n = 0; n < 4; n++) {
      report(SYSTEMS[0] as System, 'resident', people[first + n] as Thing, next());
    }
  }
  return {
    submissions,
    forms: [...forms.values()],
    truth: { reentered, comparable, fixed, duplicates, undecided, reentryMs },
  };
}

/** What a field asks for, as one thing in the world. */
function attributeOf({ id, shared }: Thing, { attribute }: Demand): string {
  return `${shared?.get(attribute) ?? id} ${attribute}`;
}

function fieldOf(
  { key, attribute, chosen: isChosen, own }: Demand,
  value: string,
  place: number,
  isPrefilled: boolean,
  random: () => number,
): SubmittedField {
  const isUnknown = key.startsWith('?');
  const concept = isUnknown ? undefined : concepts(key);
  const workingMs = (5 + Math.floor(random() * 20)) * SECOND_MS;
  const entropy = isUnknown ? 'high' : (concept?.entropy ?? 'medium');
  // Options and small counts are not digested.
  const isDigested = isChosen !== true && (entropy !== 'low' || Number(value) > 10);
  return {
    field: place,
    labelDigest: isUnknown ? key.slice(1) : `label of ${key} ${own === true ? 'own' : attribute}`,
    how: isPrefilled ? 'prefilled' : isChosen === true ? 'chosen' : 'typed',
    entropy,
    focusMs: isPrefilled ? 0 : workingMs + 2 * SECOND_MS,
    workingMs: isPrefilled ? 0 : workingMs,
    inputMs: isPrefilled ? 0 : Math.floor(workingMs / 2),
    ...(isUnknown ? {} : { concept: key }),
    ...(isDigested
      ? {
          anyDigest: `any:${value}`,
          ...(concept === undefined ? {} : { digest: `${concept.family}:${value}` }),
        }
      : {}),
  };
}

function formOf(platform: string, signature: string, demands: readonly Demand[], at: number): Form {
  return {
    platform,
    signature,
    library: 'native',
    firstSeenAt: at,
    lastSeenAt: at,
    fields: demands.map(({ key }) => ({
      ...(key.startsWith('?') ? {} : { concept: key }),
      score: 1,
      labelDigest: key,
      control: 'text',
      required: true,
    })),
  };
}
