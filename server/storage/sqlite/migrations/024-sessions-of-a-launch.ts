/** Version 24. « Quitter » ends all sessions of a launch. */
export const sessionsOfALaunch = `
CREATE INDEX sessions_launch ON sessions (launchId);
`;
