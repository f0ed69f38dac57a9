/** The report API: a learner's own results in plain words, and the way to ask for a person's look at them. */
import { Router } from 'express';
import type { AttemptServices } from '../../attempts/services.ts';
import { toStaffLaunch } from '../../launches/staff-launch.ts';
import { getReport, requestReview } from '../../reporting/learner-report.ts';
import { listResources } from '../../reporting/resource-list.ts';
import type { Launch } from '../../storage/ports/launches.ts';
import { ReviewRequestBody } from '../../contract/report.ts';
import { parseBody, parseId } from '../parse.ts';
import type { WithoutLog } from '../request-log.ts';

interface ReportDeps extends WithoutLog<AttemptServices> {
  /** The launch of the session that the Authorization header names; throws session.expired. */
  readonly authenticate: (authorization: string | undefined) => Promise<Launch>;
}

/** Routes below /api. A report is the learner's own; staff see what learners are pointed to. */
export function createReportRouter(deps: ReportDeps): Router {
  const router = Router();
  router.get('/report', async (request, response) => {
    const launch = await deps.authenticate(request.headers.authorization);
    response.json(await getReport(deps, launch, null));
  });
  router.get('/report/:attemptId', async (request, response) => {
    const launch = await deps.authenticate(request.headers.authorization);
    response.json(await getReport(deps, launch, parseId(request.params.attemptId)));
  });
  router.post('/report/:attemptId/review-request', async (request, response) => {
    const launch = await deps.authenticate(request.headers.authorization);
    const { text } = parseBody(ReviewRequestBody, request.body);
    response.json(await requestReview(deps, launch, parseId(request.params.attemptId), text));
  });
  router.get('/resources', async (request, response) => {
    const launch = toStaffLaunch(await deps.authenticate(request.headers.authorization));
    response.json(await listResources(deps, launch.organisationId));
  });
  return router;
}
