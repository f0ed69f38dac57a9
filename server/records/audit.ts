/** The only writer of the append-only audit log. */
import { userInfo } from 'node:os';
import type { Log } from '../base/log.ts';
import type { AuditPort, AuditRow } from '../storage/ports/audit.ts';

export interface AuditDeps {
  readonly storage: { readonly audit: Pick<AuditPort, 'append'> };
  readonly clock: () => number;
  readonly randomId: () => string;
  readonly log: Log;
}

export type AuditAction =
  | 'platform.added'
  | 'platform.invited'
  | 'invitation.revoked'
  | 'platform.registered'
  | 'platform.approved'
  | 'platform.removed'
  | 'deployment.approved'
  | 'deployment.revoked'
  | 'sessions.ended'
  | 'private-host.allowed'
  | 'keys.rotated'
  | 'secret.rotated'
  | 'grade.resent'
  | 'grade.kind-changed'
  | 'grade.column-chosen'
  | 'rescoring.began'
  | 'rescoring.ended'
  | 'sheet.opened'
  | 'timeline.opened'
  | 'actions.opened'
  | 'group.opened'
  | 'attempt.read'
  | 'attempts.listed'
  | 'scores.compared'
  | 'dead-letters.read'
  | 'statements.exported'
  | 'group.exported'
  | 'table.exported'
  | 'items.exported'
  | 'answers.calibrated'
  | 'participants.exported'
  | 'database.copied'
  | 'database.moved'
  | 'statements.requeued'
  | 'destination.added'
  | 'destination.paused'
  | 'destination.resumed'
  | 'destination.credentials-changed'
  | 'dead-letter.replayed'
  | 'dead-letter.discarded'
  | 'study.added'
  | 'study.texts-changed'
  | 'study.placed'
  | 'study.closed'
  | 'resources.loaded'
  | 'resources.cleared'
  | 'attempt.reopened'
  | 'attempt.invalidated'
  | 'attempt.reinstated'
  | 'attempt.allowed'
  | 'person.settings-changed'
  | 'group.exception-given'
  | 'group.exception-removed'
  | 'note.written'
  | 'note.removed'
  | 'review-request.answered'
  | 'person.erased'
  | 'audit.purged'
  | 'attempts.erased'
  | 'own-data.copied'
  | 'person.found'
  | 'person.shown'
  | 'person.exported';

export interface AuditEvent {
  readonly organisationId: string;
  /** `operator` is the account that ran the command; `worker` acts by itself; `learner` is not named. */
  readonly actor: 'operator' | 'worker' | 'learner' | `person:${string}` | `invitation:${string}`;
  readonly action: AuditAction;
  readonly subject: `${'platform' | 'activity' | 'registration' | 'deployment' | 'invitation' | 'grade' | 'destination' | 'statement' | 'attempt' | 'person' | 'review-request' | 'organisation' | 'study' | 'erasure'}:${string}`;
  /** Holds no names of persons, tokens or secrets. */
  readonly details?: AuditRow['details'];
}

/** @throws AppError storage.unavailable */
export async function recordAudit(
  { storage, clock, randomId, log }: AuditDeps,
  { details = {}, ...event }: AuditEvent,
): Promise<void> {
  const actor = event.actor === 'operator' ? `operator:${readAccountName()}` : event.actor;
  await storage.audit.append({ ...event, actor, id: randomId(), at: clock(), details });
  log.info({ ...event, actor, details }, 'audit.recorded');
}

/** Containers may have no account name. */
function readAccountName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? 'unknown');
  }
}
