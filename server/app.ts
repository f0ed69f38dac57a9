import express, { type Express } from 'express';
import type { Context } from './context.ts';
import { createApiRouter } from './http/api/api-router.ts';
import { countRequests } from './http/count-requests.ts';
import { createHealthRouter } from './http/health.routes.ts';
import { logRequests } from './http/log-requests.ts';
import { readLaunchScript } from './http/lti/launch-script.ts';
import { createLtiRouter } from './http/lti/lti.routes.ts';
import { createNoticesRouter } from './http/lti/notices.routes.ts';
import { createRegisterRouter } from './http/lti/register.routes.ts';
import { createMetricsRouter } from './http/metrics.routes.ts';
import { type ClientPage, createClientPage } from './http/pages/client-page.ts';
import { createClientRouter } from './http/pages/client.routes.ts';
import { createErrorHandler, notFound } from './http/pages/error-handler.ts';
import { createProfileRouter } from './http/pages/profile.routes.ts';
import { createReceiptKeysRouter } from './http/pages/receipt-keys.routes.ts';
import type { WithoutLog } from './http/request-log.ts';
import { dataPolicy, securityHeaders } from './http/security.ts';
import { createNoticePace } from './launches/notice-pace.ts';

const dataRoutes = [
  '/api',
  '/xapi',
  '/healthz',
  '/readyz',
  '/metrics',
  '/icon.png',
  '/lti/keys',
  '/lti/notices',
  '/lti/register/close.js',
];

export async function createApp(whole: Context): Promise<Express> {
  // Routers get no log, so that every line names its request; only `logRequests` has it.
  const context: WithoutLog<Context> = whole;
  const app = express();
  app.disable('x-powered-by');
  // No response may be cached, except the client's files, which set their own headers.
  app.disable('etag');
  app.set('trust proxy', context.config.trustProxy);
  app.use(logRequests(whole));
  app.use(countRequests(context.metrics.counts));
  app.use(securityHeaders());
  app.use(dataRoutes, dataPolicy());
  app.use('/api', apiRouter(context));
  app.use(createHealthRouter(context));
  app.use(createMetricsRouter({ ...context, token: context.config.metricsToken }));
  app.use('/xapi', createReceiptKeysRouter(context.secrets));
  app.use('/xapi', createProfileRouter(context.content));
  app.use('/lti/register', registerRouter(context));
  const noticePace = createNoticePace(context.clock);
  app.use('/lti/notices', createNoticesRouter({ ...context, ...context.gate, noticePace }));
  const { clientDir } = context;
  const page = await createClientPage({ platforms: context.storage.platforms, clientDir });
  app.use('/lti', await ltiRouter(context, page));
  app.use(await createClientRouter({ page, clientDir }));
  app.use(notFound());
  app.use(createErrorHandler(context));
  return app;
}

/** For a `worker` process with WORKER_PORT: health and metrics only. */
export function createWorkerApp(context: Context): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(logRequests(context));
  app.use(securityHeaders());
  app.use(dataPolicy());
  app.use(createHealthRouter(context));
  app.use(createMetricsRouter({ ...context, token: context.config.metricsToken }));
  app.use(notFound());
  app.use(createErrorHandler(context));
  return app;
}

function apiRouter(context: WithoutLog<Context>): ReturnType<typeof createApiRouter> {
  return createApiRouter({
    ...context,
    counts: context.metrics.counts,
    checkRoom: (asking) => context.deliveryWatch.checkRoom(asking),
    onWritten: () => {
      context.worker.wake();
    },
  });
}

function registerRouter(context: WithoutLog<Context>): ReturnType<typeof createRegisterRouter> {
  return createRegisterRouter({
    ...context,
    allowInsecureLoopback: context.config.allowInsecureLoopback,
  });
}

async function ltiRouter(
  context: WithoutLog<Context>,
  page: ClientPage,
): Promise<ReturnType<typeof createLtiRouter>> {
  return createLtiRouter({
    gate: context.gate,
    accept: {
      ...context,
      createPersonKey: (personId) => context.secrets.createWrappedKey('person', personId),
    },
    provider: context.provider,
    keyReads: context.keyReads,
    randomId: context.randomId,
    counts: context.metrics.counts,
    launchScript: await readLaunchScript(context.clientDir),
    page,
  });
}
