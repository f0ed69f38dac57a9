/** Sealed answers to the background questions of a study. */
import { describe, expect, it } from 'vitest';
import type { Subject } from '../storage.contract.ts';
import { org, sampleBackground } from './sample-rows.ts';

export function backgroundsContract(current: () => Subject): void {
  describe('backgrounds', () => {
    it('belong to one person of one study', async () => {
      const { backgrounds } = current().storage;
      expect(await backgrounds.put(sampleBackground())).toBe(true);
      expect(await backgrounds.find(org, 'study-1', 'person-1')).toEqual(sampleBackground());
      expect(await backgrounds.find(org, 'study-2', 'person-1')).toBeUndefined();
      expect(await backgrounds.find(org, 'study-1', 'person-2')).toBeUndefined();
    });

    it('are changed by only one of two who read the same revision', async () => {
      const { storage, other } = current();
      const first = [storage, other].map(({ backgrounds }) => backgrounds.put(sampleBackground()));
      expect((await Promise.all(first)).sort()).toEqual([false, true]);
      const next = sampleBackground({ revision: 2, sealed: 'v1.other' });
      const second = [storage, other].map(({ backgrounds }) => backgrounds.put(next));
      expect((await Promise.all(second)).sort()).toEqual([false, true]);
      expect(await storage.backgrounds.find(org, 'study-1', 'person-1')).toEqual(next);
    });

    it('can be removed, and begin again', async () => {
      const { backgrounds } = current().storage;
      const other = sampleBackground({ id: 'study-1/person-2', personId: 'person-2' });
      await backgrounds.put(sampleBackground());
      await backgrounds.put(other);
      expect(await backgrounds.remove(org, 'study-1/person-1')).toBe(true);
      expect(await backgrounds.remove(org, 'study-1/person-1')).toBe(false);
      expect(await backgrounds.find(org, 'study-1', 'person-1')).toBeUndefined();
      expect(await backgrounds.find(org, 'study-1', 'person-2')).toEqual(other);
      expect(await backgrounds.put(sampleBackground())).toBe(true);
    });
  });
}
