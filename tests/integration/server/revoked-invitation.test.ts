/** An address that was sent to the wrong person, over real HTTP. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listInvitations, revokeInvitation } from '../../../server/organisations/invitations.ts';
import { invitePlatform } from '../../../server/organisations/invite.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { LyingLms } from '../../support/lying-lms.ts';
import { toLoopback } from '../../../server/cli/demo-players/launch.ts';

let bench: DeliveryBench;
beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now());
});
afterAll(() => bench.close());

it('a revoked invitation registers nothing, says so, and is no longer listed as open', async () => {
  const { id, registrationUrl } = await invitePlatform(bench.context, {
    name: 'École',
    expectedHost: null,
    withNames: false,
    platformRef: null,
    privateHosts: [],
    organisationId: null,
  });
  const [invitation, ...others] = await listInvitations(bench.context);
  if (invitation === undefined) throw new Error('nothing was listed');
  expect([invitation, others]).toMatchObject([{ id, state: 'open', approves: false }, []]);
  expect(await revokeInvitation(bench.context, invitation)).toBe(true);
  expect(await revokeInvitation(bench.context, invitation)).toBe(false);
  expect(await listInvitations(bench.context)).toMatchObject([{ id, state: 'expired' }]);

  const before = bench.lms.serviceCalls().length;
  const configuration = `${bench.lms.publicUrl}/mod/lti/openid-configuration.php`;
  const body = new URLSearchParams({ openid_configuration: configuration });
  const answer = await fetch(toLoopback(registrationUrl), { method: 'POST', body });
  const page = await answer.text();
  expect(answer.status).toBe(403);
  expect(page).toContain('data-error="registration.invitation-expired"');
  expect(page).toContain('quelqu’un l’a retirée');
  expect(bench.lms.serviceCalls()).toHaveLength(before);
});

it('one that is revoked while its LMS registers approves nothing by itself', async () => {
  const lms = await LyingLms.start();
  const { id, registrationUrl } = await invitePlatform(bench.context, {
    name: 'École',
    expectedHost: new URL(lms.url).host,
    approves: true,
    withNames: false,
    platformRef: null,
    privateHosts: [],
    organisationId: null,
  });
  const { organisationId = '' } = (await listInvitations(bench.context)).find((one) => one.id === id) ?? {};
  lms.answer = (_request, response) => {
    void revokeInvitation(bench.context, { id, organisationId }).then((isRevoked) => {
      response.writeHead(201).end(JSON.stringify({ client_id: `revoked-${isRevoked}` }));
    });
  };
  const body = new URLSearchParams({ openid_configuration: lms.configurationUrl });
  await fetch(toLoopback(registrationUrl), { method: 'POST', body });
  const { platforms } = bench.context.storage;
  expect(await platforms.listRegistrationsByIssuer(lms.url)).toMatchObject([
    { clientId: 'revoked-true', active: false },
  ]);
  await lms.close();
});
