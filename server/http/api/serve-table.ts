/**
 * Checks in this order: the bearer, the limits of its launch, its role, then the body, which is not read unless
 * the role fits.
 */
import compression from 'compression';
import type { Request, RequestHandler, Response, Router } from 'express';
import type { Authenticate } from '../authenticate.ts';
import { kilobyte, readJson } from '../bodies.ts';
import { limitPerLaunch, type LaunchLimit } from '../limits.ts';
import { parseBody, parseId } from '../parse.ts';
import { logOf } from '../request-log.ts';
import type { HandlerInput, Handlers, Method, Route, RouteKey, Routes } from './table/route.ts';

/** A text of staff takes a third of it. */
const usualBodyLimit = 16 * kilobyte;

type AnyHandler = (input: HandlerInput<string, Route>) => Promise<unknown>;

interface Access {
  readonly authenticate: Authenticate;
  /** Of all routes together. */
  readonly limit: LaunchLimit;
}

/** @param access may be missing only if every route is for anyone */
export function serveTable<Group extends Routes>(
  router: Router,
  group: Group,
  handlers: Handlers<Group>,
  access?: Access,
): void {
  for (const [key, route] of Object.entries(group) as [RouteKey, Route][]) {
    const [method, path] = key.split(' ', 2) as [Method, string];
    const handle = handlers[key as keyof Group & string] as unknown as AnyHandler;
    const before = route.isCompressed === true ? [noStore, compress] : [noStore];
    router[method](path, ...before, serve(route, handle, access));
  }
}

const compress = compression();

function needed(access: Access | undefined): Access {
  if (access === undefined) throw new Error('only routes for anyone do without access');
  return access;
}

function createBearerReader({ who, perMinute }: Route, access: Access | undefined) {
  if (who === 'anyone') return () => null;
  const { authenticate, limit } = needed(access);
  const limits = perMinute === undefined ? [limit] : [limit, limitPerLaunch(perMinute)];
  return (request: Request, response: Response) =>
    authenticate(who, request.headers.authorization, logOf(request), (launch) => {
      for (const count of limits) count(launch, response);
    });
}

const noStore: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};

function serve(route: Route, handle: AnyHandler, access: Access | undefined): RequestHandler {
  const readBearer = createBearerReader(route, access);
  const readBody = createBodyReader(route);
  return async (request, response) => {
    const principal = await readBearer(request, response);
    const input = {
      principal,
      query: route.query === undefined ? undefined : parseBody(route.query, request.query),
      body: await readBody(request, response),
      params: Object.fromEntries(
        Object.entries(request.params).map(([name, value]) => [name, parseId(value)]),
      ),
      request,
      response,
    };
    // The route table made these types, but a loop over all routes loses them.
    const answer = await handle(input as unknown as HandlerInput<string, Route>);
    if (route.answer.kind === 'json') sendJson(response, answer);
    else if (route.answer.kind === 'none') response.status(204).end();
  };
}

function createBodyReader({ body: schema, bodyLimit = usualBodyLimit }: Route) {
  if (schema === undefined) return () => undefined;
  const parseJson = readJson(bodyLimit);
  return async (request: Request, response: Response): Promise<unknown> => {
    await new Promise<void>((resolve, reject) => {
      void parseJson(request, response, (error?: unknown) => {
        if (error instanceof Error) reject(error);
        else resolve();
      });
    });
    return parseBody(schema, request.body);
  };
}

/** Not `response.json`, which looks up settings and parses its media type each time. */
function sendJson(response: Response, answer: unknown): void {
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(answer));
}
