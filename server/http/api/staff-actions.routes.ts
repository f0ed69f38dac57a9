/** The API of what staff do for one person: of the activity that they launched, or whose work they review. */
import { type Request, Router } from 'express';
import type { AttemptServices } from '../../attempts/services.ts';
import type { AuditDeps } from '../../records/audit.ts';
import { type AttemptDecision, decide } from '../../reporting/staff/attempt-decisions.ts';
import { writeNote } from '../../reporting/staff/notes.ts';
import { findActivityLimit, readPersonActions } from '../../reporting/staff/person-actions.ts';
import { allowAttempt, changeSettings } from '../../reporting/staff/person-settings.ts';
import { answerForStaff } from '../../reporting/staff/review-answers.ts';
import {
  checkStaffPerson,
  findStaffAttempt,
  getStaffScope,
  type StaffScope,
} from '../../reporting/staff/staff-scope.ts';
import type { Attempt } from '../../storage/ports/attempts.ts';
import type { Launch } from '../../storage/ports/launches.ts';
import {
  type ActionAnswer,
  AllowRequest,
  NoteRequest,
  ReviewReplyRequest,
  SettingsRequest,
  ValidityRequest,
} from '../../contract/staff-actions.ts';
import { limitPerBearer } from '../limits.ts';
import { parseBody, parseId } from '../parse.ts';
import { type WithoutLog, withLogOf } from '../request-log.ts';

interface StaffActionsDeps extends AttemptServices, AuditDeps {
  readonly storage: AttemptServices['storage'];
  /** The launch of the session that the Authorization header names; throws session.expired. */
  readonly authenticate: (authorization: string | undefined) => Promise<Launch>;
  /** Called after each write: outgoing work may be waiting. */
  readonly onWritten: () => void;
}

/** Per bearer: somebody who goes through a group makes a few a minute. */
const actionsPerMinute = 120;

/** Routes below /api. Whom a launch may act for is decided in staff/staff-scope.ts. */
export function createStaffActionsRouter(deps: WithoutLog<StaffActionsDeps>): Router {
  const router = Router();
  const limit = limitPerBearer(deps.secrets, actionsPerMinute);

  router.get('/activity/people/:personId', async (request, response) => {
    const services = withLogOf(request, deps);
    const launch = await services.authenticate(request.headers.authorization);
    response.json(await readPersonActions(services, launch, parseId(request.params.personId)));
  });
  router.post('/activity/people/:personId/settings', limit, async (request, response) => {
    const services = withLogOf(request, deps);
    response.json(
      await actForPerson(services, request, (scope, personId) =>
        changeSettings(services, scope, personId, parseBody(SettingsRequest, request.body)),
      ),
    );
  });
  router.post('/activity/people/:personId/attempts', limit, async (request, response) => {
    const services = withLogOf(request, deps);
    response.json(
      await actForPerson(services, request, async (scope, personId, launch) => {
        const { number } = parseBody(AllowRequest, request.body);
        const { organisationId, resourceLinkId } = scope;
        const { attempts } = services.storage;
        const latest = await attempts.findLatest(organisationId, personId, resourceLinkId, false);
        const activityLimit = await findActivityLimit(services, launch, latest);
        return allowAttempt(services, scope, personId, { number, limit: activityLimit });
      }),
    );
  });
  router.post('/activity/attempts/:attemptId/reopen', limit, async (request, response) => {
    const services = withLogOf(request, deps);
    response.json(await actOnAttempt(services, request, ({ decided }) => decided({ kind: 'reopen' })));
  });
  router.post('/activity/attempts/:attemptId/validity', limit, async (request, response) => {
    const services = withLogOf(request, deps);
    response.json(
      await actOnAttempt(services, request, async ({ decided, scope, attempt }) => {
        const wish = parseBody(ValidityRequest, request.body);
        if (wish.state === 'valid') return decided({ kind: 'reinstate' });
        const { reason, note: text } = wish;
        const isDecided = await decided({ kind: 'invalidate', reason });
        const isNoted = await writeNote(services, scope.actor, attempt, { kind: 'validity', text });
        return isDecided || isNoted;
      }),
    );
  });
  router.post('/activity/attempts/:attemptId/note', limit, async (request, response) => {
    const services = withLogOf(request, deps);
    response.json(
      await actOnAttempt(services, request, ({ scope, attempt }) =>
        writeNote(services, scope.actor, attempt, { kind: 'level', ...parseBody(NoteRequest, request.body) }),
      ),
    );
  });
  router.post('/activity/review-requests/:requestId/answer', limit, async (request, response) => {
    const services = withLogOf(request, deps);
    const launch = await services.authenticate(request.headers.authorization);
    const scope = getStaffScope(launch);
    const requestId = parseId(request.params.requestId);
    const { text } = parseBody(ReviewReplyRequest, request.body);
    const { changed, personId } = await answerForStaff(services, scope, requestId, text);
    const answer: ActionAnswer = { changed, now: await readPersonActions(services, launch, personId) };
    response.json(answer);
  });
  return router;
}

async function actForPerson(
  deps: StaffActionsDeps,
  request: Request,
  act: (scope: StaffScope, personId: string, launch: Launch) => Promise<boolean>,
): Promise<ActionAnswer> {
  const launch = await deps.authenticate(request.headers.authorization);
  const scope = getStaffScope(launch);
  const personId = parseId(request.params.personId);
  await checkStaffPerson(deps.storage, scope, personId);
  const changed = await act(scope, personId, launch);
  return { changed, now: await readPersonActions(deps, launch, personId) };
}

interface OnAttempt {
  readonly scope: StaffScope;
  readonly attempt: Attempt;
  /** Carries a decision out; answers whether it changed anything. */
  readonly decided: (decision: AttemptDecision) => Promise<boolean>;
}

async function actOnAttempt(
  deps: StaffActionsDeps,
  request: Request,
  act: (on: OnAttempt) => Promise<boolean>,
): Promise<ActionAnswer> {
  const launch = await deps.authenticate(request.headers.authorization);
  const scope = getStaffScope(launch);
  const attemptId = parseId(request.params.attemptId);
  const find = (): ReturnType<typeof findStaffAttempt> => findStaffAttempt(deps.storage, scope, attemptId);
  const { attempt } = await find();
  const changed = await act({
    scope,
    attempt,
    decided: (decision) => decide(deps, scope.actor, find, decision),
  });
  deps.onWritten();
  return { changed, now: await readPersonActions(deps, launch, attempt.personId) };
}
