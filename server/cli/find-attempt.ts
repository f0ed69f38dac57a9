import type { AttemptWithProgress } from '../storage/ports/attempts.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { listOrganisations } from './list-platforms.ts';
import { OperatorError } from './operator-error.ts';

/** @throws OperatorError if there is none */
export async function findAttempt(storage: Storage, attemptId: string): Promise<AttemptWithProgress> {
  for (const { id } of await listOrganisations(storage)) {
    const found = await storage.attempts.find(id, attemptId);
    if (found !== undefined) return found;
  }
  throw new OperatorError(`There is no attempt ${attemptId}.`);
}
