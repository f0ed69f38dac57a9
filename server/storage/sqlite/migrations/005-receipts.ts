/** Version 5. The receipt of an attempt, written together with its end. */
export const receipts = `
CREATE TABLE receipts (
  attemptId TEXT PRIMARY KEY REFERENCES attempts (id) ON DELETE CASCADE, organisationId TEXT NOT NULL,
  receipt TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
