import { createHmac } from 'node:crypto';

/**
 * HMAC-SHA256 (hex) for the list that a restore obeys. Its key is the organisation's id, which every copy holds and no
 * change of SECRET_KEY changes; ids of people are random, so nobody finds one by trying (ADR 52, 62).
 * @param subject the id of a person who was erased, or what somebody took back (server/studies/taken-back.ts)
 */
export function listedHash(organisationId: string, subject: string): string {
  return createHmac('sha256', organisationId).update(subject).digest('hex');
}
