import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const config = readFileSync('wxt.config.ts', 'utf8');
const permissions = [
  ...(/permissions: \[([^\]]+)\]/.exec(config)?.[1]?.matchAll(/'(\w+)'/g) ?? []),
].map(([, name = '']) => name);

describe.each(['docs/store-listing.zh-CN.md', 'docs/store-listing.en.md'])('%s', (file) => {
  const text = readFileSync(file, 'utf8');

  it('gives a reason for every permission that is asked for', () => {
    expect(permissions.length).toBeGreaterThan(4);
    for (const name of [...permissions, 'notifications']) expect(text).toContain(`\`${name}\``);
  });

  it('has a summary that the stores take', () => {
    const [, summary = ''] = /\*\*(?:一句话|Summary)\*\*[^\u3000]*\u3000(.+)/.exec(text) ?? [];
    expect(summary.length).toBeGreaterThan(20);
    expect(summary.length).toBeLessThanOrEqual(132);
  });

  it('says what the content policy really says', () => {
    expect(config).toContain("default-src 'none'");
    expect(text).toContain("default-src 'none'");
  });
});
