export const receipts = `
CREATE TABLE receipts (
  attemptId TEXT PRIMARY KEY REFERENCES attempts (id) ON DELETE CASCADE, organisationId TEXT NOT NULL,
  receipt TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
