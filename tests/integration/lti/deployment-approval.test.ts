import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { expect, it } from 'vitest';
import { parseMessage } from '../../../lti/launch/claims.ts';
import { createLtiLaunch } from '../../../lti/launch/launch.ts';
import { acceptLaunch } from '../../../server/launches/accept.ts';
import { approveDeployment, revokeDeployment } from '../../../server/organisations/manage-platform.ts';
import { names } from '../../support/lti-lms.ts';
import { startForFile } from '../../support/start-lti-tool.ts';

const ref = 'ref-1';
const deploymentId = `1:8865aa05b4b79b64a91a86042e43af5ea8ae79eb`;

const { lms, tool } = await startForFile();

const launch = () => tool.launch(lms, { [names.deploymentId]: deploymentId });

const approve = (approval: { deploymentId: string; clientId: string | null }) => {
  const { storage, provider } = tool;
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const deps = { storage, provider, log, clock: () => 1, randomId: () => 'event-1' };
  return approveDeployment(deps, { ref, ...approval });
};

it('a launch from an unknown deployment says what to pass on, and works once approved', async () => {
  const refused = await launch();
  expect(refused).toMatchObject({ status: 403, code: 'lti.deployment-unknown' });
  // What the operator's list shows too, and nothing of the person, the course or the token.
  expect(refused.text).toContain('<dd>LMS</dd>');
  expect(refused.text).toContain(`<dd>${deploymentId.slice(0, 16)}…</dd>`);
  for (const secret of [deploymentId, 'person-4', 'course-2', lms.clientId, tool.organisationId]) {
    expect(refused.text).not.toContain(secret);
  }
  // A second try makes no second row.
  await launch();
  const { platforms, audit } = tool.storage;
  const [platform] = await platforms.list(tool.organisationId, { limit: 9 });
  const rows = await platforms.listDeployments(tool.organisationId, platform?.id ?? '', { limit: 9 });
  expect(rows.filter(({ status }) => status === 'pending').map((row) => row.deploymentId)).toEqual([
    deploymentId,
  ]);

  await expect(approve({ deploymentId: 'other', clientId: null })).rejects.toMatchObject({
    code: 'deployment.unknown',
  });
  await expect(approve({ deploymentId, clientId: 'other' })).rejects.toMatchObject({
    code: 'deployment.unknown',
  });
  expect(await approve({ deploymentId, clientId: lms.clientId })).toMatchObject({ status: 'approved' });
  expect(await launch()).toMatchObject({ status: 303, code: null });
  expect(await audit.list(tool.organisationId, { limit: 9 })).toMatchObject([
    {
      actor: `operator:${userInfo().username}`,
      action: 'deployment.approved',
      subject: `deployment:${deploymentId}`,
    },
  ]);
});

it('a launch that is stored while its deployment is revoked is refused', async () => {
  const { storage, provider } = tool;
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const manage = { storage, provider, log, clock: () => 1, randomId: randomUUID };
  const launches = {
    ...storage.launches,
    // The sessions have ended before this launch is stored.
    insert: async (row: Parameters<typeof storage.launches.insert>[0]): Promise<void> => {
      await revokeDeployment(manage, { ref, deploymentId: lms.deploymentId, clientId: null });
      await storage.launches.insert(row);
    },
  };
  const deps = {
    storage: { ...storage, launches },
    publicUrl: tool.url,
    clock: () => 1,
    randomId: randomUUID,
    randomToken: randomUUID,
    createPersonKey: () => 'sealed',
  };
  const outcome = parseMessage(lms.claims(tool.target, 'nonce'));
  if (!outcome.ok) throw new Error(outcome.code);
  const registration = await storage.platforms.findRegistration(tool.organisationId, tool.registrationId);
  if (registration === undefined) throw new Error('no registration');
  const accepted = await acceptLaunch(deps, createLtiLaunch(outcome.message, registration), null);
  expect(accepted).toMatchObject({ ok: false, code: 'lti.deployment-revoked' });
});
