import { readFileSync } from 'node:fs';
import { build, type Plugin, type Rolldown } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { plainSchemaFile, plainSchemas } from '../../../utils/cli/plain-schemas';

type Gate = Pick<
  typeof import('../../../utils/domain/observation-schema'),
  'parseHello' | 'parseHintQuestion' | 'parseObservationMessage'
>;

async function gate(plugins: readonly Plugin[]): Promise<{ gate: Gate; size: number }> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [...plugins],
    build: {
      write: false,
      minify: true,
      lib: { entry: 'utils/domain/observation-schema.ts', formats: ['es'] },
    },
  })) as Rolldown.RolldownOutput[];
  const code = (built[0] as Rolldown.RolldownOutput).output[0].code;
  return {
    gate: await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`),
    size: code.length,
  };
}

const ID = '0123456789abcdef01234567';
const AT = 1_790_000_000_000;
const MESSAGE = { type: 'observation', version: 1, observer: ID, sequence: 0, sentAt: AT };
const FORM = {
  library: 'element-ui',
  container: 'form',
  heading: '登记',
  fields: [
    {
      labels: [{ text: '姓名', source: 'label' }],
      control: 'text',
      required: true,
      prefilled: false,
    },
  ],
};
const GOOD = [
  { kind: 'form', at: AT, form: FORM },
  {
    kind: 'presence',
    cause: 'change',
    at: AT,
    since: AT - 1_000,
    visible: true,
    focused: false,
    edges: [{ at: AT, edge: 'hidden' }],
    inputs: [{ from: AT - 10, to: AT }],
    inputWindows: [3],
    media: [],
    waiting: [],
    pageClass: 'form',
  },
  { kind: 'upload-outcome', id: ID, at: AT, outcome: 'sent' },
];

/** Every value that differs from a good one in one place. */
function* spoilt(value: unknown): Generator<unknown> {
  for (const other of [undefined, null, '', 'x'.repeat(500), -1, 1.5, Number.NaN, [], {}, true]) {
    yield other;
  }
  if (Array.isArray(value)) {
    yield [...value, ...value];
    for (const [index, part] of value.entries()) {
      for (const other of spoilt(part)) yield value.with?.(index, other) ?? [other];
    }
  } else if (typeof value === 'object' && value !== null) {
    yield { ...value, more: 1 };
    for (const [name, part] of Object.entries(value)) {
      const { [name]: _, ...rest } = value as Record<string, unknown>;
      yield rest;
      for (const other of spoilt(part)) yield { ...value, [name]: other };
    }
  }
}

describe('the schema library as it is shipped', () => {
  let whole: Awaited<ReturnType<typeof gate>>;
  let plain: Awaited<ReturnType<typeof gate>>;
  beforeAll(async () => {
    whole = await gate([]);
    plain = await gate([plainSchemas()]);
  });

  it('lets pass and refuses what the whole one does', () => {
    let passed = 0;
    for (const observation of GOOD) {
      const message = { ...MESSAGE, observations: [observation] };
      for (const candidate of [message, ...spoilt(message)]) {
        const expected = whole.gate.parseObservationMessage(candidate);
        expect(plain.gate.parseObservationMessage(candidate)).toEqual(expected);
        if (expected !== undefined) passed += 1;
      }
    }
    expect(passed).toBeGreaterThan(0);
    for (const candidate of spoilt({ type: 'hint', field: FORM.fields[0] })) {
      expect(plain.gate.parseHintQuestion(candidate)).toEqual(
        whole.gate.parseHintQuestion(candidate),
      );
    }
  });

  it('is much smaller', () => {
    expect(plain.size).toBeLessThan(whole.size * 0.9);
  });

  it('cannot be made of something else', () => {
    const file = readFileSync('node_modules/zod/v4/core/schemas.js', 'utf8');
    expect(plainSchemaFile('core/util.js', 'anything')).toBe('anything');
    expect(() => plainSchemaFile('core/schemas.js', 'export {};')).toThrow('schema library');
    expect(plainSchemaFile('core/schemas.js', file)).not.toContain('instanceof Promise');
  });
});
