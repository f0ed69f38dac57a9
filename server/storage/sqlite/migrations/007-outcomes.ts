/** What scenes gave is found without reading every action of an attempt. The condition is spelled as the query's. */
export const outcomes = `
CREATE INDEX entries_outcomes ON entries (organisationId, attemptId, logSeq)
  WHERE entry ->> 'kind' IN ('scene-ended', 'rescored');
`;
