import { expect, it } from 'vitest';
import { describeAudit } from '../../../bin/audit.js';

it('says what a registry without advisories leaves unchecked', () => {
  const refused = { message: '405 Method Not Allowed', statusCode: 405, error: { summary: '', detail: '' } };
  expect(describeAudit(JSON.stringify(refused))).toEqual([
    'not checked: known vulnerabilities, because the registry does not tell (405 Method Not Allowed)',
  ]);
  const offline = { error: { code: 'ENOTFOUND', summary: 'request failed', detail: '' } };
  expect(describeAudit(JSON.stringify(offline))[0]).toMatch(/^not checked: .*request failed/);
  expect(describeAudit('')[0]).toMatch(/^not checked: .*no readable answer/);
});

it('names what a registry knows, and says so when it knows nothing', () => {
  expect(describeAudit(JSON.stringify({ vulnerabilities: {} }))).toEqual(['no known vulnerabilities']);
  const vulnerabilities = {
    got: { name: 'got', severity: 'moderate', via: [{ title: 'Redirect to a UNIX socket' }] },
    ltijs: { name: 'ltijs', severity: 'moderate', via: ['got'] },
  };
  expect(describeAudit(JSON.stringify({ vulnerabilities }))).toEqual([
    'moderate: got, Redirect to a UNIX socket',
    'moderate: ltijs, through got',
  ]);
});
