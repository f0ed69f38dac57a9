import type { StudyPlacesPort, StudyTextsPort } from '../ports/study-texts.ts';
import { studyPlaceRow, studyTextsRow } from '../shapes/study-texts.ts';
import type { MongoDatabase } from './database.ts';
import { keyOf } from './schemas/define-collection.ts';
import { studyPlaces, studyTexts } from './schemas/study-texts.ts';

export function createStudyTexts(database: MongoDatabase): StudyTextsPort {
  const rows = database.collection(studyTexts, studyTextsRow);
  const newest = { revision: -1 } as const;
  return {
    insert: (texts) => rows.insert(texts),
    findLatest: (organisationId, studyId) => rows.find({ organisationId, studyId }, newest),
    list: (organisationId, studyId, limit) => rows.list({ organisationId, studyId }, newest, limit),
  };
}

export function createStudyPlaces(database: MongoDatabase): StudyPlacesPort {
  const rows = database.collection(studyPlaces, studyPlaceRow);
  const keyed = (organisationId: string, place: string): { readonly _id: string } => ({
    _id: keyOf(studyPlaces, { organisationId, place }),
  });
  return {
    put: (place) => rows.put(place),
    find: (organisationId, place) => rows.find(keyed(organisationId, place)),
    listByStudy: (organisationId, studyId, limit) =>
      rows.list({ organisationId, studyId }, { place: 1 }, limit),
    remove: async (organisationId, place) => (await rows.remove(keyed(organisationId, place))) > 0,
  };
}
