import { describe, expect, it } from 'vitest';
import {
  collectionId,
  collectionText,
  parseCollection,
} from '../../../../utils/domain/contribution/collection';
import { COLLECTION } from './fixture';

function changed(change: (file: Record<string, unknown>) => void): string {
  const file = JSON.parse(collectionText(COLLECTION));
  change(file);
  return JSON.stringify(file);
}

function faultOf(text: string) {
  const parsed = parseCollection(text);
  return 'fault' in parsed ? parsed.fault : undefined;
}

describe('a collection file', () => {
  it('reads back as it was written, byte for byte', () => {
    const text = collectionText(COLLECTION);
    const parsed = parseCollection(text);
    expect(parsed).toEqual({ value: COLLECTION });
    expect('value' in parsed && collectionText(parsed.value)).toBe(text);
  });

  it('has the same id however its JSON was laid out, and another where anything differs', () => {
    const spaced = parseCollection(JSON.stringify(JSON.parse(collectionText(COLLECTION)), null, 4));
    expect('value' in spaced && collectionId(spaced.value)).toBe(collectionId(COLLECTION));
    expect(collectionId({ ...COLLECTION, contact: '李秀英' })).not.toBe(collectionId(COLLECTION));
  });

  it.each([
    ['not-json', '', '{'],
    ['schema', 'schema', '{"schema":"else"}'],
    ['version', 'schema', '{"schema":"qingzhuang/collection/2"}'],
    ['missing', 'purpose', changed((file) => delete file.purpose)],
    ['unknown-key', '', changed((file) => Object.assign(file, { remind: true }))],
    [
      'value',
      'rules.k',
      changed((file) => Object.assign(file, { rules: { k: 3, headcount: 60 } })),
    ],
    [
      'value',
      'rules.headcount',
      changed((file) => Object.assign(file, { rules: { k: 10, headcount: 9 } })),
    ],
    ['missing', 'keyHolder', changed((file) => Object.assign(file, { mode: 'sealed' }))],
    ['twice', 'weeks', changed((file) => Object.assign(file, { weeks: ['2026-W46', '2026-W46'] }))],
    [
      'value',
      'platforms.0.category',
      changed((file) =>
        Object.assign(file, { platforms: [{ code: 'a', category: 'water' }], forms: [] }),
      ),
    ],
    [
      'unknown-key',
      'platforms.0.name',
      changed((file) =>
        Object.assign(file, {
          platforms: [{ code: 'a', category: 'grid', internal: true, name: '内部' }],
          forms: [],
        }),
      ),
    ],
    ['value', 'contact', changed((file) => Object.assign(file, { contact: '甲\u202e乙' }))],
    ['too-large', '', ' '.repeat(200_001)],
  ])('is refused as %s at "%s"', (reason, at, text) => {
    expect(faultOf(text)).toEqual({ reason, at });
  });

  it('takes nothing from a prototype', () => {
    const text = collectionText(COLLECTION).replace('{', '{"__proto__":{"mode":"plain"},');
    expect(faultOf(text)?.reason).toBe('unknown-key');
  });
});
