/** The sweep of idle attempts finds them without reading every attempt there ever was. */
export const idleAttempts = `
CREATE INDEX attempts_idle ON attempts (progress ->> 'lastAt') WHERE progress ->> 'status' IN ('open', 'paused');
`;
