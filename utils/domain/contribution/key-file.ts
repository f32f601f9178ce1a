/**
 * The key-holder's key as a file: the private key under AES-256-GCM, with a key from the passphrase by
 * PBKDF2 (HMAC-SHA-256, 600 000 rounds). Without the passphrase the file opens nothing; nobody can
 * restore a passphrase that is lost.
 */

import { toBase64 } from './base64';
import { type Fault, objectWith, readStrictJson, textLike } from './check-value';
import { schemaIs } from './collection';
import { bytesOf, isPublicKey, newKeyPair, privateKeyOf } from './seal';

const KEY_SCHEMA = 'qingzhuang/key/1';
const ROUNDS = 600_000;
/** Shortest passphrase, characters. */
export const LEAST_PASSPHRASE = 12;

export interface KeyFile {
  readonly publicKey: string;
  readonly salt: string;
  readonly iv: string;
  readonly sealed: string;
}

/** A new pair: what goes into collection files, and the text of the file that the key-holder keeps. */
export async function newKeyFile(
  passphrase: string,
): Promise<{ readonly publicKey: string; readonly text: string }> {
  const { publicKey, privateKey } = await newKeyPair();
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv },
    await keyOf(passphrase, salt),
    privateKey as BufferSource,
  );
  const file = {
    schema: KEY_SCHEMA,
    publicKey,
    salt: toBase64(salt),
    iv: toBase64(iv),
    sealed: toBase64(new Uint8Array(sealed)),
  };
  return { publicKey, text: `${JSON.stringify(file)}\n` };
}

export function parseKeyFile(
  text: string,
): { readonly value: KeyFile } | { readonly fault: Fault } {
  return readStrictJson(text, 2000, (json) => {
    schemaIs(json, KEY_SCHEMA);
    const keys = ['publicKey', 'salt', 'iv', 'sealed'] as const;
    const root = objectWith(json, '', ['schema', ...keys]);
    const [publicKey, salt, iv, sealed] = keys.map((key) =>
      textLike(root[key], key, /^[A-Za-z0-9+/]{16,100}={0,2}$/),
    ) as [string, string, string, string];
    return { publicKey, salt, iv, sealed };
  });
}

/** The private key; undefined for a wrong passphrase or a damaged file. */
export async function openKeyFile(
  { publicKey, salt, iv, sealed }: KeyFile,
  passphrase: string,
): Promise<CryptoKey | undefined> {
  const [saltBytes, ivBytes, data] = [bytesOf(salt, 16), bytesOf(iv, 12), bytesOf(sealed, 48)];
  if (!saltBytes || !ivBytes || !data || !(await isPublicKey(publicKey))) return undefined;
  try {
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: ivBytes as BufferSource },
      await keyOf(passphrase, saltBytes),
      data as BufferSource,
    );
    return await privateKeyOf(new Uint8Array(opened));
  } catch {
    return undefined;
  }
}

async function keyOf(passphrase: string, salt: Uint8Array): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(passphrase),
    'PBKDF2',
    false,
    ['deriveKey'],
  );
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: salt as BufferSource, iterations: ROUNDS },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}
