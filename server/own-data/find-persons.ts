/** Operators know a person by what the LMS or the person can tell. */
import type { Person } from '../storage/ports/persons.ts';
import type { Deployment, Platform } from '../storage/ports/platforms.ts';
import type { Storage } from '../storage/ports/storage.ts';
import type { AttemptWithProgress } from '../storage/ports/attempts.ts';
import { listPages, readById } from '../storage/read-pages.ts';

type Ports = Pick<Storage, 'persons' | 'platforms' | 'attempts'>;

/** Some LMSs give one person another id in each deployment. */
export async function findBySubject(
  { persons, platforms }: Ports,
  { organisationId, id: platformId }: Platform,
  subject: string,
): Promise<Person[]> {
  const deployments = await listPages<Deployment, { after?: Deployment }>(
    {},
    (page) => platforms.listDeployments(organisationId, platformId, page),
    (after) => ({ after }),
  );
  const ids = new Set(['', ...deployments.map(({ deploymentId }) => deploymentId)]);
  const found = await Promise.all(
    [...ids].map((deploymentId) =>
      persons.findBySubject({ organisationId, platformId, deploymentId, subject }),
    ),
  );
  return found.filter((one) => one !== undefined);
}

/** Whoever has an attempt there, without practice, in the order of their first attempts. */
export async function findByActivity(
  { persons, attempts }: Ports,
  organisationId: string,
  resourceLinkId: string,
): Promise<Person[]> {
  const ids = new Set<string>();
  const list = readById<AttemptWithProgress & { readonly id: string }>(async (page) =>
    (await attempts.listByResourceLink(organisationId, resourceLinkId, page)).map((one) => ({
      ...one,
      id: one.attempt.id,
    })),
  );
  for await (const { attempt } of list) ids.add(attempt.personId);
  const found = await Promise.all([...ids].map((id) => persons.find(organisationId, id)));
  return found.filter((one) => one !== undefined);
}

/** A receipt names its attempt. */
export async function findByReceipt(
  { persons, attempts }: Ports,
  organisationId: string,
  attemptId: string,
): Promise<Person[]> {
  const found = await attempts.find(organisationId, attemptId);
  if (found === undefined) return [];
  const person = await persons.find(organisationId, found.attempt.personId);
  return person === undefined ? [] : [person];
}
