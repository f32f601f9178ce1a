import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { storedZip } from '../../../utils/format/stored-zip';

describe('an archive without compression', () => {
  it('gives its files back to another program', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.stringMatching(/^[a-z][a-z/.]{0,30}$/),
          fc.uint8Array({ maxLength: 300 }),
          { noNullPrototype: true },
        ),
        (files) => {
          expect(unzipSync(storedZip(Object.entries(files)))).toEqual(files);
        },
      ),
    );
  });

  it('carries the checksum that readers compare', () => {
    const bytes = storedZip([['a', new TextEncoder().encode('123456789')]]);
    expect(new DataView(bytes.buffer).getUint32(14, true)).toBe(0xcbf43926);
  });
});
