/** The HTTP application: the order of its parts and nothing else. It never listens. */
import express, { type Express } from 'express';
import type { Context } from './context.ts';
import { AppError } from './base/errors.ts';
import { createActionsRoute } from './http/api/actions.route.ts';
import { countRequests } from './http/count-requests.ts';
import { createClientRouter } from './http/pages/client.routes.ts';
import { createErrorHandler, notFound } from './http/pages/error-handler.ts';
import { createExportRouter } from './http/api/export.routes.ts';
import { createGroupRouter } from './http/api/group.routes.ts';
import { createItemsRouter } from './http/api/items.routes.ts';
import { createHealthRouter } from './http/health.routes.ts';
import { limitPerBearer, limitRefusals } from './http/limits.ts';
import { findLaunchScript } from './http/lti/launch-script.ts';
import { logRequests } from './http/log-requests.ts';
import { createLtiRouter } from './http/lti/lti.routes.ts';
import { createMetricsRouter } from './http/metrics.routes.ts';
import { createPlayRouter } from './http/api/play.routes.ts';
import { createSelectRouter } from './http/api/select.routes.ts';
import { createProfileRouter } from './http/pages/profile.routes.ts';
import { createReceiptKeysRouter } from './http/pages/receipt-keys.routes.ts';
import { createRegisterRouter } from './http/lti/register.routes.ts';
import { createReportRouter } from './http/api/report.routes.ts';
import { createReviewRouter } from './http/api/review.routes.ts';
import type { WithoutLog } from './http/request-log.ts';
import { securityHeaders } from './http/security.ts';
import { type StaffLaunch, toStaffLaunch } from './launches/staff-launch.ts';
import type { Launch } from './storage/ports/launches.ts';
import { createSessionRouter } from './http/api/session.routes.ts';
import { createStaffActionsRouter } from './http/api/staff-actions.routes.ts';
import { createTeachRouter } from './http/api/teach.routes.ts';
import { registrationTexts } from './http/lti/registration-words.ts';

/** A batch of a hundred long texts stays below; ten megabytes do not. */
const bodyLimit = '1mb';
/** Per bearer and minute: a fast person makes a few dozen. */
const requestsPerMinute = 600;
/** Per address and minute: a classroom whose sessions all end at once stays well below. */
const refusedBearersPerMinute = 600;

/** What routers are built with. Only `logRequests` has the log itself. */
type Served = WithoutLog<Context>;

export async function createApp(whole: Context): Promise<Express> {
  const context: Served = whole;
  const app = express();
  app.disable('x-powered-by');
  // Nobody keeps an answer to compare it with: what may be kept, the client's files, has its own.
  app.disable('etag');
  app.set('trust proxy', context.config.trustProxy);
  app.use(logRequests(whole));
  app.use(countRequests(context.metrics.counts));
  app.use(securityHeaders());
  const limit = limitPerBearer(context.secrets, requestsPerMinute);
  const json = express.json({ limit: bodyLimit });
  // Learners first: whatever stands before them is tried for each of their batches.
  app.post('/api/attempts/:attemptId/actions', limit, noStore, json, createActionsRoute(playDeps(context)));
  app.use('/api', limit, createSessionRouter({ sessions: context.sessions }));
  app.use('/api', noStore, json, createPlayRouter(playDeps(context)));
  app.use(createHealthRouter(context));
  app.use(createMetricsRouter({ ...context, token: context.config.metricsToken }));
  app.use('/xapi', createReceiptKeysRouter(context.secrets));
  app.use('/xapi', createProfileRouter(context.content));
  app.use('/lti/register', registerRouter(context));
  app.use(
    '/lti',
    createLtiRouter({
      gate: context.gate,
      accept: {
        ...context,
        createPersonKey: (personId) => context.secrets.createWrappedKey('person', personId),
      },
      provider: context.provider,
      randomId: context.randomId,
      counts: context.metrics.counts,
      launchScriptUrl: await findLaunchScript(context.clientDir),
    }),
  );
  app.use('/api', createSelectRouter({ ...context, authenticate: authenticateBy(context) }));
  app.use('/api', createReviewRouter({ ...context, authenticate: authenticateBy(context) }));
  app.use('/api', createReportRouter({ ...context, authenticate: authenticateBy(context) }));
  app.use('/api', createTeachRouter({ ...context, authenticate: authenticateBy(context) }));
  app.use('/api', staffActionsRouter(context));
  app.use('/api', exportRouter(context));
  app.use('/api', groupRouter(context));
  app.use('/api', createItemsRouter({ ...context, authenticateStaff: authenticateStaffBy(context) }));
  app.use('/api', slowGuessedBearers());
  app.use(await createClientRouter({ platforms: context.storage.platforms, clientDir: context.clientDir }));
  app.use(notFound());
  app.use(createErrorHandler(context));
  return app;
}

/** The application of a process of `worker` with WORKER_PORT: health and metrics only. */
export function createWorkerApp(context: Context): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(logRequests(context));
  app.use(securityHeaders());
  app.use(createHealthRouter(context));
  app.use(createMetricsRouter({ ...context, token: context.config.metricsToken }));
  app.use(notFound());
  app.use(createErrorHandler(context));
  return app;
}

function registerRouter(context: Served): ReturnType<typeof createRegisterRouter> {
  return createRegisterRouter({
    ...context,
    allowInsecureLoopback: context.config.allowInsecureLoopback,
    description: registrationTexts.fr.toolDescription,
  });
}

/** For both parts of the learner's API. */
function playDeps(context: Served): Parameters<typeof createActionsRoute>[0] {
  return {
    ...context,
    authenticate: authenticateBy(context),
    counts: context.metrics.counts,
    checkRoom: () => context.deliveryWatch.checkRoom(),
    onWritten: () => {
      context.worker.wake();
    },
  };
}

function staffActionsRouter(context: Served): ReturnType<typeof createStaffActionsRouter> {
  return createStaffActionsRouter({
    ...context,
    authenticate: authenticateBy(context),
    onWritten: () => {
      context.worker.wake();
    },
  });
}

function exportRouter(context: Served): ReturnType<typeof createExportRouter> {
  return createExportRouter({ ...context, authenticateStaff: authenticateStaffBy(context) });
}

/** The same, where it is of an activity's staff. */
function authenticateStaffBy(context: Served): (authorization: string | undefined) => Promise<StaffLaunch> {
  const authenticate = authenticateBy(context);
  return async (authorization) => toStaffLaunch(await authenticate(authorization));
}

function groupRouter(context: Served): ReturnType<typeof createGroupRouter> {
  return createGroupRouter({ ...context, authenticateStaff: authenticateStaffBy(context) });
}

/** The launch behind a bearer, while its platform is with us. */
function authenticateBy({
  sessions,
  storage,
}: Served): (authorization: string | undefined) => Promise<Launch> {
  return async (authorization) => {
    const { launch } = await sessions.authenticate(authorization);
    const { organisationId, registrationId } = launch;
    if (!(await storage.platforms.isRegistrationActive(organisationId, registrationId))) {
      throw new AppError('session.expired');
    }
    return launch;
  };
}

const noStore: express.RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};

function slowGuessedBearers(): express.ErrorRequestHandler {
  const { countThrown } = limitRefusals(refusedBearersPerMinute);
  return (thrown: unknown, request, response, next) => {
    const refused = thrown instanceof AppError && thrown.code === 'session.expired';
    if (refused) countThrown(thrown, request, response, next);
    else next(thrown);
  };
}
