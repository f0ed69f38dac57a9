import { describe, expect, it } from 'vitest';
import { checkRoom } from '../../../../server/doctor/check-database.ts';
import { finding } from '../../../../server/doctor/finding.ts';
import { doctorEn } from '../../../../server/doctor/doctor.en.ts';
import { doctorFr } from '../../../../server/doctor/doctor.fr.ts';
import { describeFinding } from '../../../../server/doctor/describe-finding.ts';

const megabyte = 1024 * 1024;

describe('free space next to the database', () => {
  it.each([
    [5_000, 10, 'disk.room'],
    [900, 10, 'disk.little'],
    [5_000, 6_000, 'disk.little'],
    [63, 10, 'disk.full'],
  ])('of %d MB next to a database of %d MB is %s', (free, size, code) => {
    expect(checkRoom(free * megabyte, size * megabyte).code).toBe(code);
  });
});

describe('the sentences of doctor', () => {
  it('cover the same findings in both languages', () => {
    expect(Object.keys(doctorFr.findings)).toEqual(Object.keys(doctorEn.findings));
  });

  it('start with the subject and the colon of the language', () => {
    const found = finding('act', 'platform', 'platform.token-unreachable', { reason: '503' }, 'Moodle');
    expect(describeFinding('fr', found).meaning).toMatch(/^Moodle\u00a0: Son adresse de jetons .*\(503\)/);
    expect(describeFinding('en', found).meaning).toMatch(/^Moodle: Its token address .*\(503\)/);
  });

  it('use French typography: a fixed space before a colon and a unit', () => {
    const params = { count: 2, megabytes: 3, seconds: -4, hours: 5, fault: 'x', code: 'x', reason: 'x' };
    const more = {
      pending: 1,
      limit: 9,
      hops: 1,
      trusted: 2,
      forms: 3,
      status: 502,
      said: 'y',
      version: 1,
      known: 2,
      setting: 'PORT',
      near: 'HOST',
      kind: 'missing',
      readAt: '2026-11-25T08:00',
      reader: 'Moodle, IPv4',
      product: 'moodle',
      host: 'num.example.org',
      port: '8443',
      keys: 'https://num.example.org/lti/keys/ref',
      opened: 0,
    };
    for (const tell of Object.values(doctorFr.findings)) {
      const text = (tell as (given: object) => readonly string[])({
        ...params,
        ...more,
        because: 'database',
      });
      expect(text.join(' ')).not.toMatch(/[^\u00a0]:(?:\s|$)|\s[;?!]|\d (?:Mo|h|s)\b|'/);
    }
  });
});
