/** Groups of people in an activity: one row a person, replaced by what their LMS tells next. */
import { describe, expect, it } from 'vitest';
import type { Subject } from '../storage.contract.ts';
import { org, sampleMembership } from './sample-rows.ts';

export function groupsContract(current: () => Subject): void {
  describe('groups of people', () => {
    it('belong to one person in one activity, and the newest answer of the LMS replaces them', async () => {
      const { groups } = current().storage;
      expect(await groups.find(org, 'link-1', 'person-1')).toBeUndefined();
      await groups.put(sampleMembership());
      expect(await groups.find(org, 'link-1', 'person-1')).toEqual(sampleMembership());
      await groups.put(sampleMembership({ groupIds: [], reach: 'ask', askedAt: 9 }));
      expect(await groups.find(org, 'link-1', 'person-1')).toEqual(
        sampleMembership({ groupIds: [], reach: 'ask', askedAt: 9 }),
      );
      expect(await groups.find(org, 'link-2', 'person-1')).toBeUndefined();
    });

    it('are listed by activity, page by page, in the order of persons', async () => {
      const { groups } = current().storage;
      const persons = ['person-3', 'person-1', 'person-2'];
      for (const personId of persons) await groups.put(sampleMembership({ personId }));
      await groups.put(sampleMembership({ resourceLinkId: 'link-2' }));
      const list = async (page: { limit: number; after?: string }): Promise<string[]> =>
        (await groups.listByResourceLink(org, 'link-1', page)).map(({ personId }) => personId);
      expect(await list({ limit: 2 })).toEqual(['person-1', 'person-2']);
      expect(await list({ limit: 2, after: 'person-2' })).toEqual(['person-3']);
      expect(await list({ limit: 2, after: 'person-3' })).toEqual([]);
    });
  });
}
