/** Version 22. Old rows of the audit record may go, once a later row says from when on the record begins. */
export const auditPurges = `
CREATE INDEX audit_purges ON audit (organisationId, at) WHERE action = 'audit.purged';
DROP TRIGGER audit_no_delete;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit WHEN NOT EXISTS (
  SELECT 1 FROM audit AS later WHERE later.organisationId = OLD.organisationId AND later.action = 'audit.purged'
    AND later.at > OLD.at AND later.details ->> 'before' > OLD.at
) BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
`;
