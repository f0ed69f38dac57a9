/** The API of an activity's staff: who stands where, the roster, sending a grade again, and trying it out. */
import { Router } from 'express';
import type { Roster } from '../../../lti/services/roster.ts';
import { resendGrade } from '../../delivery/resend-grade.ts';
import { AppError } from '../../base/errors.ts';
import type { Log } from '../../base/log.ts';
import type { Secrets } from '../../base/secrets.ts';
import type { Content } from '../../content/load.ts';
import { startPractice } from '../../launches/practice.ts';
import { type StaffLaunch, toStaffLaunch } from '../../launches/staff-launch.ts';
import { readOverview } from '../../reporting/overview.ts';
import { readActivityRoster } from '../../reporting/roster.ts';
import type { Launch } from '../../storage/ports/launches.ts';
import type { Storage } from '../../storage/ports/storage.ts';
import type { PracticeAnswer, ResendAnswer } from '../../contract/teach.ts';
import { limitPerBearer } from '../limits.ts';
import { parseId } from '../parse.ts';
import { type WithoutLog, withLogOf } from '../request-log.ts';

interface TeachDeps {
  readonly storage: Storage;
  readonly content: Content;
  readonly roster: Roster;
  readonly worker: { readonly wake: () => void };
  readonly publicUrl: string;
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number;
  readonly randomId: () => string;
  /** 32 random bytes, base64url. */
  readonly randomToken: () => string;
  readonly log: Log;
  readonly secrets: Secrets;
  /** The launch of the session that the Authorization header names; throws session.expired. */
  readonly authenticate: (authorization: string | undefined) => Promise<Launch>;
}

/** Each of these asks something of the LMS: per bearer and minute. */
const rostersPerMinute = 20;
const resendsPerMinute = 120;
const practicesPerMinute = 20;

/** Routes below /api. Every one is about the activity of the bearer's launch and no other. */
export function createTeachRouter(deps: WithoutLog<TeachDeps>): Router {
  const router = Router();
  const staffOf = async (authorization: string | undefined): Promise<StaffLaunch> =>
    toStaffLaunch(await deps.authenticate(authorization));
  router.get('/activity', async (request, response) => {
    response.json(await readOverview(deps, await staffOf(request.headers.authorization)));
  });
  router.get(
    '/activity/roster',
    limitPerBearer(deps.secrets, rostersPerMinute),
    async (request, response) => {
      response.json(
        await readActivityRoster(withLogOf(request, deps), await staffOf(request.headers.authorization)),
      );
    },
  );
  router.post(
    '/activity/grades/:gradeId/resend',
    limitPerBearer(deps.secrets, resendsPerMinute),
    async (request, response) => {
      const launch = await staffOf(request.headers.authorization);
      const gradeId = parseId(request.params.gradeId);
      await checkGrade(deps, launch, gradeId);
      const resent = await resendGrade(withLogOf(request, deps), {
        organisationId: launch.organisationId,
        gradeId,
        actor: `person:${launch.personId}`,
      });
      if (resent) deps.worker.wake();
      const answer: ResendAnswer = { resent };
      response.json(answer);
    },
  );
  router.post('/practice', limitPerBearer(deps.secrets, practicesPerMinute), async (request, response) => {
    const launch = await staffOf(request.headers.authorization);
    const answer: PracticeAnswer = { pageUrl: await startPractice(deps, launch) };
    response.json(answer);
  });
  return router;
}

/** Whether the grade is one of this activity; else it is not there for whoever asks. */
async function checkGrade(
  { storage }: Pick<TeachDeps, 'storage'>,
  launch: StaffLaunch,
  gradeId: string,
): Promise<void> {
  const grade = await storage.grades.find(launch.organisationId, gradeId);
  if (grade?.resourceLinkId !== launch.resourceLinkId) throw new AppError('request.not-found');
}
