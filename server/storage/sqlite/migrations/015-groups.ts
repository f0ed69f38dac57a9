export const groups = `
CREATE TABLE groupMemberships (
  organisationId TEXT NOT NULL, resourceLinkId TEXT NOT NULL, personId TEXT NOT NULL, groupIds TEXT NOT NULL,
  reach TEXT NOT NULL, askedAt INTEGER NOT NULL,
  PRIMARY KEY (organisationId, resourceLinkId, personId)
) STRICT, WITHOUT ROWID;
ALTER TABLE launches ADD COLUMN groupAccess TEXT;
`;
