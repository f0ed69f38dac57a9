/** What a study says, version by version, and the places whose attempts belong to it. */
import { describe, expect, it } from 'vitest';
import { noFacts, type StudyFacts } from '../../../server/contract/study-facts.ts';
import type { StudyPlace, StudyTexts } from '../../../server/storage/ports/study-texts.ts';
import type { Subject } from '../storage.contract.ts';
import { org } from './sample-rows.ts';

export const sampleFacts: StudyFacts = {
  ...noFacts,
  organisation: { fr: 'la Coop Emploi', en: 'Coop Emploi' },
  contact: 'vie.privee@coop.example',
  keptMonths: 24,
  recipients: [{ fr: 'l’Université Exemple', en: 'Example University' }],
  research: {
    team: { fr: 'L’équipe LINC', en: 'The LINC team' },
    purpose: { fr: 'Elle étudie l’apprentissage.', en: 'It studies learning.' },
    contact: null,
    keptMonths: 60,
    future: true,
    background: true,
  },
  texts: { ...noFacts.texts, future: { fr: ['Plus tard.'], en: ['Later.'] } },
};

export function sampleTexts(change: Partial<StudyTexts> = {}): StudyTexts {
  return {
    organisationId: org,
    studyId: 'study-1',
    revision: 1,
    facts: sampleFacts,
    noticeVersion: 1,
    researchVersion: 1,
    isClosed: false,
    createdAt: 5,
    ...change,
  };
}

export function samplePlace(change: Partial<StudyPlace> = {}): StudyPlace {
  return { organisationId: org, place: '["course","a"]', studyId: 'study-1', createdAt: 5, ...change };
}

export function studyTextsContract(current: () => Subject): void {
  describe('texts of a study', () => {
    it('are read newest first, each version as it was written', async () => {
      const { studyTexts } = current().storage;
      expect(await studyTexts.findLatest(org, 'study-1')).toBeUndefined();
      const first = sampleTexts();
      const second = sampleTexts({ revision: 2, facts: noFacts, noticeVersion: 2, isClosed: true });
      await studyTexts.insert(first);
      await studyTexts.insert(second);
      await studyTexts.insert(sampleTexts({ studyId: 'study-2', revision: 7 }));
      expect(await studyTexts.findLatest(org, 'study-1')).toEqual(second);
      expect(await studyTexts.list(org, 'study-1', 10)).toEqual([second, first]);
      expect(await studyTexts.list(org, 'study-1', 1)).toEqual([second]);
    });

    it('take a revision once', async () => {
      const { storage, other } = current();
      const both = [storage, other].map(({ studyTexts }, index) =>
        studyTexts.insert(sampleTexts({ createdAt: index })),
      );
      const outcomes = (await Promise.allSettled(both)).map(({ status }) => status);
      expect(outcomes.sort()).toEqual(['fulfilled', 'rejected']);
      await expect(storage.studyTexts.insert(sampleTexts())).rejects.toThrow('storage.duplicate');
    });
  });

  describe('places of a study', () => {
    it('belong to one study at a time, and can be freed', async () => {
      const { studyPlaces } = current().storage;
      await studyPlaces.put(samplePlace());
      await studyPlaces.put(samplePlace({ place: '["activity","b"]' }));
      expect(await studyPlaces.find(org, '["course","a"]')).toEqual(samplePlace());
      await studyPlaces.put(samplePlace({ studyId: 'study-2', createdAt: 6 }));
      expect(await studyPlaces.find(org, '["course","a"]')).toMatchObject({ studyId: 'study-2' });
      expect(await studyPlaces.listByStudy(org, 'study-1', 10)).toEqual([
        samplePlace({ place: '["activity","b"]' }),
      ]);
      expect(await studyPlaces.remove(org, '["course","a"]')).toBe(true);
      expect(await studyPlaces.remove(org, '["course","a"]')).toBe(false);
      expect(await studyPlaces.find(org, '["course","a"]')).toBeUndefined();
    });
  });
}
