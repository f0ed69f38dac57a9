/** Finds idle attempts without reading all attempts. */
export const idleAttempts = `
CREATE INDEX attempts_idle ON attempts (progress ->> 'lastAt') WHERE progress ->> 'status' IN ('open', 'paused');
`;
