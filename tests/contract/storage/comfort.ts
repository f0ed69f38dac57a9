/** Comfort settings of a person: one row, changed only over the revision that was read. */
import { describe, expect, it } from 'vitest';
import type { Subject } from '../storage.contract.ts';
import { org, sampleComfort } from './sample-rows.ts';

export function comfortContract(current: () => Subject): void {
  describe('comfort settings', () => {
    it('belong to one person', async () => {
      const { comfort } = current().storage;
      expect(await comfort.find(org, 'person-1')).toBeUndefined();
      expect(await comfort.put(sampleComfort())).toBe(true);
      expect(await comfort.find(org, 'person-1')).toEqual(sampleComfort());
      expect(await comfort.find(org, 'person-2')).toBeUndefined();
    });

    it('are changed by only one of two who read the same revision', async () => {
      const { storage, other } = current();
      const first = [storage.comfort.put(sampleComfort()), other.comfort.put(sampleComfort())];
      expect((await Promise.all(first)).sort()).toEqual([false, true]);
      const next = { ...sampleComfort().settings, contrast: 'system' } as const;
      const requests = [
        storage.comfort.put(sampleComfort({ revision: 2, settings: next })),
        other.comfort.put(sampleComfort({ revision: 2, settings: next })),
      ];
      expect((await Promise.all(requests)).sort()).toEqual([false, true]);
      expect(await storage.comfort.put(sampleComfort())).toBe(false);
      expect(await storage.comfort.put(sampleComfort({ revision: 9 }))).toBe(false);
      expect(await other.comfort.find(org, 'person-1')).toMatchObject({ revision: 2, settings: next });
    });
  });
}
