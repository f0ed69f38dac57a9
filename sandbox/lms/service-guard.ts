/** First for every service call: faults, log and bearer token. */
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { setTimeout as delay } from 'node:timers/promises';
import type { Service } from './control-command.ts';
import type { Platform } from './platform.ts';
import { refuse } from './service-refusal.ts';

function serviceOf(path: string): Service | undefined {
  if (path.startsWith('/mod/lti/token.php')) return 'token';
  if (!path.startsWith('/mod/lti/services.php')) return undefined;
  if (path.includes('/memberships')) return 'roster';
  if (path.includes('/scores')) return 'scores';
  return path.includes('/results') ? 'results' : 'lineitems';
}

function logWhenDone(platform: Platform, request: Request, response: Response): void {
  const { method, originalUrl: path } = request;
  const at = platform.clock().toISOString();
  response.once('close', () => {
    platform.serviceLog.add({
      at,
      method,
      path,
      status: response.writableFinished ? response.statusCode : 0,
      body: typeof request.body === 'string' ? request.body : '',
    });
  });
}

async function meetFaults(
  platform: Platform,
  service: Service,
  request: Request,
  response: Response,
  next: NextFunction,
): Promise<void> {
  const { faults } = platform;
  if (faults.delayMs > 0) await delay(faults.delayMs, undefined, { ref: false });
  if (faults.down) {
    request.socket.destroy();
    return;
  }
  const failure = faults.takeFailure(service);
  if (failure === undefined) {
    next();
    return;
  }
  if (failure.retryAfterSeconds !== undefined) response.set('Retry-After', String(failure.retryAfterSeconds));
  refuse(request, response, failure.status, 'Ordered fault');
}

export function createServiceGuard(platform: Platform): RequestHandler {
  return async (request, response, next) => {
    const service = serviceOf(request.path);
    if (service === undefined) {
      next();
      return;
    }
    logWhenDone(platform, request, response);
    await meetFaults(platform, service, request, response, next);
  };
}

/**
 * Needs a valid token with one of the scopes, and the right `type_id` if given. Sends 401, as Moodle does
 * even for 403.
 */
export function isAuthorised(
  platform: Platform,
  scopes: readonly string[],
  request: Request,
  response: Response,
): boolean {
  const typeId: unknown = request.query.type_id;
  const ownType = typeId === undefined || typeId === platform.tool?.deploymentId;
  if (ownType && scopes.some((scope) => hasScope(platform, scope, request))) return true;
  refuse(request, response, 401, 'Unauthorized');
  return false;
}

export function hasScope(platform: Platform, scope: string, request: Request): boolean {
  const [, token = ''] = /^Bearer (\S+)$/i.exec(request.get('authorization') ?? '') ?? [];
  return platform.tokens.findScopes(token)?.includes(scope) ?? false;
}
