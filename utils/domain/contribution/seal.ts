/**
 * Sealing for the key-holder (密钥保管方): HPKE in base mode, DHKEM(P-256, HKDF-SHA-256), HKDF-SHA-256,
 * AES-256-GCM (RFC 9180). Collection, week, token and revision are bound into it, so that a sealed half
 * opens only in its own file. Always of one length.
 *
 * The ephemeral key is made from the device's secret and from what is sealed: the same file has the
 * same bytes whenever it is made, another file another key.
 */

import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { base64Length, fromBase64, toBase64 } from './base64';
import { type Collection, collectionId } from './collection';
import { CONTRIBUTION_SCHEMA, type Heading, headText } from './contribution';
import { otherShare, SEED_BYTES, shareOfSeed } from './shares';
import { keyed } from './token';

const POINT_BYTES = 65;
const TAG_BYTES = 16;
const SEAL_BYTES = POINT_BYTES + SEED_BYTES + TAG_BYTES;

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});
const encoder = new TextEncoder();
const info = encoder.encode(CONTRIBUTION_SCHEMA);

function boundTo({ collection, week, token, rev }: Heading): Uint8Array {
  return encoder.encode(`${collection}|${week}|${token}|${rev}`);
}

/**
 * The canonical text of a sealed contribution: one line.
 *
 * @param secret the device's secret, hex
 */
export async function sealedText(
  heading: Heading,
  vector: Uint32Array,
  publicKey: string,
  secret: string,
): Promise<string> {
  const about = `${heading.collection}|${heading.week}|${heading.rev}|${publicKey}|${vector.join()}`;
  const seed = keyed(secret, `share|${about}`);
  const share = await shareOfSeed(seed, vector.length);
  const open = new Uint8Array(otherShare(vector, share).buffer);
  const sender = await suite.createSenderContext({
    recipientPublicKey: await publicKeyOf(publicKey),
    info: info as BufferSource,
    ekm: keyed(secret, `seal|${about}`) as BufferSource,
  });
  const sealed = await sender.seal(seed as BufferSource, boundTo(heading) as BufferSource);
  const seal = new Uint8Array(SEAL_BYTES);
  seal.set(new Uint8Array(sender.enc));
  seal.set(new Uint8Array(sealed), POINT_BYTES);
  return `${headText(heading)}${heading.token}","rev":${heading.rev},"open":"${toBase64(open)}","seal":"${toBase64(seal)}"}\n`;
}

/** The seed in a sealed half; undefined where it does not open under this key in this place. */
export async function openSeal(
  heading: Heading,
  seal: string,
  privateKey: CryptoKey,
): Promise<Uint8Array | undefined> {
  const bytes = bytesOf(seal, SEAL_BYTES);
  if (bytes === undefined) return undefined;
  try {
    const recipient = await suite.createRecipientContext({
      recipientKey: privateKey,
      enc: bytes.slice(0, POINT_BYTES) as BufferSource,
      info: info as BufferSource,
    });
    const seed = new Uint8Array(
      await recipient.open(
        bytes.slice(POINT_BYTES) as BufferSource,
        boundTo(heading) as BufferSource,
      ),
    );
    return seed.length === SEED_BYTES ? seed : undefined;
  } catch {
    return undefined;
  }
}

/** The bytes of a base64 text of exactly `length` bytes; undefined where it is none. */
export function bytesOf(text: string, length: number): Uint8Array | undefined {
  if (text.length !== base64Length(length)) return undefined;
  const into = new Uint8Array(length);
  return fromBase64(encoder.encode(text), 0, into) ? into : undefined;
}

async function publicKeyOf(text: string): Promise<CryptoKey> {
  const bytes = bytesOf(text, POINT_BYTES);
  if (bytes === undefined) throw new RangeError('no public key');
  return suite.kem.deserializePublicKey(bytes as BufferSource);
}

/** Whether the text is a point of the curve: a key that anything can be sealed for. */
export async function isPublicKey(text: string): Promise<boolean> {
  try {
    await publicKeyOf(text);
    return true;
  } catch {
    return false;
  }
}

/** A new pair: the public key as in a collection file, the private key as 32 bytes. */
export async function newKeyPair(): Promise<{
  readonly publicKey: string;
  readonly privateKey: Uint8Array;
}> {
  const pair = await suite.kem.generateKeyPair();
  return {
    publicKey: toBase64(new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey))),
    privateKey: new Uint8Array(await suite.kem.serializePrivateKey(pair.privateKey)),
  };
}

export async function privateKeyOf(bytes: Uint8Array): Promise<CryptoKey> {
  return suite.kem.deserializePrivateKey(bytes as BufferSource);
}

/** The text of a contribution to a sealed collection, under its id. */
export function sealFor(
  collection: Collection,
  heading: Omit<Heading, 'collection'>,
  vector: Uint32Array,
  secret: string,
): Promise<string> {
  if (collection.keyHolder === undefined) throw new RangeError('collection is not sealed');
  return sealedText(
    { ...heading, collection: collectionId(collection) },
    vector,
    collection.keyHolder.publicKey,
    secret,
  );
}
