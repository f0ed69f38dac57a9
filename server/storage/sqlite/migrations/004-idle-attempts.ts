export const idleAttempts = `
CREATE INDEX attempts_idle ON attempts (progress ->> 'lastAt') WHERE progress ->> 'status' IN ('open', 'paused');
`;
