/** The payload suite: what the certification list of 1EdTech sends to a tool, under the names that it gives. */
import { describe, expect, it } from 'vitest';
import { ltiErrorCodes } from '../../../lti/launch/codes.ts';
import { type Claims, membership, names } from '../../support/lti-lms.ts';
import type { Page } from '../../support/lti-tool.ts';
import { startForFile } from '../../support/start-lti-tool.ts';

const { lms, tool } = await startForFile();

interface Bad {
  readonly claims?: () => Claims;
  readonly kid?: string | undefined;
  readonly code: string;
}

const nowS = (): number => Math.floor(Date.now() / 1000);
const without = (...claims: string[]): Claims =>
  Object.fromEntries(claims.map((claim) => [claim, undefined]));

const bad: Readonly<Record<string, Bad>> = {
  'no kid in JWT': { kid: undefined, code: 'lti.key-id-missing' },
  'incorrect kid': { kid: 'nobody', code: 'lti.key-unknown' },
  'wrong LTI version': { claims: () => ({ [names.version]: '11.3' }), code: 'lti.version-wrong' },
  'no LTI version': { claims: () => without(names.version), code: 'lti.version-missing' },
  'not an LTI 1.3 message': { claims: () => without(...Object.values(names)), code: 'lti.not-a-message' },
  'missing LTI claims': {
    claims: () => without(names.roles, names.deploymentId, names.resourceLink),
    code: 'lti.claims-missing',
  },
  'timestamps wrong, expired': {
    claims: () => ({ iat: nowS() - 120, exp: nowS() - 60 }),
    code: 'lti.token-expired',
  },
  'timestamps wrong, not yet': {
    claims: () => ({ iat: nowS() + 3600, exp: nowS() + 7200 }),
    code: 'lti.issued-in-future',
  },
  'message_type missing': { claims: () => without(names.messageType), code: 'lti.message-type-missing' },
  'roles missing': { claims: () => without(names.roles), code: 'lti.roles-missing' },
  'deployment_id missing': { claims: () => without(names.deploymentId), code: 'lti.deployment-missing' },
  'resource_link id missing': {
    claims: () => ({ [names.resourceLink]: { title: 'Une activité' } }),
    code: 'lti.resource-link-missing',
  },
  'sub missing': { claims: () => without('sub'), code: 'lti.subject-missing' },
};

function launchBad({ claims, ...header }: Bad): Promise<Page> {
  return tool.launch(lms, claims?.() ?? {}, 'kid' in header ? { kid: header.kid } : {});
}

describe('the 12 known-bad payloads', () => {
  it.each(Object.entries(bad))('are refused, each with its own page: %s', async (_name, payload) => {
    const page = await launchBad(payload);
    expect([page.status >= 400 && page.status < 500, page.code]).toEqual([true, payload.code]);
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    expect(page.headers.get('location')).toBeNull();
    expect(page.text).toContain('Que faire?');
    expect(page.text).toContain('What to do');
  });

  it('have one code each, and the operators’ page has every code', () => {
    const codes = Object.values(bad).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !ltiErrorCodes.some((known) => known === code))).toEqual([]);
  });
});

const personal = { given_name: 'Ada', family_name: 'Ångström', name: 'Ada Ångström' };
const people: Readonly<Record<string, Claims>> = {
  plain: { ...personal, email: 'ada@example.com' },
  'e-mail only': { email: 'ada@example.com' },
  'names only': personal,
  'no personal data': {},
  'e-mail without context claim': { email: 'ada@example.com', [names.context]: undefined },
};

describe.each([
  { who: 'teacher', role: 'Instructor', second: 'ContentDeveloper', page: 'teach' },
  { who: 'student', role: 'Learner', second: 'Learner/NonCreditLearner', page: 'play' },
])('the 9 valid payloads of a $who', ({ role, second, page }) => {
  const roles: Readonly<Record<string, readonly string[]>> = {
    'several roles': [`${membership}${role}`, `${membership}${second}`],
    'short role name': [role],
    'unknown role': [`${membership}${role}`, 'http://example.com/role#Unheard'],
    'no role (empty list)': [],
  };

  it.each(Object.entries(people))('are accepted: %s', async (_name, claims) => {
    const launched = await tool.launch(lms, { ...claims, [names.roles]: [`${membership}${role}`] });
    expect([launched.status, launched.code]).toEqual([303, null]);
    expect(launched.headers.get('location')).toContain(`/${page}/ref-1#code=`);
  });

  it.each(Object.entries(roles))('are accepted: %s', async (_name, list) => {
    const launched = await tool.launch(lms, { [names.roles]: list });
    expect([launched.status, launched.code]).toEqual([303, null]);
    // Someone without a role may play and gets no rights of staff.
    const expected = list.length === 0 ? 'play' : page;
    expect(launched.headers.get('location')).toContain(`/${expected}/ref-1#code=`);
  });
});
