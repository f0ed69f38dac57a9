/** Version 18. What a study says, by version, and where its attempts come from. */
export const studyTexts = `
CREATE TABLE studyTexts (
  organisationId TEXT NOT NULL, studyId TEXT NOT NULL, revision INTEGER NOT NULL, facts TEXT NOT NULL,
  noticeVersion INTEGER NOT NULL, researchVersion INTEGER NOT NULL, isClosed INTEGER NOT NULL,
  createdAt INTEGER NOT NULL,
  PRIMARY KEY (organisationId, studyId, revision)
) STRICT, WITHOUT ROWID;
CREATE TABLE studyPlaces (
  organisationId TEXT NOT NULL, place TEXT NOT NULL, studyId TEXT NOT NULL, createdAt INTEGER NOT NULL,
  PRIMARY KEY (organisationId, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX studyPlaces_study ON studyPlaces (organisationId, studyId, place);
`;
