/** What a process of `worker` shows where WORKER_PORT asks for it: whether it lives, how it stands, and nothing else. */
import express, { type Express } from 'express';
import type { Context } from './context.ts';
import { createErrorHandler, notFound } from './http/pages/error-handler.ts';
import { createHealthRouter } from './http/health.routes.ts';
import { logRequests } from './http/log-requests.ts';
import { createMetricsRouter } from './http/metrics.routes.ts';
import { securityHeaders } from './http/security.ts';

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
