/** What people took back, as hashes in the list that a restore obeys: an older copy still has it (ADR 62). */
import { listedHash } from '../base/listed-hash.ts';
import type { Participant } from './participant.ts';

/** A yes to the study, a yes to later research, or the answers to the background questions. */
export type TakenBack = 'yes' | 'future' | 'background';

/** @param at when it was answered: what the person answers later has another hash, so it holds. ms since 1970 UTC */
export function takenBackHash(
  { organisationId, studyId, personId }: Participant,
  what: TakenBack,
  at: number,
): string {
  return listedHash(organisationId, `${what}/${studyId}/${personId}/${at}`);
}
