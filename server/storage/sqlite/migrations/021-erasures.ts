/** Version 21. Who was erased, without saying who, and what record stores are still to void. */
export const erasures = `
CREATE TABLE erasures (
  id TEXT PRIMARY KEY, organisationId TEXT NOT NULL, kind TEXT NOT NULL, requestedBy TEXT NOT NULL,
  at INTEGER NOT NULL, counts TEXT NOT NULL, subject TEXT, sweepAt INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX erasures_due ON erasures (sweepAt) WHERE sweepAt IS NOT NULL;
CREATE TABLE voidings (
  id TEXT NOT NULL, organisationId TEXT NOT NULL, destinationId TEXT NOT NULL, erasureId TEXT NOT NULL,
  bytes TEXT NOT NULL, state TEXT NOT NULL, tries INTEGER NOT NULL, nextAt INTEGER NOT NULL,
  lastError TEXT NOT NULL, holder TEXT, leasedUntil INTEGER NOT NULL,
  PRIMARY KEY (destinationId, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX voidings_pending ON voidings (destinationId, nextAt) WHERE state = 'pending';
CREATE INDEX voidings_erasure ON voidings (erasureId, destinationId, state);
`;
