import { createHash } from 'node:crypto';
import { deflateRawSync, gzipSync } from 'node:zlib';

/** A text in every coat that it could be hidden in: encodings, compression and hashes without a key. */
export function coats(text: string): readonly string[] {
  const bytes = Buffer.from(text, 'utf8');
  const plain = Buffer.from(text.replace(/[\s-]/g, ''), 'utf8');
  const hashes = ['md5', 'sha1', 'sha256', 'sha512'].flatMap((kind) =>
    [bytes, plain].map((content) => createHash(kind).update(content).digest()),
  );
  return [
    text,
    text.replaceAll(' ', ''),
    encodeURIComponent(text),
    [...text].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
    bytes.toString('hex'),
    // Wherever it stands in a longer content: the three ways to fall into groups of three bytes.
    ...[0, 1, 2].map((offset) =>
      Buffer.concat([Buffer.alloc(offset), bytes])
        .toString('base64')
        .replace(/=+$/, '')
        .slice(offset === 0 ? 0 : 4, bytes.length % 3 === (3 - offset) % 3 ? undefined : -1),
    ),
    bytes.toString('base64url'),
    Buffer.from(text, 'utf16le').toString('hex'),
    gzipSync(bytes).toString('base64').slice(14, 30),
    deflateRawSync(bytes).toString('hex'),
    ...hashes.flatMap((hash) => [
      hash.toString('hex'),
      hash.subarray(0, 12).toString('hex'),
      hash.toString('base64').replace(/=+$/, ''),
      hash.subarray(0, 12).toString('base64url'),
    ]),
  ];
}
