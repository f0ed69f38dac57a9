/** One-way form of random values: rows keep this, browsers and platforms keep the value. */
import { hash as digest, timingSafeEqual } from 'node:crypto';

/** SHA-256, base64url. */
export function hash(value: string): string {
  return digest('sha256', value, 'base64url');
}

/** Whether a value is the one behind a hash, in constant time. */
export function isHashOf(hashed: string, value: string): boolean {
  return timingSafeEqual(Buffer.from(hash(value)), Buffer.from(hashed));
}
