import { describe, expect, it } from 'vitest';
import { digest, makeDigestKey } from '../../../utils/domain/digest';

describe('digest', () => {
  it('is the same for the same key, domain and text, and 96 bits long', async () => {
    const key = await makeDigestKey();
    const first = await digest(key, 'value:person.phone', '19900001234');
    expect(first).toMatch(/^[A-Za-z0-9_-]{16}$/);
    expect(await digest(key, 'value:person.phone', '19900001234')).toBe(first);
  });

  it('is HMAC-SHA-256 over domain, NUL and text', async () => {
    const key = await crypto.subtle.importKey(
      'raw',
      new Uint8Array(32).fill(7),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['sign'],
    );
    const { createHmac } = await import('node:crypto');
    const expected = createHmac('sha256', Buffer.alloc(32, 7))
      .update('any\u0000张建国', 'utf8')
      .digest()
      .subarray(0, 12)
      .toString('base64url');
    expect(await digest(key, 'any', '张建国')).toBe(expected);
  });

  it('differs between domains, texts and keys', async () => {
    const [a, b] = [await makeDigestKey(), await makeDigestKey()];
    const all = await Promise.all([
      digest(a, 'value:person.name', '张建国'),
      digest(a, 'value:org.name', '张建国'),
      digest(a, 'any', '张建国'),
      digest(a, 'value:person.name', '张建'),
      digest(b, 'value:person.name', '张建国'),
    ]);
    expect(new Set(all).size).toBe(all.length);
  });

  it('makes keys that cannot be taken out', async () => {
    const key = await makeDigestKey();
    expect(key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  });
});
