/**
 * Version 10. An action changes fewer pages:
 * - Text that an attempt's statements share is stored once (statement-rows.ts); older statements stay whole.
 * - Log entries are stored in order of arrival; ordered by attempt, pages were split again and again.
 */
export const sharedFrames = `
CREATE TABLE frames (
  attemptId TEXT NOT NULL REFERENCES attempts (id) ON DELETE CASCADE, id TEXT NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (attemptId, id)
) STRICT, WITHOUT ROWID;
ALTER TABLE statements RENAME COLUMN bytes TO head;
ALTER TABLE statements ADD COLUMN frame TEXT;
ALTER TABLE statements ADD COLUMN tail TEXT NOT NULL DEFAULT '';
CREATE TABLE entries10 (
  organisationId TEXT NOT NULL, attemptId TEXT NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
  logSeq INTEGER NOT NULL, entry TEXT NOT NULL, sealed TEXT,
  PRIMARY KEY (attemptId, logSeq)
) STRICT;
INSERT INTO entries10 SELECT * FROM entries ORDER BY attemptId, logSeq;
DROP TABLE entries;
ALTER TABLE entries10 RENAME TO entries;
CREATE INDEX entries_outcomes ON entries (organisationId, attemptId, logSeq)
  WHERE entry ->> 'kind' IN ('scene-ended', 'rescored');
`;
