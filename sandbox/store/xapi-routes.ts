/** The about and statements resources of xAPI 1.0.3 and 2.0; not a whole LRS. */
import { timingSafeEqual } from 'node:crypto';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { applyFaults, cutsAfterCommit, refusedVerb } from './fault-routes.ts';
import type { Faults } from './faults.ts';
import { isObject, textAt } from './json.ts';
import { StoreProblem } from './problem.ts';
import { type Cursor, idsOnly, parseQuery, runQuery, type StatementQuery } from './query.ts';
import type { StatementBook, StoredStatement } from './statement-book.ts';
import type { XapiVersion } from './statement-rules.ts';
import { isUuid } from './value-checks.ts';

export interface XapiOptions {
  readonly book: StatementBook;
  readonly faults: Faults;
  readonly key: string;
  readonly secret: string;
  readonly clock: () => number;
  /** Larger bodies get 413. */
  readonly maxBodyBytes: number;
}

export function createXapiRoutes(options: XapiOptions): Router {
  const { book, faults, clock } = options;
  const routes = Router();
  routes.use(applyFaults(faults));
  routes.use((_request, response, next) => {
    response.set('X-Experience-API-Consistent-Through', new Date(clock()).toISOString());
    next();
  });
  routes.get('/about', (_request, response) => {
    response.set('X-Experience-API-Version', '2.0.0').json({ version: ['1.0.3', '2.0.0'] });
  });
  routes.use(checkVersion, checkCredentials(options));
  const body = express.raw({ type: () => true, limit: options.maxBodyBytes });
  routes.get('/statements', (request, response) => {
    answerGet(book, request, response);
  });
  routes.get('/statements/more/:cursor', (request, response) => {
    const { query, cursor } = parseMore(request.params.cursor);
    answerPage(book, query, response, cursor);
  });
  routes.post('/statements', body, (request, response) => {
    if (Object.keys(request.query).length > 0) throw new StoreProblem(400, 'POST takes no parameters.');
    const sent = parseBody(request);
    const ids = store(options, Array.isArray(sent) ? sent : [sent], versionOf(response));
    finish(response, () => response.json(ids));
  });
  routes.put('/statements', body, (request, response) => {
    store(options, [withStatementId(request)], versionOf(response));
    finish(response, () => response.status(204).end());
  });
  routes.all('/statements', () => {
    throw new StoreProblem(405, 'Statements take GET, HEAD, POST and PUT.');
  });
  return routes;
}

const checkVersion: RequestHandler = (request, response, next) => {
  const asked = request.get('X-Experience-API-Version') ?? '';
  const version = /^1\.0(\.\d+)?$/.test(asked) ? '1.0.3' : /^2\.0(\.\d+)?$/.test(asked) ? '2.0.0' : undefined;
  response.set('X-Experience-API-Version', version ?? '2.0.0');
  if (version === undefined) {
    throw new StoreProblem(400, 'X-Experience-API-Version must be 1.0.3 or 2.0.0.');
  }
  response.locals.version = version;
  next();
};

function versionOf(response: Response): XapiVersion {
  return response.locals.version === '1.0.3' ? '1.0.3' : '2.0.0';
}

function checkCredentials({ key, secret }: XapiOptions): RequestHandler {
  const wanted = Buffer.from(`${key}:${secret}`, 'utf8');
  return (request, response, next) => {
    const [scheme, value = ''] = (request.get('Authorization') ?? '').split(' ');
    const given = Buffer.from(value, 'base64');
    const right =
      scheme?.toLowerCase() === 'basic' && given.length === wanted.length && timingSafeEqual(given, wanted);
    if (!right) {
      response.set('WWW-Authenticate', 'Basic realm="xAPI", charset="UTF-8"');
      throw new StoreProblem(401, 'Key or secret is wrong.');
    }
    next();
  };
}

function store({ book, faults }: XapiOptions, batch: readonly unknown[], version: XapiVersion): string[] {
  const verb = refusedVerb(faults, batch);
  if (verb !== undefined) throw new StoreProblem(403, `The verb ${verb} is not allowed here.`);
  return book.add(batch, version);
}

/** Sends the response, or cuts the connection; the batch is stored either way. */
function finish(response: Response, answer: () => void): void {
  if (cutsAfterCommit(response)) response.req.socket.destroy();
  else answer();
}

function parseBody(request: Request): unknown {
  if (!/^application\/json\b/i.test(request.get('Content-Type') ?? '')) {
    throw new StoreProblem(400, 'The body must be application/json.');
  }
  const bytes: unknown = request.body;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.isBuffer(bytes) ? bytes : undefined);
    return JSON.parse(text);
  } catch {
    throw new StoreProblem(400, 'The body is no JSON in UTF-8.');
  }
}

function withStatementId(request: Request): unknown {
  const { statementId, ...others } = request.query;
  if (!isUuid(statementId) || Object.keys(others).length > 0) {
    throw new StoreProblem(400, 'PUT takes the parameter statementId, a UUID, and no other.');
  }
  const sent = parseBody(request);
  if (!isObject(sent)) throw new StoreProblem(400, 'PUT takes one statement.');
  const own = sent.id ?? statementId;
  if (typeof own !== 'string' || own.toLowerCase() !== statementId.toLowerCase()) {
    throw new StoreProblem(400, 'The statement has another id than the parameter.');
  }
  return { ...sent, id: own };
}

function answerGet(book: StatementBook, request: Request, response: Response): void {
  const { statementId, voidedStatementId, ...others } = request.query;
  if (statementId === undefined && voidedStatementId === undefined) {
    answerPage(book, parseQuery(request.query), response);
    return;
  }
  const id = statementId ?? voidedStatementId;
  const stray = Object.keys(others).find((key) => key !== 'format' && key !== 'attachments');
  if (!isUuid(id) || stray !== undefined || (statementId !== undefined && voidedStatementId !== undefined)) {
    throw new StoreProblem(400, 'One id, a UUID, and no other parameter but format and attachments.');
  }
  const { format } = parseQuery(others);
  const found = book.find(id);
  if (found === undefined || book.isVoided(id) !== (voidedStatementId !== undefined)) {
    throw new StoreProblem(404, 'There is no such statement.');
  }
  const stored = Date.parse(textAt(found.statement, 'stored') ?? '');
  response.set('Last-Modified', new Date(stored).toUTCString()).json(shown(found, format));
}

function answerPage(book: StatementBook, query: StatementQuery, response: Response, cursor?: Cursor): void {
  const { statements, next } = runQuery(book, query, cursor);
  const latest = statements
    .map(({ statement }) => textAt(statement, 'stored') ?? '')
    .sort()
    .at(-1);
  if (latest !== undefined) response.set('Last-Modified', new Date(latest).toUTCString());
  const mount = response.req.baseUrl;
  response.json({
    statements: statements.map((one) => shown(one, query.format)),
    more: next === null ? '' : `${mount}/statements/more/${encodeMore(query, next)}`,
  });
}

function shown({ statement }: StoredStatement, format: 'exact' | 'ids'): unknown {
  return format === 'ids' ? idsOnly(statement) : statement;
}

/** The token holds the query, so the store has no state per reader. */
function encodeMore(query: StatementQuery, cursor: Cursor): string {
  return Buffer.from(JSON.stringify({ query: parametersOf(query), cursor }), 'utf8').toString('base64url');
}

function parametersOf(query: StatementQuery): Record<string, string> {
  const { agent, verb, activity, registration, since, until } = query;
  return {
    ...(agent === undefined ? {} : { agent: JSON.stringify(agent) }),
    ...(verb === undefined ? {} : { verb }),
    ...(activity === undefined ? {} : { activity }),
    ...(registration === undefined ? {} : { registration }),
    ...(since === undefined ? {} : { since: new Date(since).toISOString() }),
    ...(until === undefined ? {} : { until: new Date(until).toISOString() }),
    related_activities: String(query.relatedActivities),
    related_agents: String(query.relatedAgents),
    ascending: String(query.ascending),
    limit: String(query.limit),
    format: query.format,
  };
}

function parseMore(token: string): { query: StatementQuery; cursor: Cursor } {
  try {
    const value: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    if (isObject(value) && isObject(value.query) && isObject(value.cursor)) {
      const { after, held } = value.cursor;
      const query = parseQuery(value.query);
      if (typeof after === 'number' && typeof held === 'number') return { query, cursor: { after, held } };
    }
  } catch {
    // Any unreadable token gets the same refusal.
  }
  throw new StoreProblem(400, 'This address of a next page is not one of ours.');
}
