import express, { text } from 'express';
import type { ErrorRequestHandler, Express } from 'express';
import { createAdminRoutes } from './admin-routes.ts';
import { createAuthRoutes } from './auth-routes.ts';
import { createControlRoutes } from './control-routes.ts';
import { createDeepLinkingRoutes } from './deep-linking.ts';
import { createGroupsRoutes } from './groups-route.ts';
import { createLaunchRoutes } from './launch-routes.ts';
import { createLineItemRoutes } from './line-items.ts';
import { createNoticeRoutes } from './notices.ts';
import { createPageRoutes } from './page-routes.ts';
import { sendErrorPage } from './pages/error-page.ts';
import type { Platform } from './platform.ts';
import { createRegistrationRoutes } from './registration-routes.ts';
import { createRosterRoutes } from './roster.ts';
import { createScoreRoutes } from './score-routes.ts';
import { createSecurityHeaders } from './security-headers.ts';
import { createServiceGuard } from './service-guard.ts';
import { refuse } from './service-refusal.ts';
import { createTokenRoutes } from './token-endpoint.ts';

function statusOf(error: unknown): number {
  const status: unknown =
    typeof error === 'object' && error !== null ? Reflect.get(error, 'status') : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

function createErrorHandler(): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = statusOf(error);
    if (status === 500)
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : 'unknown fault'}\n`);
    sendErrorPage(request, response, status, status === 500 ? 'fault' : 'request');
  };
}

export function createApp(platform: Platform): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(createSecurityHeaders(platform), createServiceGuard(platform));
  app.use('/sandbox', createControlRoutes(platform));
  app.use('/mod/lti/services.php', text({ type: () => true, limit: '500kb' }), (request, response, next) => {
    if (platform.tool === undefined) refuse(request, response, 401, 'Unauthorized');
    else next();
  });
  app.use(
    '/mod/lti/services.php',
    createLineItemRoutes(platform),
    createScoreRoutes(platform),
    createRosterRoutes(platform),
    createGroupsRoutes(platform),
    createNoticeRoutes(platform),
    (request, response) => {
      refuse(request, response, 400, 'No handler found for this request');
    },
  );
  app.use('/mod/lti', createAuthRoutes(platform), createTokenRoutes(platform));
  app.use('/mod/lti', createRegistrationRoutes(platform));
  app.use('/admin', createAdminRoutes(platform));
  app.use('/mod/lti', createLaunchRoutes(platform), createDeepLinkingRoutes(platform));
  app.use(createPageRoutes(platform));
  app.use((request, response) => {
    sendErrorPage(request, response, 404, 'page');
  });
  app.use(createErrorHandler());
  return app;
}
