/** Version 19. Answers about research, sealed. */
export const consents = `
CREATE TABLE consents (
  id TEXT PRIMARY KEY, organisationId TEXT NOT NULL, studyId TEXT NOT NULL, personId TEXT NOT NULL,
  sealed TEXT NOT NULL, revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX consents_person ON consents (organisationId, studyId, personId);
`;
