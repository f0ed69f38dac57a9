/** Version 5. An attempt's receipt, written with its end. */
export const receipts = `
CREATE TABLE receipts (
  attemptId TEXT PRIMARY KEY REFERENCES attempts (id) ON DELETE CASCADE, organisationId TEXT NOT NULL,
  receipt TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
