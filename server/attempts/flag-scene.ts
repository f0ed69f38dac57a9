import type { EffortFlag } from '../../scenarios/kit/effort-flags.ts';
import type { LogEntry, SceneRef, SceneResult } from '../../scenarios/kit/log.ts';
import { unlessThrown } from '../base/errors.ts';
import type { Attempt } from '../storage/ports/attempts.ts';
import { flagsOf } from './effort.ts';
import type { AttemptServices } from './services.ts';
import { beginTransaction } from './transaction.ts';

/** Of a scored scene that ended by « J’ai fini »: the whole log up to its end, and when that was. */
export type FlagScene = (
  entries: readonly LogEntry[],
  ended: { readonly scene: SceneRef; readonly result: SceneResult },
  endAt: number,
) => readonly EffortFlag[];

/** Enough for the usual limit of attempts. */
const comparedAttempts = 5;

/**
 * Reads the person's earlier attempts once. In practice, and if the operator turned flags off, flags nothing.
 * @throws AppError attempt.unknown if the person was erased
 */
export async function createFlagger(services: AttemptServices, attempt: Attempt): Promise<FlagScene> {
  if (!services.flagsEffort || attempt.practice) return () => [];
  const earlier = await listEarlierLogs(services, attempt);
  return (entries, { scene, result }, endAt) => {
    const fewestActs = unlessThrown(() => services.content.fewestActs(scene), 'scenario.unknown') ?? null;
    return flagsOf(entries, { scene, fewestActs, result, earlier }, endAt);
  };
}

async function listEarlierLogs(
  services: AttemptServices,
  { organisationId, personId, resourceLinkId, number }: Attempt,
): Promise<LogEntry[][]> {
  if (number === 1) return [];
  const found = await services.storage.attempts.listByPerson(organisationId, personId, resourceLinkId, {
    limit: comparedAttempts,
    before: number,
  });
  return Promise.all(found.map(async (stored) => (await beginTransaction(services, stored)).listEntries(1)));
}
