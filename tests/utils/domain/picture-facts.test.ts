import fc from 'fast-check';
import { encode } from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { pictureFacts } from '../../../utils/domain/picture-facts';

function jpeg(width: number, height: number): Uint8Array {
  return encode({ width, height, data: Buffer.alloc(width * height * 4, 200) }, 60).data;
}

/** An EXIF segment with a maker and an orientation, put behind the start of a JPEG file. */
function withExif(file: Uint8Array, orientation: number): Uint8Array {
  const exif = new Uint8Array(64);
  const view = new DataView(exif.buffer);
  exif.set([0x45, 0x78, 0x69, 0x66, 0, 0, 0x49, 0x49, 0x2a, 0]);
  view.setUint32(10, 8, true);
  view.setUint16(14, 2, true);
  view.setUint16(16, 0x010f, true);
  view.setUint32(20, 6, true);
  view.setUint16(28, 0x0112, true);
  view.setUint16(36, orientation, true);
  const head = Uint8Array.from([0xff, 0xe1, 0, exif.length + 2]);
  return Uint8Array.from([...file.subarray(0, 2), ...head, ...exif, ...file.subarray(2)]);
}

describe('facts of a picture', () => {
  it('tell format and size of PNG and JPEG', () => {
    const png = Uint8Array.from([
      ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
      ...[0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52],
      ...[0, 0, 0, 37, 0, 0, 0, 21, 8, 6, 0, 0, 0],
    ]);
    expect(pictureFacts(png)).toEqual({ format: 'png', width: 37, height: 21, camera: false });
    expect(pictureFacts(jpeg(40, 24))).toEqual({
      format: 'jpeg',
      width: 40,
      height: 24,
      camera: false,
    });
  });

  it('tell the camera, and the size as it is shown', () => {
    expect(pictureFacts(withExif(jpeg(40, 24), 1))).toMatchObject({
      width: 40,
      height: 24,
      camera: true,
    });
    expect(pictureFacts(withExif(jpeg(40, 24), 6))).toMatchObject({ width: 24, height: 40 });
  });

  it('tell GIF, BMP and WebP', () => {
    const gif = Uint8Array.from([...new TextEncoder().encode('GIF89a'), 10, 0, 20, 0]);
    expect(pictureFacts(gif)).toMatchObject({ format: 'gif', width: 10, height: 20 });
    const bmp = new Uint8Array(30);
    bmp.set([0x42, 0x4d]);
    bmp.set([12, 0, 0, 0, 0xf8, 0xff, 0xff, 0xff], 18);
    expect(pictureFacts(bmp)).toMatchObject({ format: 'bmp', width: 12, height: 8 });
    const webp = new Uint8Array(30);
    webp.set(new TextEncoder().encode('RIFF____WEBPVP8X'));
    webp.set([9, 0, 0, 4, 0, 0], 24);
    expect(pictureFacts(webp)).toMatchObject({ format: 'webp', width: 10, height: 5 });
  });

  it('never throw, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom([0xff, 0xd8, 0xff, 0xe1], [0x89, 0x50], [0x52, 0x49, 0x46, 0x46]),
        (bytes, start) => {
          pictureFacts(Uint8Array.from([...start, ...bytes]));
        },
      ),
    );
    const file = withExif(jpeg(40, 24), 6);
    for (let cut = 0; cut < 120; cut += 1) pictureFacts(file.subarray(0, cut));
  });
});
