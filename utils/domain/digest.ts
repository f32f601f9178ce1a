/**
 * A digest (比对码) stands for a text in comparisons without showing it: HMAC-SHA-256 under a random
 * key that was made on this device, over a domain and the text, cut to 96 bits.
 *
 * Two digests are equal only where key, domain and text are equal (by chance at odds of 2⁻⁹⁶). It
 * protects what leaves the device and casual reading, not against someone who holds the whole
 * profile: the key lies beside the digests.
 */

/** Bytes of a digest; written as 16 characters of base64url. */
const DIGEST_BYTES = 12;

/** What the digested text is. Texts of different domains never compare equal. */
export type DigestDomain =
  | 'label'
  | 'column'
  | 'object'
  | 'file'
  | 'sketch'
  | 'picture'
  | 'transfer'
  /** A value, whatever its field: for learning that two unknown fields ask for the same thing. */
  | 'any'
  /** A value of a concept family. */
  | `value:${string}`;

const encoder = new TextEncoder();

/**
 * The digest of a text under a key and a domain: 16 characters of base64url.
 *
 * @param key an HMAC-SHA-256 key with the usage `sign`
 */
export async function digest(key: CryptoKey, domain: DigestDomain, text: string): Promise<string> {
  return base64Url((await mac(key, domain, text)).subarray(0, DIGEST_BYTES));
}

/** The whole HMAC-SHA-256 of a text under a key and a domain: 32 bytes. */
export async function mac(key: CryptoKey, domain: DigestDomain, text: string): Promise<Uint8Array> {
  // NUL cannot stand in a domain, so no text can slide into another domain.
  const message = encoder.encode(`${domain}\u0000${text}`);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, message));
}

/** A new digest key: random, HMAC-SHA-256, not extractable. */
export function makeDigestKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}
