/** Invitations to register, what a platform may reach, and the audit record. */
import { describe, expect, it } from 'vitest';
import type { AuditRow } from '../../../server/storage/ports/audit.ts';
import type { Invitation } from '../../../server/storage/ports/invitations.ts';
import type { Subject } from '../storage.contract.ts';
import { org, samplePlatform } from './sample-rows.ts';

const stranger = 'organisation-b';
const duplicate: unknown = expect.objectContaining({ code: 'storage.duplicate' });

function sampleInvitation(change: Partial<Invitation> = {}): Invitation {
  return {
    id: 'invitation-1',
    organisationId: org,
    secretHash: 'secret-1',
    platformName: 'Cégep « Été »',
    platformId: null,
    expectedHost: 'lms.example:8443',
    withNames: false,
    privateHosts: ['lms.intranet.example'],
    createdAt: 1_000,
    expiresAt: 2_000,
    state: 'open',
    registrationId: null,
    ...change,
  };
}

function sampleEvent(change: Partial<AuditRow> = {}): AuditRow {
  return {
    id: 'event-1',
    organisationId: org,
    at: 1_000,
    actor: 'operator:admin',
    action: 'platform.added',
    subject: 'platform:platform-1',
    details: { issuer: 'https://é.example', count: 2, active: false },
    ...change,
  };
}

export function connectingContract(current: () => Subject): void {
  describe('platforms', () => {
    it('change their allowed hosts, in their own organisation only', async () => {
      const { platforms } = current().storage;
      await platforms.insert(samplePlatform());
      const reach = { origins: ['https://new.example', 'https://lms.example'], privateHosts: [] };
      expect(await platforms.setReach(stranger, 'platform-1', reach)).toBe(false);
      expect(await platforms.find(org, 'platform-1')).toEqual(samplePlatform());
      expect(await platforms.setReach(org, 'platform-1', reach)).toBe(true);
      expect(await platforms.find(org, 'platform-1')).toEqual({ ...samplePlatform(), ...reach });
      expect(await platforms.setReach(org, 'platform-2', reach)).toBe(false);
    });
  });

  describe('invitations', () => {
    it('are found by the hash of their secret only, with all fields', async () => {
      const { invitations } = current().storage;
      const rich = sampleInvitation({ withNames: true, platformId: 'platform-1' });
      const plain = sampleInvitation({
        id: 'b',
        secretHash: 'secret-2',
        expectedHost: null,
        privateHosts: [],
      });
      await invitations.insert(rich);
      await invitations.insert(plain);
      expect(await invitations.find('secret-1')).toEqual(rich);
      expect(await invitations.find('secret-2')).toEqual(plain);
      expect(await invitations.find('secret-3')).toBeUndefined();
      await expect(invitations.insert({ ...plain, id: 'c' })).rejects.toEqual(duplicate);
      await expect(invitations.insert({ ...plain, secretHash: 'c' })).rejects.toEqual(duplicate);
    });

    it('are begun by only one of several callers', async () => {
      const { storage, other } = current();
      await storage.invitations.insert(sampleInvitation());
      const callers = Array.from({ length: 10 }, (_, at) => (at % 2 === 0 ? storage : other));
      const begun = await Promise.all(callers.map(({ invitations }) => invitations.begin('secret-1', 1_500)));
      expect(begun.filter(Boolean)).toHaveLength(1);
      expect(await storage.invitations.find('secret-1')).toMatchObject({ state: 'in-use' });
    });

    it('are not begun when expired or unknown', async () => {
      const { invitations } = current().storage;
      await invitations.insert(sampleInvitation());
      expect(await invitations.begin('secret-1', 2_000)).toBe(false);
      expect(await invitations.begin('secret-2', 1_500)).toBe(false);
      expect(await invitations.begin('secret-1', 1_999)).toBe(true);
    });

    it('reopen after a failure, and stay used after success', async () => {
      const { invitations } = current().storage;
      await invitations.insert(sampleInvitation());
      expect(await invitations.begin('secret-1', 1_500)).toBe(true);
      await invitations.finish('secret-1', null);
      expect(await invitations.find('secret-1')).toEqual(sampleInvitation());
      expect(await invitations.begin('secret-1', 1_500)).toBe(true);
      await invitations.finish('secret-1', 'registration-1');
      const used = { state: 'used', registrationId: 'registration-1' };
      expect(await invitations.find('secret-1')).toMatchObject(used);
      expect(await invitations.begin('secret-1', 1_500)).toBe(false);
      // Nobody is at it any more: a late end changes nothing.
      await invitations.finish('secret-1', null);
      expect(await invitations.find('secret-1')).toMatchObject(used);
    });

    it('expire when they are revoked, in their own organisation, once, and not after they were used', async () => {
      const { invitations } = current().storage;
      await invitations.insert(sampleInvitation());
      const { id } = sampleInvitation();
      expect(await invitations.revoke(stranger, id, 1_500)).toBe(false);
      expect(await invitations.find('secret-1')).toEqual(sampleInvitation());
      expect(await invitations.begin('secret-1', 1_500)).toBe(true);
      expect(await invitations.revoke(org, id, 1_500)).toBe(true);
      expect(await invitations.revoke(org, id, 1_500)).toBe(false);
      await invitations.finish('secret-1', null);
      expect(await invitations.find('secret-1')).toEqual(sampleInvitation({ expiresAt: 1_500 }));
      expect(await invitations.begin('secret-1', 1_500)).toBe(false);
      const used = sampleInvitation({ id: 'b', secretHash: 'secret-2', state: 'used' });
      await invitations.insert(used);
      expect(await invitations.revoke(org, 'b', 1_500)).toBe(false);
      expect(await invitations.find('secret-2')).toEqual(used);
    });

    it('are listed by age, in pages, for their own organisation', async () => {
      const { invitations } = current().storage;
      for (const [id, createdAt] of [
        ['b', 2],
        ['c', 2],
        ['a', 3],
      ] as const) {
        await invitations.insert(sampleInvitation({ id, secretHash: `secret-${id}`, createdAt }));
      }
      const idsOf = (rows: Invitation[]): string[] => rows.map(({ id }) => id);
      expect(idsOf(await invitations.list(org, { limit: 2 }))).toEqual(['b', 'c']);
      expect(idsOf(await invitations.list(org, { limit: 2, after: 'c' }))).toEqual(['a']);
      expect(await invitations.list(stranger, { limit: 9 })).toEqual([]);
    });
  });

  describe('the audit record', () => {
    it('is read in order of time, in pages, from a given time', async () => {
      const { audit } = current().storage;
      for (const [id, at] of [
        ['c', 20],
        ['a', 20],
        ['b', 10],
      ] as const) {
        await audit.append(sampleEvent({ id, at }));
      }
      const idsOf = (rows: AuditRow[]): string[] => rows.map(({ id }) => id);
      expect(idsOf(await audit.list(org, { limit: 9 }))).toEqual(['b', 'a', 'c']);
      expect(idsOf(await audit.list(org, { limit: 2 }))).toEqual(['b', 'a']);
      expect(idsOf(await audit.list(org, { limit: 2, after: 'a' }))).toEqual(['c']);
      expect(idsOf(await audit.list(org, { limit: 9, since: 11 }))).toEqual(['a', 'c']);
      expect(await audit.list(org, { limit: 1, after: 'b' })).toEqual([sampleEvent({ id: 'a', at: 20 })]);
    });

    it('is read by subject, in the same order and pages', async () => {
      const { audit } = current().storage;
      const subject = 'person:somebody';
      for (const [id, at] of [
        ['c', 20],
        ['a', 20],
        ['b', 10],
      ] as const) {
        await audit.append(sampleEvent({ id, at, subject }));
      }
      await audit.append(sampleEvent({ id: 'of-another', at: 15, subject: 'person:somebody-else' }));
      await audit.append(sampleEvent({ id: 'of-a-stranger', organisationId: stranger, subject }));
      const idsOf = (rows: AuditRow[]): string[] => rows.map(({ id }) => id);
      expect(idsOf(await audit.listBySubject(org, subject, { limit: 9 }))).toEqual(['b', 'a', 'c']);
      expect(idsOf(await audit.listBySubject(org, subject, { limit: 1, after: 'b' }))).toEqual(['a']);
      expect(idsOf(await audit.listBySubject(org, subject, { limit: 9, since: 11 }))).toEqual(['a', 'c']);
      const past = { limit: 9, after: 'b', since: 11 };
      expect(idsOf(await audit.listBySubject(org, subject, past))).toEqual(['a', 'c']);
      expect(await audit.listBySubject(org, subject, { limit: 9, after: 'of-another' })).toEqual([]);
      expect(await audit.listBySubject(org, 'person:nobody', { limit: 9 })).toEqual([]);
    });

    it('refuses an id that exists, and changes nothing', async () => {
      const { audit } = current().storage;
      await audit.append(sampleEvent());
      await expect(audit.append(sampleEvent({ actor: 'person:x' }))).rejects.toEqual(duplicate);
      expect(await audit.list(org, { limit: 9 })).toEqual([sampleEvent()]);
    });

    it('forgets rows by age once a row says so, oldest first, of one organisation', async () => {
      const { audit } = current().storage;
      for (const at of [10, 20, 30, 40]) await audit.append(sampleEvent({ id: `at-${at}`, at }));
      await audit.append(sampleEvent({ id: 'of-a-stranger', organisationId: stranger, at: 10 }));
      expect(await audit.countBefore(org, 40)).toBe(3);
      const purge = { action: 'audit.purged', details: { before: 40, rows: 3 } };
      await audit.append(sampleEvent({ id: 'purge', at: 50, ...purge }));
      const idsOf = async (): Promise<string[]> => (await audit.list(org, { limit: 9 })).map(({ id }) => id);
      expect(await audit.deleteBefore(org, 40, 2)).toBe(2);
      expect(await idsOf()).toEqual(['at-30', 'at-40', 'purge']);
      expect(await audit.deleteBefore(org, 40, 2)).toBe(1);
      expect(await audit.deleteBefore(org, 40, 2)).toBe(0);
      expect(await idsOf()).toEqual(['at-40', 'purge']);
      expect(await audit.list(stranger, { limit: 9 })).toHaveLength(1);
    });

    it('does not show another organisation’s records', async () => {
      const { audit } = current().storage;
      await audit.append(sampleEvent());
      await audit.append(sampleEvent({ id: 'event-2', organisationId: stranger }));
      expect(await audit.list(stranger, { limit: 9, after: 'event-1' })).toEqual([]);
      expect((await audit.list(stranger, { limit: 9 })).map(({ id }) => id)).toEqual(['event-2']);
    });
  });
}
