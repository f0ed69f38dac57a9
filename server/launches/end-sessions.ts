import { recordAudit } from '../records/audit.ts';
import type { AuditDeps, AuditEvent } from '../records/audit.ts';
import type { LaunchesPort, LaunchScope } from '../storage/ports/launches.ts';

interface EndDeps extends AuditDeps {
  readonly storage: AuditDeps['storage'] & { readonly launches: Pick<LaunchesPort, 'deleteOf'> };
}

/** Short enough that learners don't wait for it. */
const stepSize = 500;

/**
 * Deletes the launches: no token or code opens anything without its launch. Whoever stores a new launch checks
 * afterwards that it may still exist, so none escapes. Work stays.
 * @returns how many launches there were
 */
export async function endSessions(
  deps: EndDeps,
  scope: LaunchScope,
  subject: AuditEvent['subject'],
  details: AuditEvent['details'] = {},
): Promise<number> {
  let launches = 0;
  for (let deleted = stepSize; deleted > 0; launches += deleted) {
    deleted = await deps.storage.launches.deleteOf(scope, stepSize);
  }
  await recordAudit(deps, {
    organisationId: scope.organisationId,
    actor: 'operator',
    action: 'sessions.ended',
    subject,
    details: { launches, ...details },
  });
  return launches;
}
