import type { AttemptServices } from '../../attempts/services.ts';
import { getReport, requestReview } from '../../reporting/learner-report.ts';
import { listResources } from '../../reporting/resource-list.ts';
import type { WithoutLog } from '../request-log.ts';
import type { Handlers } from './table/route.ts';
import type { reportRoutes } from './table/report.ts';

export type ReportDeps = WithoutLog<AttemptServices>;

export function createReportHandlers(deps: ReportDeps): Handlers<typeof reportRoutes> {
  return {
    'get /report': ({ asker }) => getReport(deps, asker, null),
    'get /report/:attemptId': ({ asker, params }) => getReport(deps, asker, params.attemptId),
    'post /report/:attemptId/review-request': ({ asker, params, body }) =>
      requestReview(deps, asker, params.attemptId, body.text),
    'get /resources': ({ asker }) => listResources(deps, asker.organisationId),
  };
}
