import type { Roster } from '../../../lti/services/roster.ts';
import type { AttemptServices } from '../../attempts/services.ts';
import type { ActionAnswer } from '../../contract/staff-actions.ts';
import type { AuditDeps } from '../../records/audit.ts';
import { type AttemptDecision, decide } from '../../reporting/staff/attempt-decisions.ts';
import { writeNote } from '../../reporting/staff/notes.ts';
import { findSharedLimit, type Staff } from '../../reporting/staff/person-actions.ts';
import { allowAttempt, changeSettings } from '../../reporting/staff/person-settings.ts';
import { answerForStaff } from '../../reporting/staff/review-answers.ts';
import { checkStaffPerson, findStaffAttempt } from '../../reporting/staff/staff-scope.ts';
import type { Attempt } from '../../storage/ports/attempts.ts';
import { type WithoutLog, withLogOf } from '../request-log.ts';
import { openPersonActions, openPersonName } from './note-openings.ts';
import type { Handlers } from './table/route.ts';
import type { staffActionRoutes } from './table/staff-actions.ts';

export interface StaffActionsDeps extends AttemptServices, AuditDeps {
  readonly storage: AttemptServices['storage'];
  readonly roster: Roster;
  /** Called after a write: outgoing work may be waiting. */
  readonly onWritten: () => void;
}

/** reporting/staff/staff-scope.ts decides on whom a launch may act. */
export function createStaffActionHandlers(
  deps: WithoutLog<StaffActionsDeps>,
): Handlers<typeof staffActionRoutes> {
  return {
    'get /activity/people/:personId': ({ principal, params, request }) =>
      openPersonActions(withLogOf(request, deps), principal, params.personId),
    'get /activity/people/:personId/name': ({ principal, params, request }) =>
      openPersonName(withLogOf(request, deps), principal, params.personId),
    'post /activity/people/:personId/settings'({ principal, params: { personId }, body, request }) {
      const services = withLogOf(request, deps);
      return actForPerson(services, principal, personId, () =>
        changeSettings(services, principal.scope, personId, body),
      );
    },
    'post /activity/people/:personId/attempts'({ principal, params: { personId }, body, request }) {
      const services = withLogOf(request, deps);
      const { launch, scope } = principal;
      return actForPerson(services, principal, personId, async () => {
        const { organisationId, resourceLinkId } = scope;
        const { attempts } = services.storage;
        const latest = await attempts.findLatest(organisationId, personId, resourceLinkId, false);
        const limit = await findSharedLimit(services, launch, { scope, personId }, latest);
        return allowAttempt(services, scope, personId, { number: body.number, limit });
      });
    },
    'post /activity/attempts/:attemptId/reopen': ({ principal, params, request }) =>
      actOnAttempt(withLogOf(request, deps), principal, params.attemptId, ({ decided }) =>
        decided({ kind: 'reopen' }),
      ),
    'post /activity/attempts/:attemptId/validity'({ principal, params, body, request }) {
      const services = withLogOf(request, deps);
      return actOnAttempt(services, principal, params.attemptId, async ({ decided, attempt }) => {
        if (body.state === 'valid') return decided({ kind: 'reinstate' });
        const { reason, note: text } = body;
        const isDecided = await decided({ kind: 'invalidate', reason });
        const isNoted = await writeNote(services, principal.scope.actor, attempt, { kind: 'validity', text });
        return isDecided || isNoted;
      });
    },
    'post /activity/attempts/:attemptId/note'({ principal, params, body, request }) {
      const services = withLogOf(request, deps);
      return actOnAttempt(services, principal, params.attemptId, ({ attempt }) =>
        writeNote(services, principal.scope.actor, attempt, { kind: 'level', ...body }),
      );
    },
    async 'post /activity/review-requests/:requestId/answer'({ principal, params, body, request }) {
      const services = withLogOf(request, deps);
      const { changed, personId } = await answerForStaff(
        services,
        principal.scope,
        params.requestId,
        body.text,
      );
      return { changed, now: await openPersonActions(services, principal, personId) };
    },
  };
}

async function actForPerson(
  deps: StaffActionsDeps,
  staff: Staff,
  personId: string,
  act: () => Promise<boolean>,
): Promise<ActionAnswer> {
  await checkStaffPerson(deps.storage, staff.scope, personId);
  const changed = await act();
  return { changed, now: await openPersonActions(deps, staff, personId) };
}

interface OnAttempt {
  readonly attempt: Attempt;
  /** Returns whether anything changed. */
  readonly decided: (decision: AttemptDecision) => Promise<boolean>;
}

async function actOnAttempt(
  deps: StaffActionsDeps,
  staff: Staff,
  attemptId: string,
  act: (on: OnAttempt) => Promise<boolean>,
): Promise<ActionAnswer> {
  const { scope } = staff;
  const find = (): ReturnType<typeof findStaffAttempt> => findStaffAttempt(deps.storage, scope, attemptId);
  const { attempt } = await find();
  const changed = await act({
    attempt,
    decided: (decision) => decide(deps, scope.actor, find, decision),
  });
  deps.onWritten();
  return { changed, now: await openPersonActions(deps, staff, attempt.personId) };
}
