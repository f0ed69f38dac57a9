/**
 * Version 9. Log entries find statements (statement-positions.ts): an index of random ids changed a page for
 * each. SQLite can't drop it without copying the table and its dependents. Positions are never reused: the copy
 * continues the count, raised for moved rows.
 */
export const statementsWithoutIds = `
CREATE TABLE statements9 (
  position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, organisationId TEXT NOT NULL,
  studyId TEXT NOT NULL, attemptId TEXT NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
  logSeq INTEGER NOT NULL, part INTEGER NOT NULL, tier INTEGER NOT NULL, bytes TEXT NOT NULL,
  createdAt INTEGER NOT NULL,
  UNIQUE (attemptId, logSeq, part)
) STRICT;
INSERT INTO sqlite_sequence (name, seq) SELECT 'statements9', seq FROM sqlite_sequence WHERE name = 'statements';
INSERT INTO statements9 SELECT * FROM statements ORDER BY position;
CREATE TABLE deliveries9 (
  position INTEGER NOT NULL REFERENCES statements9 (position) ON DELETE CASCADE, destinationId TEXT NOT NULL,
  organisationId TEXT NOT NULL, state TEXT NOT NULL, tries INTEGER NOT NULL, nextAt INTEGER NOT NULL,
  lastError TEXT NOT NULL, holder TEXT, leasedUntil INTEGER NOT NULL,
  PRIMARY KEY (position, destinationId)
) STRICT, WITHOUT ROWID;
INSERT INTO deliveries9 SELECT * FROM deliveries ORDER BY position, destinationId;
DROP TABLE deliveries;
DROP TABLE statements;
ALTER TABLE statements9 RENAME TO statements;
ALTER TABLE deliveries9 RENAME TO deliveries;
CREATE INDEX statements_study ON statements (organisationId, studyId, position);
CREATE INDEX deliveries_pending ON deliveries (destinationId, position) WHERE state = 'pending';
CREATE INDEX deliveries_dead ON deliveries (destinationId, position) WHERE state = 'dead';
CREATE INDEX deliveries_discarded ON deliveries (destinationId, position) WHERE state = 'discarded';
`;
