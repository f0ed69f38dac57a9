export const comfort = `
CREATE TABLE comfort (
  organisationId TEXT NOT NULL, personId TEXT NOT NULL, settings TEXT NOT NULL, revision INTEGER NOT NULL,
  updatedAt INTEGER NOT NULL,
  PRIMARY KEY (organisationId, personId)
) STRICT, WITHOUT ROWID;
`;
