/** People who erase themselves in the middle of it all, while the processes that serve are killed. */
import { sweepErasures } from '../../server/erasure/sweep-erasures.ts';
import { findCertificate } from '../../server/erasure/certificate.ts';
import { settledMs } from '../../server/erasure/carry-out.ts';
import { listAll } from '../../server/storage/read-pages.ts';
import { ApiLearner, type LearnerWorld } from '../support/api-learner.ts';
import { readTable } from '../support/canary/read-rows.ts';
import { backOff, type Day, pause } from './asking.ts';
import type { AttemptBook } from './book.ts';
import { wake } from './heal.ts';
import type { Installation } from './installation.ts';

/** Somebody who is gone; the same person of the LMS may come back as somebody else. */
export interface Departure {
  /** Of the LMS. */
  readonly userId: number;
  readonly personId: string;
  /** When their row was seen to be gone, by `performance.now()`. */
  readonly goneAt: number;
}

/** An erasure or a withdrawal takes tens of milliseconds on SQLite: the kill falls before, into or after it. */
const longestLifeMs = 120;
/** Over a network, on a busy machine, it takes longer than that: who tries again and again must come through in the end. */
const mostDoublings = 6;
const firstActivity = 1_000;

/** Resolves once the tool no longer knows the person; rejects as `backOff` does. */
export async function erase(
  installation: Installation,
  { day, chance }: { readonly day: Day; readonly chance: () => number },
  userId: number,
): Promise<Departure> {
  const world = worldOf(installation, userId);
  const person = await findPerson(installation, userId);
  for (let tries = 0; ; tries += 1) {
    await ask(world, userId, () => killServers(installation, chance, tries));
    // No answer is no news. Who asks twice would erase whoever came back.
    if (!(await isThere(installation, person))) break;
    await backOff(day, tries, chance);
  }
  return { userId, personId: person.id, goneAt: performance.now() };
}

/** An attempt that may be gone: its learner was launched as somebody who was erased then. */
export function isExcused({ place, launchedAt }: AttemptBook, departures: readonly Departure[]): boolean {
  return departures.some(({ userId, goneAt }) => userId === place.personId && launchedAt < goneAt);
}

/** Whatever an erasure has left to do, as the worker does it after two minutes. Nobody plays any more. */
export async function finishErasures({ operator }: Pick<Installation, 'operator'>): Promise<void> {
  const clock = (): number => operator.clock() + settledMs;
  while (await sweepErasures({ ...operator, clock }));
}

/** Voiding statements that stores do not have, and orders that still say whom they are about. */
export async function countUnfinished({
  operator,
  env,
}: Pick<Installation, 'operator' | 'env'>): Promise<number> {
  let count = 0;
  const rows = await readTable(env.DATABASE_URL ?? '', 'erasures');
  for (const row of rows as readonly { id?: string; _id?: string; organisationId: string }[]) {
    const found = await findCertificate(operator, row.organisationId, row.id ?? row._id ?? '');
    if (found?.isFinal !== true) count += 1;
    for (const { waiting, refused } of found?.stores ?? []) count += waiting + refused;
  }
  return count;
}

/** Waits until stores have voided everything, or until `limitMs` have passed; then unused space is written anew, as every day. */
export async function drainVoidings(installation: Installation, limitMs: number): Promise<void> {
  const endsAt = performance.now() + limitMs;
  while ((await countUnfinished(installation)) > 0 && performance.now() < endsAt) {
    await wake(installation);
    await pause(1_000);
  }
  // Not before: a voiding names its attempt until a store has it.
  await installation.operator.storage.erasures.overwriteUnused(0);
}

/** Another page of theirs, from an address of its own. */
export function worldOf({ lms, proxy }: Installation, userId: number): LearnerWorld {
  const tool = { localUrl: `http://127.0.0.1:${proxy.port}` };
  return { lms, tool, headers: { 'x-forwarded-for': `10.1.0.${userId}` } };
}

interface PersonKey {
  readonly id: string;
  readonly organisationId: string;
}

/** @throws Error if they never came */
export async function findPerson({ operator }: Installation, userId: number): Promise<PersonKey> {
  const { persons, erasures } = operator.storage;
  for (const key of await listAll((page) => erasures.listPersons(page))) {
    const found = await persons.find(key.organisationId, key.id);
    if (found?.subject === String(userId)) return key;
  }
  throw new Error(`nobody came as ${userId}`);
}

async function isThere({ operator }: Installation, { organisationId, id }: PersonKey): Promise<boolean> {
  return (await operator.storage.persons.find(organisationId, id)) !== undefined;
}

/** @param meanwhile begins together with the request */
async function ask(world: LearnerWorld, userId: number, meanwhile: () => Promise<void>): Promise<void> {
  const learner = new ApiLearner(world);
  try {
    await learner.launch(userId, firstActivity);
  } catch {
    return;
  }
  // The network may fail, and a process is killed: the caller looks.
  const request = learner.request('POST', '/api/own-data/erase', { isSure: true }).catch(() => undefined);
  await Promise.all([request, meanwhile()]);
}

/**
 * Soon, and starts them again.
 * @param tries how often they were killed in the same deed: each time they live longer
 */
export async function killServers(
  { units }: Installation,
  chance: () => number,
  tries: number,
): Promise<void> {
  await pause(chance() * longestLifeMs * 2 ** Math.min(tries, mostDoublings));
  const servers = units.filter(({ name }) => name.startsWith('serve'));
  await Promise.all(servers.map((unit) => unit.kill()));
  // One at a time: three that start together on a busy machine keep each other from answering.
  for (const unit of servers) await unit.start();
}
