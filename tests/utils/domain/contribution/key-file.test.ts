import { describe, expect, it } from 'vitest';
import {
  newKeyFile,
  openKeyFile,
  parseKeyFile,
} from '../../../../utils/domain/contribution/key-file';

describe('a key file', () => {
  it('opens with its passphrase alone, and holds the key nowhere in the open', async () => {
    const { publicKey, text } = await newKeyFile('qingshan 2026 baoguan');
    const parsed = parseKeyFile(text);
    if (!('value' in parsed)) throw new Error(parsed.fault.reason);
    expect(parsed.value.publicKey).toBe(publicKey);
    expect(await openKeyFile(parsed.value, 'qingshan 2026 baoguan')).toBeDefined();
    expect(await openKeyFile(parsed.value, 'qingshan 2026 baoguaN')).toBeUndefined();
    expect(parseKeyFile(text.replace('key/1', 'key/2'))).toEqual({
      fault: { reason: 'version', at: 'schema' },
    });
  });
});
