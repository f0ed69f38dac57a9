/** Version 3. Attempts of a study by age, for exports. */
export const research = `
CREATE INDEX attempts_study ON attempts (organisationId, studyId, createdAt, id) WHERE practice = 0;
`;
