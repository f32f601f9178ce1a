/**
 * A random identifier of 96 bits as 24 hexadecimal characters.
 *
 * `crypto.getRandomValues` is there on plain-http pages too, where `crypto.randomUUID` is not.
 */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
