/** The condition is spelled as in the query. */
export const outcomes = `
CREATE INDEX entries_outcomes ON entries (organisationId, attemptId, logSeq)
  WHERE entry ->> 'kind' IN ('scene-ended', 'rescored');
`;
