/** The index's condition must be spelled as in the query (attempts.ts). */
export const outcomes = `
CREATE INDEX entries_outcomes ON entries (organisationId, attemptId, logSeq)
  WHERE entry ->> 'kind' IN ('scene-ended', 'rescored');
`;
