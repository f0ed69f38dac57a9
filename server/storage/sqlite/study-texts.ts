import type { StudyPlacesPort, StudyTexts, StudyTextsPort } from '../ports/study-texts.ts';
import { studyPlaceRow, studyTextsRow } from '../shapes/study-texts.ts';
import type { SqliteDatabase } from './database.ts';
import { answer, flag, insertInto, json, sqlParams } from './rows.ts';

export const storedTexts = studyTextsRow.extend({ facts: json(studyTextsRow.shape.facts), isClosed: flag });

const ofStudy = 'organisationId = @organisationId AND studyId = @studyId';

export function createStudyTexts(database: SqliteDatabase): StudyTextsPort {
  const insert = database.command(insertInto('studyTexts', Object.keys(studyTextsRow.shape)));
  const newest = database.query<StudyTexts>(
    storedTexts,
    `SELECT * FROM studyTexts WHERE ${ofStudy} ORDER BY revision DESC LIMIT @limit`,
  );
  return {
    insert: (texts) => answer(() => void insert(sqlParams(texts))),
    findLatest: (organisationId, studyId) => answer(() => newest.find({ organisationId, studyId, limit: 1 })),
    list: (organisationId, studyId, limit) => answer(() => newest.list({ organisationId, studyId, limit })),
  };
}

export function createStudyPlaces(database: SqliteDatabase): StudyPlacesPort {
  const byPlace = 'organisationId = @organisationId AND place = @place';
  const put = database.command(
    `${insertInto('studyPlaces', Object.keys(studyPlaceRow.shape))}
     ON CONFLICT (organisationId, place) DO UPDATE SET studyId = @studyId, createdAt = @createdAt`,
  );
  const one = database.query(studyPlaceRow, `SELECT * FROM studyPlaces WHERE ${byPlace}`);
  const all = database.query(
    studyPlaceRow,
    `SELECT * FROM studyPlaces WHERE ${ofStudy} ORDER BY place LIMIT @limit`,
  );
  const remove = database.command(`DELETE FROM studyPlaces WHERE ${byPlace}`);
  return {
    put: (place) => answer(() => void put({ ...place })),
    find: (organisationId, place) => answer(() => one.find({ organisationId, place })),
    listByStudy: (organisationId, studyId, limit) =>
      answer(() => all.list({ organisationId, studyId, limit })),
    remove: (organisationId, place) => answer(() => remove({ organisationId, place }) > 0),
  };
}
