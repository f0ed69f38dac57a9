import { describe, expect, it } from 'vitest';
import { isOrdinaryPort, isOwnEndpoint, isOwnIssuer } from '../../../../lti/net/platform-hosts.ts';
import type { HostRules } from '../../../../lti/net/platform-hosts.ts';
import { isSameSite } from '../../../../server/organisations/registrable-domain.ts';

const rules: HostRules = { isSameSite, namedHosts: [], allowInsecureLoopback: false };
const home = (host: string): URL => new URL(`https://${host}/configuration`);

describe('an issuer', () => {
  it.each([
    ['https://moodle.ecole.qc.ca', 'moodle.ecole.qc.ca'],
    ['https://ecole.qc.ca/moodle', 'ecole.qc.ca'],
    ['https://lms.example:8443', 'lms.example:8443'],
    ['https://canvas.instructure.com', 'canvas.instructure.com'],
    ['https://canvas.instructure.com', 'sso.canvaslms.com'],
    ['https://canvas.instructure.com', 'ecole.instructure.com'],
    ['https://canvas.beta.instructure.com', 'sso.beta.canvaslms.com'],
    ['https://blackboard.com', 'developer.blackboard.com'],
  ])('%s may be described at %s', (issuer, host) => {
    expect(isOwnIssuer(issuer, home(host), rules)).toBe(true);
  });

  it.each([
    ['https://moodle.ecole.qc.ca', 'evil.ecole.qc.ca'],
    ['https://ecole.qc.ca', 'moodle.ecole.qc.ca'],
    ['https://lms.example', 'lms.example.evil.example'],
    ['https://lms.example', 'lms.example:8443'],
    ['https://canvas.instructure.com', 'evil.example'],
    ['https://canvas.instructure.com', 'instructure.com.evil.example'],
    ['https://canvas.instructure.com', 'evilinstructure.com'],
    ['https://blackboard.com', 'evilblackboard.com'],
    ['https://evil.example', 'sso.canvaslms.com'],
    ['lms.example', 'lms.example'],
    ['http://lms.example', 'lms.example'],
    ['ftp://lms.example', 'lms.example'],
    ['javascript://lms.example/%0aalert(1)', 'lms.example'],
    ['https://someone:word@lms.example', 'lms.example'],
    ['https://lms.example#part', 'lms.example'],
    ['https://lms.example#', 'lms.example'],
    ['https://lms.example?school=1', 'lms.example'],
    ['https://lms.example?', 'lms.example'],
    [' https://lms.example', 'lms.example'],
    ['https://lms.example\n', 'lms.example'],
    ['https://lms\t.example', 'lms.example'],
    ['https://lms.example/\u202e', 'lms.example'],
    ['https:lms.example', 'lms.example'],
    ['https:\\\\lms.example', 'lms.example'],
    ['http://127.0.0.1', '127.0.0.1'],
  ])('%s may not be described at %s', (issuer, host) => {
    expect(isOwnIssuer(issuer, home(host), rules)).toBe(false);
  });
});

it('of a test on loopback may be plain http', () => {
  const onLoopback = { ...rules, allowInsecureLoopback: true };
  expect(isOwnIssuer('http://127.0.0.1:8080', home('127.0.0.1:8080'), onLoopback)).toBe(true);
  expect(isOwnIssuer('http://lms.example', home('lms.example'), onLoopback)).toBe(false);
});

describe('an endpoint', () => {
  it.each([
    ['https://moodle.ecole.qc.ca/token', 'moodle.ecole.qc.ca'],
    ['https://sso.ecole.qc.ca/auth', 'moodle.ecole.qc.ca'],
    ['https://auth.brightspace.com/core/connect/token', 'ecole.brightspace.com'],
    ['https://auth.brightspace.com/core/connect/token', 'cours.ecole.qc.ca'],
    ['https://sso.canvaslms.com/api/lti/authorize_redirect', 'canvas.instructure.com'],
    ['https://ecole.instructure.com/api/lti/registrations', 'sso.canvaslms.com'],
  ])('%s belongs to an LMS at %s', (endpoint, host) => {
    expect(isOwnEndpoint(endpoint, home(host), rules)).toBe(true);
  });

  it.each([
    // Most of Québec's schools lie under qc.ca, and many schools elsewhere under a host that sells names.
    ['https://autre.qc.ca/token', 'ecole.qc.ca'],
    ['https://autre.gouv.qc.ca/token', 'ecole.qc.ca'],
    ['https://autre.github.io/token', 'ecole.github.io'],
    ['https://evil.example/token', 'lms.example'],
    ['https://lms.example:8443/token', 'lms.example'],
    ['https://sso.canvaslms.com/token', 'lms.example'],
    ['https://evil-auth.brightspace.com.evil.example/', 'ecole.brightspace.com'],
    ['nonsense', 'lms.example'],
  ])('%s does not belong to an LMS at %s', (endpoint, host) => {
    expect(isOwnEndpoint(endpoint, home(host), rules)).toBe(false);
  });

  it('may be on a host that was allowed by name, on its port and any other of that name', () => {
    const named = { ...rules, namedHosts: ['moodle.intranet.example', 'lms.example:8443'] };
    expect(isOwnEndpoint('https://moodle.intranet.example:9443/t', home('lms.example'), named)).toBe(true);
    expect(isOwnEndpoint('https://lms.example:8443/t', home('lms.example'), named)).toBe(true);
    expect(isOwnEndpoint('https://lms.example:9443/t', home('lms.example'), named)).toBe(false);
  });
});

it('may be on any loopback port if loopback is allowed', () => {
  const url = new URL('http://lms.localhost:3001/');
  expect(isOrdinaryPort(url, { ...rules, allowInsecureLoopback: true })).toBe(true);
  expect(isOrdinaryPort(url, rules)).toBe(false);
});
