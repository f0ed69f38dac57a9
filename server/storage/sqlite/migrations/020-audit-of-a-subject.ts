/** Version 20. Who read the data of a person, for that person. */
export const auditOfASubject = `
CREATE INDEX audit_subject ON audit (organisationId, subject, at, id);
`;
