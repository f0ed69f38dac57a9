import { describe, expect, it } from 'vitest';
import { parseMessage } from '../../../../lti/launch/claims.ts';
import { createLtiLaunch } from '../../../../lti/launch/launch.ts';
import type { LtiLaunch } from '../../../../lti/launch/launch.ts';
import { isOwnTarget } from '../../../../lti/net/own-address.ts';
import { readLanguage } from '../../../../server/launches/accept.ts';
import { names } from '../../../support/lti-lms.ts';

const registration = { id: 'r', organisationId: 'o', platformId: 'p', issuer: 'https://moodle.example' };
const scope = ['https://purl.imsglobal.org/spec/lti-ags/scope/score'];
const endpoint = { scope, lineitem: 'https://moodle.example/item?type_id=1' };

function read(overrides: Record<string, unknown>, issuer = registration.issuer): LtiLaunch {
  const outcome = parseMessage({
    sub: '4',
    [names.messageType]: 'LtiResourceLinkRequest',
    [names.version]: '1.3.0',
    [names.deploymentId]: 'd',
    [names.targetLinkUri]: 'https://tool.example/lti/launch',
    [names.resourceLink]: { id: '1' },
    [names.roles]: ['Learner'],
    [names.endpoint]: endpoint,
    ...overrides,
  });
  if (!outcome.ok) throw new Error(outcome.code);
  return createLtiLaunch(outcome.message, { ...registration, issuer });
}

describe('a launch', () => {
  it('has titles of one visible line', () => {
    const link = { id: '1', title: 'Semaine\u202Exob\u200B\n2' };
    const launch = read({
      [names.resourceLink]: link,
      [names.context]: { id: 'c', title: '\u2066Cours\u2069' },
    });
    expect(launch.resourceLink?.title).toBe('Semainexob 2');
    expect(launch.context?.title).toBe('Cours');
    const labelled = read({ [names.context]: { id: 'c', label: 'NUM', title: '\u200B' } });
    expect(labelled.context?.title).toBe('NUM');
  });

  it('has a grade address only for a learner whom the tool may grade', () => {
    const url = 'https://moodle.example/item?type_id=1';
    expect(read({}).lineItemUrl).toBe(url);
    expect(read({ [names.roles]: ['Instructor'] }).lineItemUrl).toBeNull();
    expect(read({ [names.roles]: [] }).lineItemUrl).toBeNull();
    expect(read({ [names.endpoint]: { ...endpoint, scope: [] } }).lineItemUrl).toBeNull();
    expect(read({ [names.endpoint]: { scope } }).lineItemUrl).toBeNull();
    expect(read({ [names.endpoint]: undefined }).lineItemUrl).toBeNull();
  });

  it.each([
    ['https://moodle.example', undefined, ''],
    ['https://canvas.instructure.com', undefined, 'd'],
    ['https://canvas.test.instructure.com', 'canvas', 'd'],
    ['https://lms.school.example', 'canvas', 'd'],
    ['https://blackboard.com', 'BlackboardLearn', 'd'],
    ['https://campus.example', 'openedx', 'd'],
    ['https://campus.example', 'sakai', ''],
  ])('identifies persons of %s (%s) by the deployment %j', (issuer, family, expected) => {
    const platform = {
      'https://purl.imsglobal.org/spec/lti/claim/tool_platform': { product_family_code: family },
    };
    expect(read(platform, issuer).subjectScope).toBe(expected);
  });

  it('ignores optional claims that are malformed', () => {
    const odd = read({
      [names.context]: { id: 7 },
      [names.presentation]: { locale: 5, document_target: 'tab', return_url: 'javascript:alert(1)' },
      [names.endpoint]: { scope: 'score', lineitem: 'file:///etc/passwd' },
      'https://purl.imsglobal.org/spec/lti/claim/custom': { kept: 'x', number: 4, nested: { a: 1 } },
    });
    expect(odd).toMatchObject({
      context: null,
      locale: null,
      documentTarget: null,
      returnUrl: null,
      lineItemUrl: null,
      custom: { kept: 'x' },
    });
  });
});

describe('a target link', () => {
  it.each([
    ['https://tool.example/lti/launch', true],
    ['https://tool.example/lti/launch?ex=3', true],
    ['https://tool.example/play/abc-1', true],
    ['https://tool.example/teach', true],
    ['https://tool.example:8443/lti/launch', false],
    ['http://tool.example/lti/launch', false],
    ['https://tool.example.evil.example/lti/launch', false],
    ['https://user@tool.example/lti/launch', false],
    ['https://tool.example/lti/launch/../../api/session', false],
    ['https://tool.example/api/attempt', false],
    ['//tool.example/lti/launch', false],
    ['javascript:alert(1)', false],
    ['', false],
  ])('%s is accepted as ours: %s', (address, ours) => {
    expect(isOwnTarget('https://tool.example', address)).toBe(ours);
  });
});

describe('an LMS locale', () => {
  it.each([
    ['fr_ca', 'fr'],
    ['fr-CA', 'fr'],
    ['en', 'en'],
    ['EN_us', 'en'],
    ['en-CA', 'en'],
    ['pt_br', 'fr'],
    ['enm', 'fr'],
    ['', 'fr'],
    [null, 'fr'],
  ])('%s is mapped to %s', (locale, language) => {
    expect(readLanguage(locale)).toBe(language);
  });
});

describe('the groups that a launch tells', () => {
  const custom = 'https://purl.imsglobal.org/spec/lti/claim/custom';
  const namesRoles = 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice';
  const groups = 'https://purl.imsglobal.org/spec/lti-gs/claim/groupsservice';
  const list = { [namesRoles]: { context_memberships_url: 'https://moodle.example/members' } };
  const service = { [groups]: { context_groups_url: 'https://moodle.example/groups' } };

  it.each([
    ['31,7', ['31', '7']],
    [' 7 , 31,7', ['31', '7']],
    ['', []],
    [',,', []],
  ])('are read from %j', (value, own) => {
    expect(read({ [custom]: { numplus_groups: value } }).groups).toMatchObject({ own, namesUrl: null });
  });

  it('are at most a thousand, as many as a large course has', () => {
    const value = Array.from({ length: 1000 }, (_, index) => 1_000_000 + index).join();
    expect(read({ [custom]: { numplus_groups: value } }).groups?.own).toHaveLength(1000);
  });

  it.each([
    ['ids', Array.from({ length: 1001 }, (_, index) => index).join()],
    ['characters', `31,${'x'.repeat(16_384)}`],
  ])('are unknown, not none, with too many %s', (_name, value) => {
    const { groups: told } = read({ [custom]: { numplus_groups: value } });
    expect(told).toMatchObject({ own: null, namesUrl: null });
  });

  it('are read beside a parameter with a name that is too long', () => {
    const value = { ['x'.repeat(300)]: '1', numplus_groups: '31' };
    expect(read({ [custom]: value }).groups?.own).toEqual(['31']);
  });

  it('are unknown if the parameter is absent, or the LMS does not know the variable', () => {
    expect(read({}).groups).toBeNull();
    expect(read({ [custom]: { numplus_groups: '$Moodle.Person.userGroupIds' } }).groups).toBeNull();
  });

  it('are left to the course list if there is a groups service', () => {
    expect(read({ ...list, ...service }).groups).toMatchObject({
      own: null,
      namesUrl: 'https://moodle.example/groups',
    });
    // Without the list, nothing says who is in which.
    expect(read(service).groups).toBeNull();
    expect(read({ ...list, [groups]: { context_groups_url: 'javascript:alert(1)' } }).groups).toBeNull();
  });
});
