/** Handlers limited to the activity of the bearer's launch. */
import type { Groups } from '../../../lti/services/groups.ts';
import type { LineItems } from '../../../lti/services/line-items.ts';
import type { Roster } from '../../../lti/services/roster.ts';
import { changeGradeKind } from '../../attempts/change-grade-kind.ts';
import type { AttemptServices } from '../../attempts/services.ts';
import { AppError } from '../../base/errors.ts';
import { chooseColumn, listColumns } from '../../delivery/choose-column.ts';
import { resendGrade } from '../../delivery/resend-grade.ts';
import { startPractice } from '../../launches/practice.ts';
import type { ConnectionWatch } from '../../organisations/connection-watch.ts';
import type { AuditDeps } from '../../records/audit.ts';
import { readOverview } from '../../reporting/overview.ts';
import type { StaffReach } from '../../reporting/reach.ts';
import { changeGroupException, readGroupExceptions } from '../../reporting/staff/group-settings.ts';
import { readActivityRoster } from '../../reporting/roster.ts';
import { readActivityItems } from '../../research/activity-items.ts';
import type { Storage } from '../../storage/ports/storage.ts';
import { type WithoutLog, withLogOf } from '../request-log.ts';
import { noteGroup } from './note-openings.ts';
import type { Handlers } from './table/route.ts';
import type { teachRoutes } from './table/teach.ts';
import { sendPeople } from './send-people.ts';
import { sendStatements } from './send-statements.ts';

export interface TeachDeps extends AttemptServices, AuditDeps {
  readonly storage: Storage;
  readonly roster: Roster;
  readonly groupNames: Groups;
  readonly connections: ConnectionWatch;
  readonly lineItems: LineItems;
  readonly publicUrl: string;
  readonly randomToken: () => string;
  /** Called after a write: outgoing work may be waiting. */
  readonly onWritten: () => void;
}

export function createTeachHandlers(deps: WithoutLog<TeachDeps>): Handlers<typeof teachRoutes> {
  return {
    async 'get /activity'({ principal, request }) {
      const answer = await readOverview(deps, principal);
      await noteGroup(withLogOf(request, deps), principal);
      return answer;
    },
    async 'get /activity/roster'({ principal, request }) {
      const services = withLogOf(request, deps);
      await noteGroup(services, principal);
      return readActivityRoster(services, principal);
    },
    'get /activity/connection': async ({ principal }) => ({
      keysUnread: await deps.connections.findKeysUnread(principal),
    }),
    async 'post /activity/grades/:gradeId/resend'({ principal, params: { gradeId }, request }) {
      await checkGrade(deps, principal, gradeId);
      const { organisationId, personId } = principal;
      const grade = { organisationId, gradeId, actor: `person:${personId}` } as const;
      const resent = await resendGrade(withLogOf(request, deps), grade);
      if (resent) deps.onWritten();
      return { resent };
    },
    async 'post /activity/grade-kind'({ principal, body: { kind }, request }) {
      const change = { kind, actor: `person:${principal.personId}` } as const;
      const grades = await changeGradeKind(withLogOf(request, deps), getWholeActivity(principal), change);
      if (grades > 0) deps.onWritten();
      return { grades };
    },
    'get /activity/columns': ({ principal }) => listColumns(deps, getWholeActivity(principal)),
    async 'post /activity/columns'({ principal, body: { url }, request }) {
      const actor = `person:${principal.personId}` as const;
      const services = withLogOf(request, deps);
      const answer = await chooseColumn(services, getWholeActivity(principal), { url, actor });
      if (answer.grades > 0) deps.onWritten();
      return answer;
    },
    'get /activity/groups': ({ principal }) => readGroupExceptions(deps, principal),
    async 'post /activity/groups'({ principal, body, request }) {
      const changed = await changeGroupException(withLogOf(request, deps), principal, body);
      return { changed, now: await readGroupExceptions(deps, principal) };
    },
    'post /practice': async ({ principal }) => ({ pageUrl: await startPractice(deps, principal) }),
    'get /activity/people': ({ principal, query, request, response }) =>
      sendPeople(withLogOf(request, deps), principal, query.language, response),
    'get /activity/statements': ({ principal, query, request, response }) =>
      sendStatements(withLogOf(request, deps), principal, query, response),
    'get /activity/items': ({ principal }) => readActivityItems(deps, principal, principal.reach.sees),
  };
}

/** @throws AppError session.forbidden for staff limited to groups */
function getWholeActivity({ organisationId, resourceLinkId, reach }: StaffReach): {
  readonly organisationId: string;
  readonly resourceLinkId: string;
} {
  if (reach.kind !== 'everyone') throw new AppError('session.forbidden');
  return { organisationId, resourceLinkId };
}

/** Grades out of reach are refused like unknown ones. */
async function checkGrade(
  { storage }: Pick<TeachDeps, 'storage'>,
  { organisationId, resourceLinkId, reach }: StaffReach,
  gradeId: string,
): Promise<void> {
  const grade = await storage.grades.find(organisationId, gradeId);
  if (grade?.resourceLinkId !== resourceLinkId || !reach.sees(grade.personId)) {
    throw new AppError('request.not-found');
  }
}
