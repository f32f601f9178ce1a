import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { withoutChecks } from '../../../utils/cli/plain-digests';

const LIBRARY = readFileSync(
  createRequire(import.meta.url).resolve('@noble/hashes/utils.js'),
  'utf8',
);

describe('the digest library as it is shipped', () => {
  const plain = withoutChecks(LIBRARY);

  it('gives what is right on as the whole one does', async () => {
    const address = `data:text/javascript;base64,${Buffer.from(plain).toString('base64')}`;
    const shipped = await import(/* @vite-ignore */ address);
    const bytes = Uint8Array.of(0, 127, 128, 255);
    expect(shipped.bytesToHex(bytes)).toBe('007f80ff');
    expect(shipped.hexToBytes('007f80ff')).toEqual(bytes);
    expect(shipped.concatBytes(bytes, bytes)).toHaveLength(8);
    expect(shipped.abytes(bytes, 4)).toBe(bytes);
    expect(shipped.anumber(7)).toBe(7);
  });

  it('carries no words for what is wrong', () => {
    expect(LIBRARY).toContain('expected integer >= 0');
    expect(plain).not.toContain('expected integer >= 0');
    expect(plain.length).toBeLessThan(LIBRARY.length);
  });

  it('is not shipped where it is written in another way', () => {
    expect(() => withoutChecks(LIBRARY.replace('function aoutput', 'function other'))).toThrow(
      'no aoutput',
    );
  });
});
