import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { NO_POLICY, parsePolicy } from '../../utils/domain/policy';

const schema = JSON.parse(readFileSync('public/managed_schema.json', 'utf8'));
const GUIDES = ['docs/admin-guide.md', 'docs/管理员部署指南.md'];

interface Block {
  readonly ExtensionInstallAllowlist?: readonly string[];
  readonly '3rdparty'?: { readonly extensions: Readonly<Record<string, Record<string, unknown>>> };
  readonly policies?: {
    readonly '3rdparty': { readonly Extensions: Readonly<Record<string, Record<string, unknown>>> };
  };
}

function blocks(guide: string): readonly Block[] {
  const text = readFileSync(guide, 'utf8');
  return [...text.matchAll(/```json\n([\s\S]+?)```/g)].map(([, json = '']) => JSON.parse(json));
}

/** What a registry file sets below a key that ends in `policy`. */
function registryPolicy(text: string): Record<string, unknown> {
  const [, section = ''] = /\\policy\]\r?\n([\s\S]+?)(?:\n\n|```)/.exec(text) ?? [];
  return Object.fromEntries(
    [...section.matchAll(/^"(\w+)"=(?:dword:([0-9a-f]{8})|"(.*)")$/gm)].map(
      ([, key, number, json]) => {
        const value =
          number === undefined
            ? JSON.parse((json ?? '').replaceAll('\\"', '"'))
            : Number.parseInt(number, 16);
        return [key, key === 'structureOnly' ? value === 1 : value];
      },
    ),
  );
}

describe.each(GUIDES)('%s', (guide) => {
  const policies = blocks(guide).flatMap((block) => [
    ...Object.values(block['3rdparty']?.extensions ?? {}),
    ...Object.values(block.policies?.['3rdparty'].Extensions ?? {}),
  ]);

  it('gives policies that the schema knows and that narrow in every key', () => {
    expect(policies.length).toBeGreaterThan(0);
    const validate = new Ajv().compile({ ...schema, additionalProperties: false });
    for (const policy of policies) {
      expect(validate(policy), JSON.stringify(validate.errors)).toBe(true);
      const parsed = parsePolicy(policy) as unknown as Record<string, unknown>;
      for (const key of Object.keys(policy)) {
        expect(parsed[key], key).toEqual(policy[key]);
        expect(parsed[key], key).not.toEqual(NO_POLICY[key as keyof typeof NO_POLICY]);
      }
    }
  });

  it('allows and never forces', () => {
    const text = readFileSync(guide, 'utf8');
    expect(text).not.toMatch(/force_installed|normal_installed|ExtensionInstallForcelist/);
    expect(blocks(guide).some((block) => block.ExtensionInstallAllowlist !== undefined)).toBe(true);
  });
});

it('the registry file sets what the JSON file sets', () => {
  const [, guide = ''] = GUIDES;
  const [policy] = blocks(guide).flatMap((block) =>
    Object.values(block['3rdparty']?.extensions ?? {}),
  );
  expect(registryPolicy(readFileSync(guide, 'utf8'))).toEqual(policy);
});
