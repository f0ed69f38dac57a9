export const reports = `
CREATE TABLE reviewRequests (
  id TEXT PRIMARY KEY, organisationId TEXT NOT NULL,
  attemptId TEXT NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
  personId TEXT NOT NULL, resourceLinkId TEXT NOT NULL, askedAt INTEGER NOT NULL, sealedText TEXT,
  answeredAt INTEGER, sealedAnswer TEXT
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX reviewRequests_open ON reviewRequests (attemptId) WHERE answeredAt IS NULL;
CREATE INDEX reviewRequests_attempt ON reviewRequests (attemptId, askedAt, id);
CREATE INDEX reviewRequests_waiting ON reviewRequests (organisationId, resourceLinkId, askedAt, id)
  WHERE answeredAt IS NULL;
CREATE TABLE resourceLists (
  organisationId TEXT PRIMARY KEY, resources TEXT NOT NULL, loadedAt INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;
