import { z } from 'zod';
import { type ErrorCode, errorCodes, getStatus } from '../../base/errors.ts';
import { contractVersion } from '../../contract/session.ts';
import type { Role } from '../authenticate.ts';
import { idPattern } from '../parse.ts';
import type { Answer, Method, Route, Routes } from './table/route.ts';

type Json = Readonly<Record<string, unknown>>;

const whoAsks: Readonly<Record<Role | 'anyone', string>> = {
  anyone: 'No bearer is needed: the request holds a secret of its own.',
  learner: 'For a learner who opened the activity, or staff trying it out.',
  reader: 'For a learner, from the activity or from their grade.',
  reviewer: 'For staff who opened a grade or the activity, and learners who opened their own grade.',
  staff: 'For staff who opened the activity.',
  'person-staff': 'For staff who opened the activity or a grade, not while trying it out.',
  selector: 'For staff who choose an activity for their course.',
};

export function renderOpenApi(routes: Routes): string {
  const entries = Object.entries(routes).map(([key, route]) => describeRoute(key, route));
  const document = {
    openapi: '3.1.1',
    info: {
      title: 'NUM+ API',
      version: String(contractVersion),
      description:
        'The requests of the client. A launch from an LMS gives the code that `POST /api/session` trades for a bearer. ' +
        'Answers are named by their TypeScript types in server/contract. Refusals are problem+json.',
    },
    paths: collectPaths(entries),
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
      responses: describeResponses(entries.map(({ refusals }) => refusals)),
      schemas: answerSchemas(routes),
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

interface Described {
  readonly refusals: Refusals;
  readonly path: string;
  readonly method: Method;
  readonly operation: Json;
}

function collectPaths(described: readonly Described[]): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const { path, method, operation } of described) (paths[path] ??= {})[method] = operation;
  return paths;
}

function describeRoute(key: string, route: Route): Described {
  const [method, path] = key.split(' ', 2) as [Method, string];
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const refusals = listRefusals(key, route);
  const parameters = [...names.map(describeId), ...describeQuery(route)];
  return {
    refusals,
    method,
    path: `/api${path.replaceAll(/:(\w+)/g, '{$1}')}`,
    operation: {
      operationId: nameOperation(method, path),
      summary: route.summary,
      description: whoAsks[route.who],
      ...(route.who === 'anyone' ? {} : { security: [{ session: [] }] }),
      ...(parameters.length === 0 ? {} : { parameters }),
      ...(route.body === undefined ? {} : { requestBody: describeBody(route.body) }),
      responses: { ...describeAnswer(route.answer), ...refuseBy(refusals) },
    },
  };
}

function nameOperation(method: Method, path: string): string {
  const words = path
    .replaceAll(/\/:\w+/g, '')
    .split(/[/-]/)
    .filter(Boolean);
  const one = /\/:\w+$/.test(path) ? 'One' : '';
  return `${method}${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}${one}`;
}

function describeId(name: string): Json {
  return { name, in: 'path', required: true, schema: { type: 'string', pattern: idPattern.source } };
}

function describeQuery({ query }: Route): Json[] {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = toSchema(query) as {
    properties?: Record<string, Json>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function describeBody(body: z.ZodType): Json {
  return { required: true, content: { 'application/json': { schema: toSchema(body) } } };
}

function toSchema(schema: z.ZodType): Json {
  const described: Record<string, unknown> = z.toJSONSchema(schema, {
    io: 'input',
    override({ jsonSchema }) {
      // zod replaces `date` by the name of its own check.
      if (jsonSchema.format === 'starts_with') jsonSchema.format = 'date';
    },
  });
  // Implied by the file's OpenAPI version.
  delete described.$schema;
  return described;
}

function describeAnswer({ kind, name }: Answer<unknown>): Json {
  if (kind === 'none') return { 204: { description: 'Done.' } };
  if (kind === 'file') return { 200: { description: 'A file.', content: { [name]: {} } } };
  const schema = { $ref: `#/components/schemas/${name}` };
  return { 200: { description: name, content: { 'application/json': { schema } } } };
}

type Refusals = ReadonlyMap<number, readonly ErrorCode[]>;

function listRefusals(key: string, route: Route): Refusals {
  const codes = new Set<ErrorCode>(route.refusals);
  if (route.who !== 'anyone') codes.add('session.expired').add('session.forbidden');
  const isParsed = key.includes(':') || route.query !== undefined || route.body !== undefined;
  if (isParsed) codes.add('request.invalid');
  if (route.body !== undefined) codes.add('request.not-json').add('request.too-large');
  codes.add('request.too-many').add('storage.unavailable');
  for (const code of errorCodes) if (getStatus(code) === 500) codes.add(code);
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of [...codes].sort()) {
    byStatus.set(getStatus(code), [...(byStatus.get(getStatus(code)) ?? []), code]);
  }
  return byStatus;
}

/** Describes each combination of codes once. */
function nameResponse(codes: readonly ErrorCode[]): string {
  return codes.join('_');
}

function refuseBy(refusals: Refusals): Json {
  return Object.fromEntries(
    [...refusals].map(([status, codes]) => [
      status,
      { $ref: `#/components/responses/${nameResponse(codes)}` },
    ]),
  );
}

function describeResponses(all: readonly Refusals[]): Json {
  const combinations = all.flatMap((refusals) => [...refusals.values()]);
  return Object.fromEntries(
    combinations
      .map((codes) => [nameResponse(codes), describeProblem(codes)] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

function describeProblem(codes: readonly ErrorCode[]): Json {
  const properties = { code: { enum: codes } };
  const schema = { allOf: [{ $ref: '#/components/schemas/Problem' }, { properties }] };
  return { description: codes.join(', '), content: { 'application/problem+json': { schema } } };
}

function answerSchemas(routes: Routes): Json {
  const names = Object.values(routes).flatMap(({ answer }) => (answer.kind === 'json' ? [answer.name] : []));
  return {
    Problem: {
      type: 'object',
      required: ['code', 'params', 'errorId'],
      properties: {
        code: { type: 'string' },
        params: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
        errorId: { type: 'string' },
      },
    },
    ...Object.fromEntries(
      [...new Set(names)]
        .sort()
        .map((name) => [name, { type: 'object', description: `The type ${name} of server/contract.` }]),
    ),
  };
}
