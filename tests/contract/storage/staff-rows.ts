/** What staff set for a person and write about an attempt: one row each, changed only over the revision that was read. */
import { describe, expect, it } from 'vitest';
import type { GroupSettings } from '../../../server/storage/ports/group-settings.ts';
import type { PersonSettings } from '../../../server/storage/ports/person-settings.ts';
import type { StaffNote } from '../../../server/storage/ports/staff-notes.ts';
import type { Subject } from '../storage.contract.ts';
import { createAttempt } from './sample-attempts.ts';
import { org, sampleLaunch } from './sample-rows.ts';

export function sampleSettings(change: Partial<PersonSettings> = {}): PersonSettings {
  return {
    organisationId: org,
    resourceLinkId: 'link-1',
    personId: 'person-1',
    withHelper: true,
    accessNeeds: ['screenReader', 'keyboard'],
    form: 'demo',
    attemptsUpTo: 3,
    isStaff: true,
    revision: 1,
    updatedAt: 5,
    ...change,
  };
}

export function sampleGroupSettings(change: Partial<GroupSettings> = {}): GroupSettings {
  return {
    organisationId: org,
    resourceLinkId: 'link-1',
    groupId: '31',
    withHelper: true,
    accessNeeds: ['keyboard'],
    extraAttempts: 2,
    revision: 1,
    updatedAt: 5,
    ...change,
  };
}

export function sampleNote(change: Partial<StaffNote> = {}): StaffNote {
  return {
    organisationId: org,
    attemptId: 'attempt-1',
    kind: 'level',
    personId: 'person-1',
    sealedText: 'sealed',
    revision: 1,
    updatedAt: 5,
    ...change,
  };
}

export function staffRowsContract(current: () => Subject): void {
  describe('settings of a group', () => {
    it('belong to one group in one activity, listed in the order of groups', async () => {
      const { groupSettings } = current().storage;
      for (const groupId of ['33', '31', '32']) {
        expect(await groupSettings.put(sampleGroupSettings({ groupId }))).toBe(true);
      }
      await groupSettings.put(sampleGroupSettings({ resourceLinkId: 'link-2' }));
      expect(await groupSettings.find(org, 'link-1', '31')).toEqual(sampleGroupSettings());
      expect(await groupSettings.find(org, 'link-1', '34')).toBeUndefined();
      const list = async (page: { limit: number; after?: string }): Promise<string[]> =>
        (await groupSettings.listByResourceLink(org, 'link-1', page)).map(({ groupId }) => groupId);
      expect(await list({ limit: 2 })).toEqual(['31', '32']);
      expect(await list({ limit: 2, after: '32' })).toEqual(['33']);
    });

    it('are changed by only one of two who read the same revision', async () => {
      const { storage, other } = current();
      await storage.groupSettings.put(sampleGroupSettings());
      const next = { accessNeeds: [], withHelper: false, revision: 2 };
      const requests = [
        storage.groupSettings.put(sampleGroupSettings({ ...next, extraAttempts: 1 })),
        other.groupSettings.put(sampleGroupSettings({ ...next, extraAttempts: 0 })),
      ];
      expect((await Promise.all(requests)).sort()).toEqual([false, true]);
      expect(await storage.groupSettings.find(org, 'link-1', '31')).toMatchObject(next);
    });
  });

  describe('settings of a person', () => {
    it('belong to one person in one activity', async () => {
      const { personSettings } = current().storage;
      expect(await personSettings.find(org, 'link-1', 'person-1')).toBeUndefined();
      expect(await personSettings.put(sampleSettings())).toBe(true);
      expect(await personSettings.find(org, 'link-1', 'person-1')).toEqual(sampleSettings());
      expect(await personSettings.find(org, 'link-2', 'person-1')).toBeUndefined();
      expect(await personSettings.find(org, 'link-1', 'person-2')).toBeUndefined();
    });

    it('are changed by only one of two who read the same revision', async () => {
      const { storage, other } = current();
      await storage.personSettings.put(sampleSettings());
      const requests = [
        storage.personSettings.put(sampleSettings({ revision: 2, form: 'pilot' })),
        other.personSettings.put(sampleSettings({ revision: 2, form: null })),
      ];
      expect((await Promise.all(requests)).sort()).toEqual([false, true]);
      expect(await storage.personSettings.put(sampleSettings())).toBe(false);
      expect(await storage.personSettings.put(sampleSettings({ revision: 9 }))).toBe(false);
      expect(await storage.personSettings.find(org, 'link-1', 'person-1')).toMatchObject({ revision: 2 });
    });
  });

  describe('notes of staff', () => {
    it('belong to an attempt and a kind, and can be cleared', async () => {
      const { staffNotes } = current().storage;
      await createAttempt(current().storage);
      expect(await staffNotes.put(sampleNote())).toBe(true);
      expect(await staffNotes.put(sampleNote())).toBe(false);
      expect(await staffNotes.put(sampleNote({ kind: 'validity' }))).toBe(true);
      expect(await staffNotes.put(sampleNote({ sealedText: null, revision: 2 }))).toBe(true);
      expect(await staffNotes.find(org, 'attempt-1', 'level')).toMatchObject({ sealedText: null });
      expect(await staffNotes.find(org, 'attempt-1', 'validity')).toEqual(sampleNote({ kind: 'validity' }));
    });
  });

  describe('a learner who opened an activity', () => {
    it('is found by launches as a learner, not by trials', async () => {
      const { launches } = current().storage;
      const change = { practice: true } as const;
      await launches.insert(sampleLaunch(change));
      await launches.insert(sampleLaunch({ id: 'launch-2', role: 'staff' }));
      expect(await launches.hasLearner(org, 'link-1', 'person-1')).toBe(false);
      await launches.insert(sampleLaunch({ id: 'launch-3' }));
      expect(await launches.hasLearner(org, 'link-1', 'person-1')).toBe(true);
      expect(await launches.hasLearner(org, 'link-2', 'person-1')).toBe(false);
      expect(await launches.hasLearner('organisation-b', 'link-1', 'person-1')).toBe(false);
    });

    it('is found by launches after a moment only', async () => {
      const { launches } = current().storage;
      const launch = sampleLaunch();
      await launches.insert(launch);
      const hasLater = (after: number): Promise<boolean> =>
        launches.hasLearner(org, 'link-1', 'person-1', after);
      expect(await hasLater(launch.createdAt - 1)).toBe(true);
      expect(await hasLater(launch.createdAt)).toBe(false);
    });
  });
}
