import type { AttemptServices } from '../../attempts/services.ts';
import { getReport, requestReview } from '../../reporting/learner-report.ts';
import { listResources } from '../../reporting/resource-list.ts';
import type { WithoutLog } from '../request-log.ts';
import type { Handlers } from './table/route.ts';
import type { reportRoutes } from './table/report.ts';

export type ReportDeps = WithoutLog<AttemptServices>;

export function createReportHandlers(deps: ReportDeps): Handlers<typeof reportRoutes> {
  return {
    'get /report': ({ principal }) => getReport(deps, principal, null),
    'get /report/:attemptId': ({ principal, params }) => getReport(deps, principal, params.attemptId),
    'post /report/:attemptId/review-request': ({ principal, params, body }) =>
      requestReview(deps, principal, params.attemptId, body.text),
    'get /resources': ({ principal }) => listResources(deps, principal.organisationId),
  };
}
