import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  FieldReading,
  Observation,
  ObservationMessage,
} from '../../../utils/domain/observation';
import { parseHello, parseObservationMessage } from '../../../utils/domain/observation-schema';
import { AT, FIELD, FORM, ID, messageOf, SAMPLES } from './observation-samples';

describe('parseObservationMessage', () => {
  it.each(SAMPLES.map((sample) => [sample.kind, sample] as const))(
    'takes a %s as it is defined, unchanged',
    (_kind, sample) => {
      expect(parseObservationMessage(messageOf(sample))).toEqual(messageOf(sample));
    },
  );

  it('takes an empty message', () => {
    expect(parseObservationMessage(messageOf())).toBeDefined();
  });

  it('refuses a key that is not known, at any depth', () => {
    for (const sample of SAMPLES) {
      for (const broken of withExtraKey(messageOf(sample))) {
        expect(parseObservationMessage(broken), JSON.stringify(broken)).toBeUndefined();
      }
    }
  });

  it('refuses a missing key, at any depth', () => {
    const optional = new Set([
      'name',
      'unit',
      'choices',
      'row',
      'heading',
      'blocked',
      'captcha',
      'blobUrl',
      'contentDigest',
      'object',
      'siteId',
      'siteName',
      'newest',
      'loadMs',
      'answered',
      'deadlines',
      'text',
      'form',
    ]);
    for (const sample of SAMPLES) {
      for (const [key, broken] of withoutKeys(messageOf(sample))) {
        const parsed = parseObservationMessage(broken);
        if (!optional.has(key)) expect(parsed, `${sample.kind} without ${key}`).toBeUndefined();
      }
    }
  });

  it.each([
    ['a label', 80, (text: string) => formWith({ labels: [{ text, source: 'aria' }] })],
    ['a field name', 80, (text: string) => formWith({ name: text })],
    ['a unit', 80, (text: string) => formWith({ unit: text })],
    ['a heading', 80, (text: string) => ({ ...SAMPLES[1], form: { ...FORM, heading: text } })],
    ['a value', 400, (text: string) => submissionWith({ value: text })],
    ['a title', 80, (text: string) => ({ ...SAMPLES[7], title: text })],
    ['an object', 80, (text: string) => ({ ...SAMPLES[6], object: text })],
    ['a copied text', 2_000, (text: string) => ({ ...SAMPLES[8], text })],
    ['the label of an upload', 80, (text: string) => ({ ...SAMPLES[4], label: text })],
  ])('takes %s of up to %i characters and no longer one', (_name, limit, make) => {
    expect(parseObservationMessage(messageOf(make('字'.repeat(limit))))).toBeDefined();
    expect(parseObservationMessage(messageOf(make('字'.repeat(limit + 1))))).toBeUndefined();
  });

  it('takes 2 000 fields and 200 observations and no more', () => {
    const fields = (count: number) => ({
      ...SAMPLES[1],
      form: { ...FORM, fields: Array.from({ length: count }, () => FIELD) },
    });
    expect(parseObservationMessage(messageOf(fields(2_000)))).toBeDefined();
    expect(parseObservationMessage(messageOf(fields(2_001)))).toBeUndefined();
    const many = (count: number) =>
      messageOf(...Array.from({ length: count }, () => SAMPLES[5] as Observation));
    expect(parseObservationMessage(many(200))).toBeDefined();
    expect(parseObservationMessage(many(201))).toBeUndefined();
  });

  it('refuses a message that holds many large forms', () => {
    const large = {
      ...SAMPLES[1],
      form: { ...FORM, fields: Array.from({ length: 1_500 }, () => FIELD) },
    };
    expect(parseObservationMessage(messageOf(large, large))).toBeDefined();
    expect(parseObservationMessage(messageOf(large, large, large))).toBeUndefined();
  });

  it.each([
    ['an entry of a field that is not there', submissionWith({ field: 2 })],
    [
      'two entries of one field',
      {
        ...SAMPLES[2],
        entries: [entryOf({}), entryOf({})],
      },
    ],
    ['a span that runs backwards', { ...SAMPLES[0], inputs: [{ from: AT, to: AT - 1 }] }],
    ['presence that ends before it begins', { ...SAMPLES[0], since: AT + 1 }],
    ['a time that is no number', { ...SAMPLES[1], at: Number.NaN }],
    ['an endless time', { ...SAMPLES[1], at: Number.POSITIVE_INFINITY }],
    ['a negative duration', submissionWith({ focusMs: -1 })],
    ['an id that is none', { ...SAMPLES[6], id: 'x' }],
    ['an address instead of a blob URL', { ...SAMPLES[4], blobUrl: 'http://a.gov.cn/f' }],
    ['a kind of its own', { kind: 'url', at: AT }],
    ['an action of its own', { ...SAMPLES[6], action: 'delete' }],
    ['a sentence as evidence', { ...SAMPLES[6], evidence: ['张建国 提交'] }],
    ['a date that is none', { ...SAMPLES[7], newest: '2026-13-01' }],
  ])('refuses %s', (_name, observation) => {
    expect(parseObservationMessage(messageOf(observation))).toBeUndefined();
  });

  it('never throws, whatever it is given', () => {
    const junk = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true });
    fc.assert(
      fc.property(junk, (value) => {
        expect(parseObservationMessage(value)).toBeUndefined();
        expect(parseObservationMessage(messageOf(value))).toBeUndefined();
      }),
      { numRuns: 2_000 },
    );
  });

  it('is not fooled by keys that mean something to objects', () => {
    const text = JSON.stringify(messageOf(SAMPLES[6]));
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      const polluted = text.replace('{"kind"', `{"${key}":{"polluted":1},"kind"`);
      expect(parseObservationMessage(JSON.parse(polluted))).toBeUndefined();
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe('parseHello', () => {
  it('takes a hello and nothing else', () => {
    const hello = { type: 'hello', version: 1, observer: ID, parts: ['signs', 'reader'] };
    expect(parseHello(hello)).toEqual(hello);
    expect(parseHello({ ...hello, ifAwaited: true })).toEqual({ ...hello, ifAwaited: true });
    expect(parseHello({ ...hello, ifAwaited: false })).toBeUndefined();
    expect(parseHello({ ...hello, parts: [] })).toBeUndefined();
    expect(parseHello({ ...hello, parts: ['options.js'] })).toBeUndefined();
    expect(parseHello({ ...hello, url: 'x' })).toBeUndefined();
    expect(parseHello({ ...hello, version: 2 })).toBeUndefined();
    expect(parseHello(null)).toBeUndefined();
  });
});

function formWith(change: Partial<FieldReading>): unknown {
  return { ...SAMPLES[1], form: { ...FORM, fields: [{ ...FIELD, ...change }] } };
}

function entryOf(change: object): object {
  return { field: 0, how: 'typed', value: 'x', focusMs: 0, workingMs: 0, inputMs: 0, ...change };
}

function submissionWith(change: object): unknown {
  return { ...SAMPLES[2], entries: [entryOf(change)] };
}

/** The message with one key more than it has, for every object in it. */
function withExtraKey(message: unknown): readonly unknown[] {
  return variants(message, (object) => [{ ...object, extra: 1 }]);
}

function withoutKeys(message: unknown): readonly (readonly [string, unknown])[] {
  const names: string[] = [];
  const broken = variants(message, (object) =>
    Object.keys(object).map((key) => {
      names.push(key);
      const { [key]: _gone, ...rest } = object;
      return rest;
    }),
  );
  return broken.map((one, index) => [names[index] as string, one]);
}

/** The message with every single object in it changed in every way that `change` gives. */
function variants(
  value: unknown,
  change: (object: Record<string, unknown>) => readonly unknown[],
): readonly unknown[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      variants(item, change).map((other) => value.with(index, other)),
    );
  }
  if (typeof value !== 'object' || value === null) return [];
  const object = value as Record<string, unknown>;
  return [
    ...change(object),
    ...Object.entries(object).flatMap(([key, item]) =>
      variants(item, change).map((other) => ({ ...object, [key]: other })),
    ),
  ];
}

// The samples speak for all kinds that there are.
const ALL: ReadonlySet<ObservationMessage['observations'][number]['kind']> = new Set(
  SAMPLES.map(({ kind }) => kind),
);
it('has a sample of every kind of observation', () => {
  expect(ALL.size).toBe(9);
});
