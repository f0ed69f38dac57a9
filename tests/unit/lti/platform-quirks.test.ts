import { decodeJwt, exportPKCS8, generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import { createAccessTokens } from '../../../lti/engine/access-tokens.ts';
import type { GuardedFetch } from '../../../lti/net/guarded-fetch.ts';
import { getPlatformQuirks } from '../../../lti/platform-quirks.ts';

describe('the LMS behind a message', () => {
  it.each([
    ['https://canvas.instructure.com', null, 'canvas'],
    ['https://sso.canvas.beta.instructure.com', null, 'canvas'],
    ['https://lms.example', 'canvas', 'canvas'],
    ['https://blackboard.com', null, 'blackboard'],
    ['https://lms.example', 'BlackboardLearn', 'blackboard'],
    ['https://lms.example', 'desire2learn', 'brightspace'],
    ['https://lms.example', 'Open edX', 'openedx'],
    ['https://lms.example', 'sakai', 'sakai'],
    ['https://lms.example', 'moodle', 'moodle'],
    ['https://lms.example', 'totara', 'moodle'],
    ['https://canvas.instructure.com.example', null, 'moodle'],
  ])('at %s with family %s is recognised as %s', (issuer, productFamily, family) => {
    expect(getPlatformQuirks({ issuer, productFamily }).family).toBe(family);
  });
});

describe('the audience of an assertion for a token', () => {
  it.each([
    ['https://auth.brightspace.com/core/connect/token', 'https://api.brightspace.com/auth/token'],
    ['https://moodle.example/mod/lti/token.php', 'https://moodle.example/mod/lti/token.php'],
    [
      'https://evil.example/https://auth.brightspace.com/',
      'https://evil.example/https://auth.brightspace.com/',
    ],
  ])('sent to %s is %s', async (tokenUrl, audience) => {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const pem = await exportPKCS8(privateKey);
    const sent: string[] = [];
    const guardedFetch: GuardedFetch = (_url, { body = '' }) => {
      sent.push(new URLSearchParams(body).get('client_assertion') ?? '');
      // In lower case, as Open edX and Blackboard write it.
      const answer = JSON.stringify({ access_token: 'a', token_type: 'bearer', expires_in: 60 });
      return Promise.resolve({ ok: true, status: 200, headers: new Headers(), body: answer });
    };
    const tokens = createAccessTokens({
      findIdentity: () => Promise.resolve({ kid: 'k', privateKey: pem, tokenUrl, audience: tokenUrl }),
      tokens: {
        find: () => Promise.resolve(undefined),
        put: () => Promise.resolve(),
        remove: () => Promise.resolve(),
      },
      guardedFetch,
      clock: () => 1_000_000,
      randomToken: () => 'once',
    });
    expect(await tokens.get({ issuer: 'i', clientId: 'c' }, ['score'])).toEqual({ ok: true, token: 'a' });
    expect(decodeJwt(sent[0] ?? '').aud).toBe(audience);
  });
});
