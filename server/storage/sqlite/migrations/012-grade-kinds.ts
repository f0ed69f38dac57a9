export const gradeKinds = `
ALTER TABLE resourceLinks ADD COLUMN grade TEXT;
`;
