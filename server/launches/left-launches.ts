/** Launches that a person left. Their sessions don't go on, in whichever window: a closed one can be restored. */
import type { LtiRows } from '../../lti/engine/database-plugin.ts';
import type { Session } from '../storage/ports/sessions.ts';

interface LeftDeps {
  readonly storage: { readonly ltiRows: Pick<LtiRows, 'find' | 'replace'> };
  readonly clock: () => number;
}

type LaunchRef = Pick<Session, 'organisationId' | 'launchId'>;

const collection = 'left-launch';

const indexOf = ({ organisationId, launchId }: LaunchRef): { readonly launch: string } => ({
  launch: `${organisationId} ${launchId}`,
});

/** @param lifeMs of the launch's sessions, from now on at most */
export async function noteLeft(
  { storage, clock }: LeftDeps,
  launch: LaunchRef,
  lifeMs: number,
): Promise<void> {
  const [index, createdAt] = [indexOf(launch), clock()];
  const row = { collection, index, uniqueKey: index.launch, value: '{}', createdAt };
  await storage.ltiRows.replace(index, { ...row, expiresAt: createdAt + lifeMs });
}

export async function wasLeft({ storage, clock }: LeftDeps, launch: LaunchRef): Promise<boolean> {
  return (await storage.ltiRows.find(collection, indexOf(launch), clock())).length > 0;
}
