import { createHmac, createPublicKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Claims, names, TestLms } from '../../support/lti-lms.ts';
import type { Page } from '../../support/lti-tool.ts';
import { startForFile } from '../../support/start-lti-tool.ts';

const { lms, tool } = await startForFile();

function expectRefusal(page: Page, code: string): void {
  expect([page.status >= 400 && page.status < 500, page.code]).toEqual([true, code]);
  expect(page.headers.get('location')).toBeNull();
}

const nowS = (): number => Math.floor(Date.now() / 1000);
const without = (...claims: string[]): Claims =>
  Object.fromEntries(claims.map((claim) => [claim, undefined]));

describe('invalid launch tokens known from other test suites', () => {
  const cases: readonly [string, () => Claims, string][] = [
    ['another issuer', () => ({ iss: 'https://elsewhere.example' }), 'lti.issuer-mismatch'],
    ['another audience', () => ({ aud: 'client-2' }), 'lti.audience-mismatch'],
    ['no audience', () => without('aud'), 'lti.audience-mismatch'],
    ['an extra audience', () => ({ aud: ['client-1', 'client-2'], azp: 'client-1' }), 'lti.audience-foreign'],
    ['an extra audience without azp', () => ({ aud: ['client-1', 'client-2'] }), 'lti.audience-foreign'],
    ['a foreign azp', () => ({ azp: 'client-2' }), 'lti.azp-mismatch'],
    ['no exp', () => without('exp'), 'lti.expiry-missing'],
    ['neither exp nor iat', () => without('exp', 'iat'), 'lti.expiry-missing'],
    ['an iat a day ahead', () => ({ iat: nowS() + 86_400, exp: nowS() + 90_000 }), 'lti.issued-in-future'],
    ['no resource link', () => without(names.resourceLink), 'lti.resource-link-missing'],
    [
      'deep linking without settings',
      () => ({ [names.messageType]: 'LtiDeepLinkingRequest' }),
      'lti.settings-missing',
    ],
    [
      'a review without a person',
      () => ({ [names.messageType]: 'LtiSubmissionReviewRequest' }),
      'lti.reviewed-person-missing',
    ],
    ['no iat', () => without('iat'), 'lti.issued-at-missing'],
    ['a nbf in the future', () => ({ nbf: nowS() + 30 }), 'lti.not-yet-valid'],
    ['no nonce', () => without('nonce'), 'lti.nonce-mismatch'],
    ['a nonce that we never gave out', () => ({ nonce: 'of-ours-it-is-not' }), 'lti.nonce-mismatch'],
    ['no target', () => without(names.targetLinkUri), 'lti.target-missing'],
    [
      'a foreign target',
      () => ({ [names.targetLinkUri]: 'https://evil.example/play' }),
      'lti.target-foreign',
    ],
    ['an unheard message type', () => ({ [names.messageType]: 'LtiSomething' }), 'lti.message-type-unknown'],
    ['an unknown deployment', () => ({ [names.deploymentId]: '99' }), 'lti.deployment-unknown'],
    ['an object as sub', () => ({ sub: { $ne: '' } }), 'lti.claim-refused'],
    ['a sub too long', () => ({ sub: 'x'.repeat(256) }), 'lti.claim-refused'],
    ['an object as iss', () => ({ iss: { $ne: '' } }), 'lti.claim-refused'],
    [
      'a learner’s look at someone else’s submission',
      () => ({ [names.messageType]: 'LtiSubmissionReviewRequest', [names.forUser]: { user_id: 'x' } }),
      'lti.review-not-allowed',
    ],
  ];
  it.each(cases)('are refused: %s', async (_name, claims, code) => {
    expectRefusal(await tool.launch(lms, claims()), code);
  });

  it('are refused with alg none', async () => {
    const { state, nonce, cookie } = await tool.login(lms);
    const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');
    const idToken = `${encode({ alg: 'none', kid: 'key-1' })}.${encode(lms.claims(tool.target, nonce))}.`;
    expectRefusal(await tool.post({ state, id_token: idToken }, cookie), 'lti.algorithm-refused');
  });

  it('are refused with HS256 and the public key', async () => {
    const { state, nonce, cookie } = await tool.login(lms);
    const [jwk = {}] = lms.keySet.keys;
    const publicKey = createPublicKey({ key: { ...jwk }, format: 'jwk' }).export({
      type: 'spki',
      format: 'pem',
    });
    const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');
    const signed = `${encode({ alg: 'HS256', kid: 'key-1' })}.${encode(lms.claims(tool.target, nonce))}`;
    const mac = createHmac('sha256', publicKey).update(signed).digest('base64url');
    expectRefusal(await tool.post({ state, id_token: `${signed}.${mac}` }, cookie), 'lti.algorithm-refused');
  });

  it('are refused with a signature of another key', async () => {
    const stranger = await TestLms.start();
    const { state, nonce, cookie } = await tool.login(lms);
    const idToken = await stranger.sign(lms.claims(tool.target, nonce));
    await stranger.close();
    expectRefusal(await tool.post({ state, id_token: idToken }, cookie), 'lti.signature-refused');
  });

  it('are refused if they are no token at all', async () => {
    const { state, cookie } = await tool.login(lms);
    expectRefusal(await tool.post({ state, id_token: 'x'.repeat(500) }, cookie), 'lti.token-unreadable');
  });

  it('record an unknown deployment as pending, so that it can be approved', async () => {
    const page = await tool.launch(lms, { [names.deploymentId]: 'new-school' });
    expectRefusal(page, 'lti.deployment-unknown');
    expect(page.text).toContain('attend une approbation');
    expect(page.text).toContain('<dd>new-school</dd>');
    const kept = await tool.storage.platforms.findDeployment(
      tool.organisationId,
      tool.registrationId,
      'new-school',
    );
    expect(kept?.status).toBe('pending');
  });
});
