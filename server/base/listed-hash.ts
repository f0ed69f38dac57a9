import { createHmac } from 'node:crypto';

/**
 * HMAC-SHA256 (hex). Its key is the organisation's id, which every copy holds and no change of SECRET_KEY changes; ids of
 * people are random, so nobody finds one by trying (ADR 52).
 */
export function erasedHash(organisationId: string, personId: string): string {
  return createHmac('sha256', organisationId).update(personId).digest('hex');
}
