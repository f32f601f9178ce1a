import { readFileSync } from 'node:fs';
import { build, type Plugin, type Rolldown } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { knowsKindsOf, plainSchemaFile, plainSchemas } from '../../../utils/cli/plain-schemas';
import { FIELD, ID, messageOf, SAMPLES } from '../domain/observation-samples';

type Gate = Pick<
  typeof import('../../../utils/domain/observation-schema'),
  'parseHello' | 'parseHintQuestion' | 'parseObservationMessage'
>;

async function gate(plugins: readonly Plugin[]): Promise<{ gate: Gate; size: number }> {
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
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

const HELLO = { type: 'hello', version: 1, observer: ID, parts: ['signs', 'reader'] };

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
    for (const observation of SAMPLES) {
      const message = messageOf(observation);
      expect(plain.gate.parseObservationMessage(message), observation.kind).toEqual(message);
      for (const candidate of spoilt(message)) {
        expect(plain.gate.parseObservationMessage(candidate)).toEqual(
          whole.gate.parseObservationMessage(candidate),
        );
      }
    }
    const question = { type: 'hint', field: FIELD };
    expect(plain.gate.parseHintQuestion(question)).toEqual(question);
    for (const candidate of spoilt(question)) {
      expect(plain.gate.parseHintQuestion(candidate)).toEqual(
        whole.gate.parseHintQuestion(candidate),
      );
    }
    expect(plain.gate.parseHello(HELLO)).toEqual(HELLO);
    for (const candidate of spoilt(HELLO)) {
      expect(plain.gate.parseHello(candidate)).toEqual(whole.gate.parseHello(candidate));
    }
  });

  it('was tried with every kind of observation', () => {
    const source = readFileSync('utils/domain/observation-schema.ts', 'utf8');
    const kinds = [...source.matchAll(/\bkind: z\.literal\('([\w-]+)'\)/g)].map(([, kind]) => kind);
    expect(kinds.length).toBeGreaterThan(5);
    expect(SAMPLES.map(({ kind }) => kind).sort()).toEqual(kinds.sort());
  });

  it('is not shipped with a kind of schema that was not tried', async () => {
    const source = readFileSync('utils/domain/observation-schema.ts', 'utf8');
    expect(() => knowsKindsOf(source)).not.toThrow();
    for (const kind of ['templateLiteral', 'codec', 'coerce', 'promise', 'transform']) {
      const other = source.replace('z.boolean()', `z.${kind}()`);
      expect(() => knowsKindsOf(other)).toThrow(`z.${kind}`);
    }
    expect(() => knowsKindsOf("import { codec } from 'zod/mini';")).toThrow('import');
    await expect(
      gate([
        {
          name: 'another-kind',
          enforce: 'pre',
          transform: (code, id) =>
            id.endsWith('observation-schema.ts')
              ? code.replace('z.boolean()', 'z.codec()')
              : undefined,
        },
        plainSchemas(),
      ]),
    ).rejects.toThrow('z.codec');
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
