/** Version 22. Answers to background questions, sealed. */
export const backgrounds = `
CREATE TABLE backgrounds (
  id TEXT PRIMARY KEY, organisationId TEXT NOT NULL, studyId TEXT NOT NULL, personId TEXT NOT NULL,
  sealed TEXT NOT NULL, revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX backgrounds_person ON backgrounds (organisationId, studyId, personId);
`;
