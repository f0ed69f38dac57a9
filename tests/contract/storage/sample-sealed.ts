/** One value or more of each kind that is sealed under SECRET_KEY, kept and read back as the tool does it. */
import { createDatabasePlugin, type LtijsDatabase } from '../../../lti/engine/database-plugin.ts';
import { openCredentials, sealCredentials } from '../../../server/organisations/credentials.ts';
import type { Secrets } from '../../../server/base/secrets.ts';
import type { Storage } from '../../../server/storage/ports/storage.ts';
import type { SealedKind } from '../../../server/storage/ports/upkeep.ts';
import { sampleDestination } from './sample-attempts.ts';
import { org, sampleLoginState, samplePerson } from './sample-rows.ts';

const [studyId, personId, destinationId, heldId] = ['s', 'p', 'd', 'h'] as const;
const [consentId, backgroundId] = ['c', 'b'] as const;
const credentials = { key: 'k', secret: 'hush' };
/** Enough for several pages, and for ids of two figures. */
const keyIds = Array.from({ length: 12 }, (_, index) => `key-${index}`);
const now = 1_000;

/** How many of each there are; with a nonce, which is not sealed and stands among the rows of the protocol engine. */
export const sealedCounts: Readonly<Record<SealedKind, number>> = {
  study: 1,
  person: 1,
  destination: 1,
  consent: 1,
  background: 1,
  'held-launch': 1,
  'lti-row': keyIds.length,
};
export const plainLtiRows = 1;

function openPlugin({ ltiRows: rows }: Storage, secrets: Secrets): LtijsDatabase {
  const encryptionKeys = secrets.keysFor('lti-rows');
  return createDatabasePlugin({ rows, encryptionKeys, clock: () => now, findLaunchKey: () => undefined });
}

/** Keeps them all, sealed by these secrets. */
export async function putSealed(storage: Storage, secrets: Secrets): Promise<void> {
  const sealedKey = secrets.createWrappedKey('study', studyId);
  await storage.studies.insert({ id: studyId, organisationId: org, name: 'n', createdAt: 1, sealedKey });
  await storage.persons.ensure(
    samplePerson({ id: personId, sealedKey: secrets.createWrappedKey('person', personId) }),
  );
  const sealedCredentials = sealCredentials(secrets, destinationId, credentials);
  await storage.destinations.put(sampleDestination({ id: destinationId, sealedCredentials }));
  const sealed = secrets.seal('consent', 'an answer', consentId);
  await storage.consents.put({ id: consentId, organisationId: org, studyId, personId, sealed, revision: 1 });
  const about = secrets.seal('background', 'about them', backgroundId);
  const ownRow = { id: backgroundId, organisationId: org, studyId, personId };
  await storage.backgrounds.put({ ...ownRow, sealed: about, revision: 1 });
  await storage.loginStates.hold({
    idHash: heldId,
    organisationId: org,
    login: sampleLoginState(),
    expiresAt: now + 1,
    sealedPost: secrets.seal('held-launch', 'a post', heldId),
  });
  const plugin = openPlugin(storage, secrets);
  for (const kid of keyIds) await plugin.Insert('marked', 'privatekey', { key: `key ${kid}` }, { kid });
  await plugin.Insert(false, 'nonce', { nonce: 'n-1' });
}

/** What they hold under these secrets. @throws where one does not open */
export async function readSealed(storage: Storage, secrets: Secrets): Promise<unknown> {
  const study = await storage.studies.find(org, studyId);
  const person = await storage.persons.find(org, personId);
  const destination = await storage.destinations.find(org, destinationId);
  const consent = await storage.consents.find(org, studyId, personId);
  const background = await storage.backgrounds.find(org, studyId, personId);
  const held = await storage.loginStates.release(heldId, now);
  if (destination === undefined || held === undefined) throw new Error('not there');
  // It is single use: whoever reads once more finds it again.
  await storage.loginStates.hold(held);
  const plugin = openPlugin(storage, secrets);
  return {
    study: secrets.unwrapKey('study', study?.sealedKey ?? '', studyId).toString('hex'),
    person: secrets.unwrapKey('person', person?.sealedKey ?? '', personId).toString('hex'),
    destination: openCredentials(secrets, destination),
    consent: secrets.unseal('consent', consent?.sealed ?? '', consentId),
    background: secrets.unseal('background', background?.sealed ?? '', backgroundId),
    heldLaunch: secrets.unseal('held-launch', held.sealedPost, heldId),
    keys: await plugin.Get('marked', 'privatekey'),
    nonces: await plugin.Get(false, 'nonce'),
  };
}
