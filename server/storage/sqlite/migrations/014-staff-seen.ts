export const staffSeen = `
ALTER TABLE personSettings ADD COLUMN isStaff INTEGER NOT NULL DEFAULT 0;
`;
