export const groupSettings = `
CREATE TABLE groupSettings (
  organisationId TEXT NOT NULL, resourceLinkId TEXT NOT NULL, groupId TEXT NOT NULL, withHelper INTEGER NOT NULL,
  accessNeeds TEXT NOT NULL, extraAttempts INTEGER NOT NULL, revision INTEGER NOT NULL, updatedAt INTEGER NOT NULL,
  PRIMARY KEY (organisationId, resourceLinkId, groupId)
) STRICT, WITHOUT ROWID;
ALTER TABLE resourceLinks ADD COLUMN settings TEXT;
ALTER TABLE resourceLinks ADD COLUMN columnUrl TEXT;
`;
