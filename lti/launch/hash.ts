/** Rows store hashes; browsers and platforms have the values. */
import { hash as digest, timingSafeEqual } from 'node:crypto';

/** SHA-256, base64url. */
export function hash(value: string): string {
  return digest('sha256', value, 'base64url');
}

/** Compares in constant time. */
export function isHashOf(hashed: string, value: string): boolean {
  return timingSafeEqual(Buffer.from(hash(value)), Buffer.from(hashed));
}
