import type { PictureFacts } from './screenshot';

/**
 * Format, pixel size and whether a camera is named, from the first bytes of a picture file.
 *
 * @param bytes The beginning of the file; 128 KiB is enough for nearly all.
 * @returns undefined where the bytes are none of PNG, JPEG, WebP, GIF and BMP, or are cut or corrupt.
 */
export function pictureFacts(bytes: Uint8Array): PictureFacts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (bytes.length >= 24 && view.getUint32(0) === 0x89504e47) {
      return fact('png', view.getUint32(16), view.getUint32(20));
    }
    if (bytes.length >= 10 && view.getUint32(0) >>> 8 === 0x474946) {
      return fact('gif', view.getUint16(6, true), view.getUint16(8, true));
    }
    if (bytes.length >= 26 && view.getUint16(0) === 0x424d) {
      return fact('bmp', view.getInt32(18, true), Math.abs(view.getInt32(22, true)));
    }
    if (view.getUint32(0) === 0x52494646 && view.getUint32(8) === 0x57454250) return webp(view);
    if (view.getUint16(0) === 0xffd8) return jpeg(view);
  } catch {
    // A cut or corrupt head: nothing is known of the picture.
  }
  return undefined;
}

function fact(
  format: PictureFacts['format'],
  width: number,
  height: number,
  camera = false,
): PictureFacts | undefined {
  return width > 0 && height > 0 ? { format, width, height, camera } : undefined;
}

function webp(view: DataView): PictureFacts | undefined {
  const kind = view.getUint32(12);
  if (kind === 0x56503820) {
    return fact('webp', view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
  }
  if (kind === 0x5650384c) {
    const bits = view.getUint32(21, true);
    return fact('webp', (bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
  }
  if (kind === 0x56503858) {
    const width = view.getUint16(24, true) + (view.getUint8(26) << 16) + 1;
    const height = view.getUint16(27, true) + (view.getUint8(29) << 16) + 1;
    return fact('webp', width, height);
  }
  return undefined;
}

function jpeg(view: DataView): PictureFacts | undefined {
  let position = 2;
  let camera = false;
  let turned = false;
  while (position + 4 <= view.byteLength) {
    if (view.getUint8(position) !== 0xff) return undefined;
    const marker = view.getUint8(position + 1);
    if (marker === 0xff || (marker >= 0xd0 && marker <= 0xd8) || marker === 0x01) {
      position += marker === 0xff ? 1 : 2;
      continue;
    }
    const length = view.getUint16(position + 2);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      const height = view.getUint16(position + 5);
      const width = view.getUint16(position + 7);
      return turned ? fact('jpeg', height, width, camera) : fact('jpeg', width, height, camera);
    }
    if (marker === 0xe1 && view.getUint32(position + 4) === 0x45786966) {
      const exif = readExif(view, position + 10);
      camera ||= exif.camera;
      turned ||= exif.turned;
    }
    position += 2 + length;
  }
  return undefined;
}

/** The tags Make, Model and Orientation of the first directory. */
function readExif(view: DataView, base: number): { camera: boolean; turned: boolean } {
  const none = { camera: false, turned: false };
  if (base + 8 > view.byteLength) return none;
  const order = view.getUint16(base);
  if (order !== 0x4949 && order !== 0x4d4d) return none;
  const little = order === 0x4949;
  const directory = base + view.getUint32(base + 4, little);
  if (directory + 2 > view.byteLength) return none;
  const entries = Math.min(view.getUint16(directory, little), 64);
  let camera = false;
  let turned = false;
  for (let index = 0; index < entries; index += 1) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > view.byteLength) break;
    const tag = view.getUint16(entry, little);
    if ((tag === 0x010f || tag === 0x0110) && view.getUint32(entry + 4, little) > 1) camera = true;
    if (tag === 0x0112) turned = view.getUint16(entry + 8, little) >= 5;
  }
  return { camera, turned };
}
