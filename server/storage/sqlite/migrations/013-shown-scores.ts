export const shownScores = `
ALTER TABLE grades ADD COLUMN shownScore INTEGER;
`;
