/**
 * The token of a contribution: HMAC-SHA-256 under the device's secret over collection and week, cut to
 * 128 bits. A second file for the same week replaces the first; files of other weeks or collections
 * cannot be told to be of the same person.
 */

import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** @param secret 32 random bytes, hex @param collection its id */
export function contributionToken(secret: string, collection: string, week: string): string {
  return bytesToHex(keyed(secret, `token|${collection}|${week}`).subarray(0, 16));
}

/** 32 bytes that only this device can make again. */
export function keyed(secret: string, text: string): Uint8Array {
  return hmac(sha256, hexToBytes(secret), utf8ToBytes(text));
}

/** A new secret: 32 random bytes, hex. */
export function newTokenSecret(): string {
  return bytesToHex(crypto.getRandomValues(new Uint8Array(32)));
}
