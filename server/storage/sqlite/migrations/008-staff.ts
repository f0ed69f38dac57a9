export const staff = `
CREATE TABLE personSettings (
  organisationId TEXT NOT NULL, resourceLinkId TEXT NOT NULL, personId TEXT NOT NULL, withHelper INTEGER NOT NULL,
  accessNeeds TEXT NOT NULL, form TEXT, attemptsUpTo INTEGER NOT NULL, revision INTEGER NOT NULL,
  updatedAt INTEGER NOT NULL,
  PRIMARY KEY (organisationId, resourceLinkId, personId)
) STRICT, WITHOUT ROWID;
CREATE TABLE staffNotes (
  organisationId TEXT NOT NULL, attemptId TEXT NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
  kind TEXT NOT NULL, personId TEXT NOT NULL, sealedText TEXT, revision INTEGER NOT NULL, updatedAt INTEGER NOT NULL,
  PRIMARY KEY (organisationId, attemptId, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX launches_person ON launches (organisationId, resourceLinkId, personId) WHERE role = 'learner';
`;
