/** Every route of docs/openapi.json gets valid, malformed and unusual requests: it responds only as the file says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttemptView } from '../../../server/contract/play.ts';
import type { Problem } from '../../../server/contract/session.ts';
import { brokenValue, type JsonSchema, validValue } from '../../support/schema-arbitrary.ts';
import { RoleWorld } from '../../support/role-world.ts';

interface Operation {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: 'path' | 'query';
    readonly schema: JsonSchema;
  }[];
  readonly requestBody?: {
    readonly content: { readonly 'application/json': { readonly schema: JsonSchema } };
  };
  /** By status: a response, or the name of a refusal. */
  readonly responses: Readonly<Record<string, { readonly $ref?: string }>>;
}

interface Refusal {
  readonly content: {
    readonly 'application/problem+json': {
      readonly schema: {
        readonly allOf: readonly [
          unknown,
          { readonly properties: { readonly code: { readonly enum: readonly string[] } } },
        ];
      };
    };
  };
}

const file = join(import.meta.dirname, '../../../docs/openapi.json');
const { paths, components } = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly responses: Readonly<Record<string, Refusal>> };
};
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
);

/** Requests per route and bearer; without a bearer fewer, as those share a limit by address. */
const runs = 16;
const runsOfNobody = 8;
const seed = 20_260;
/** Routes that did what was asked at least once. */
const succeeded = new Set<string>();

let world: RoleWorld;
/** Ids that exist, beside those thought up. */
let ids: readonly string[] = [];
let people = 0;
beforeAll(async () => {
  world = await RoleWorld.start();
  await world.addActivity('ours', 'link-1', 'course-1');
});
afterAll(() => world.close());

const staff = { role: 'staff', lineItemUrl: null } as const;
const selection = {
  returnUrl: 'https://lms.example/back',
  acceptTypes: ['ltiResourceLink'],
  acceptMultiple: true,
  acceptLineItem: true,
  data: null,
  title: '',
  grade: null,
};

/** A new person with an attempt. */
async function enterLearner(subject: string): Promise<string> {
  const learner = await world.enter('ours', subject);
  const body = { noticeVersion: '5.0', language: 'fr', number: 1 };
  const started = await world.call('POST', '/api/attempts', learner, body);
  const { id } = JSON.parse(started.text) as AttemptView;
  await world.call('POST', `/api/attempts/${id}/open`, learner, { writer: 'page', tMs: 1 });
  ids = [id, '1', await world.getPersonId('ours', subject)];
  return learner;
}

/** New people for each route: one of them ends their session, and limits count by launch. */
async function enterAll(): Promise<readonly (readonly [name: string, bearer: string | null])[]> {
  people += 1;
  const owner = `owner-${people}`;
  const learner = await enterLearner(owner);
  const reviewedPersonId = await world.getPersonId('ours', owner);
  const reviewing = { ...staff, message: 'submission-review', reviewedPersonId } as const;
  const choosing = { ...staff, message: 'deep-linking', resourceLinkId: null, selection } as const;
  return [
    ['nobody', null],
    ['a learner', learner],
    ['staff', await world.enter('ours', `teacher-${people}`, staff)],
    ['staff who review', await world.enter('ours', `reviewer-${people}`, reviewing)],
    ['staff who choose an activity', await world.enter('ours', `chooser-${people}`, choosing)],
  ];
}

interface FuzzRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

function requestOf(path: string, { parameters = [], requestBody }: Operation): fc.Arbitrary<FuzzRequest> {
  const id = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(0, 1, 2).map((at) => ids[at] ?? '') },
    fc.constantFrom('%00', '%ff', '..%2f..', 'a%20b', '%F0%9F%98%80', '__proto__', 'x'.repeat(65)),
    fc.stringMatching(/^[\w-]{1,64}$/),
  );
  const inPath = parameters.filter((one) => one.in === 'path').map(({ name }) => [name, id] as const);
  const query = parameters.filter((one) => one.in === 'query');
  const inQuery = fc.oneof(
    recordOf(query, (schema) => fc.option(validValue(schema), { freq: 2 })),
    recordOf(query, (schema) => fc.option(fc.oneof(validValue(schema), brokenValue(schema)))),
  );
  return fc
    .record({
      inPath: fc.record(Object.fromEntries(inPath)),
      inQuery,
      extraQuery: fc.constantFrom(
        '',
        '',
        '',
        'extra=1',
        'from[]=1&from[$gt]=',
        'language=fr&language=en',
        '%',
      ),
      body: bodyOf(requestBody?.content['application/json'].schema),
    })
    .map(({ inPath: ofPath, inQuery: ofQuery, extraQuery, body }) => ({
      path: `${path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => ofPath[name] ?? '')}${toQuery(ofQuery, extraQuery)}`,
      ...body,
    }));
}

function recordOf(
  parameters: NonNullable<Operation['parameters']>,
  valueOf: (schema: JsonSchema) => fc.Arbitrary<unknown>,
): fc.Arbitrary<Record<string, unknown>> {
  return fc.record(Object.fromEntries(parameters.map(({ name, schema }) => [name, valueOf(schema)])));
}

function toQuery(values: Readonly<Record<string, unknown>>, extra: string): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== null) given.append(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  const query = [given.toString(), extra].filter((part) => part !== '').join('&');
  return query === '' ? '' : `?${query}`;
}

function bodyOf(schema: JsonSchema | undefined): fc.Arbitrary<Omit<FuzzRequest, 'path'>> {
  const none = fc.constant({ headers: {}, body: null });
  if (schema === undefined) return none;
  const asJson = (value: fc.Arbitrary<unknown>): fc.Arbitrary<Omit<FuzzRequest, 'path'>> =>
    value.map((one) => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(one) }));
  return fc.oneof(
    { weight: 4, arbitrary: asJson(validValue(schema)) },
    { weight: 4, arbitrary: asJson(brokenValue(schema)) },
    {
      weight: 2,
      arbitrary: fc.record({
        headers: oddHeaders,
        body: validValue(schema).map((value) => JSON.stringify(value)),
      }),
    },
    {
      weight: 2,
      arbitrary: oddText.map((body) => ({ headers: { 'content-type': 'application/json' }, body })),
    },
    none,
  );
}

const oddHeaders = fc.constantFrom<Readonly<Record<string, string>>>(
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/xml' },
  { 'content-type': 'application/x-www-form-urlencoded' },
  { 'content-type': 'multipart/form-data; boundary=x' },
  { 'content-type': 'application/json; charset=utf-7' },
  { 'content-type': 'application/json; charset=utf-16' },
  { 'content-type': ';;;' },
  { 'content-type': 'application/json', 'content-encoding': 'gzip' },
  { 'content-type': 'application/json', 'content-encoding': 'snappy' },
);

const oddText = fc.oneof(
  fc.constantFrom('{', '[', 'null', '"', '{"a":1}{', '{"__proto__":{"admin":true}}', '[1e999]', '\u0000'),
  fc.constantFrom(`${'['.repeat(20_000)}${']'.repeat(20_000)}`, JSON.stringify('x'.repeat(1_100_000))),
  fc.string(),
);

async function send(
  method: string,
  bearer: string | null,
  { path, headers, body }: FuzzRequest,
): Promise<Response> {
  return fetch(new URL(path, world.context.publicUrl), {
    method,
    headers: { ...headers, ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }) },
    ...(body === null ? {} : { body }),
  });
}

/** Why the response is not one of the file; null if it is. */
async function findFault({ responses }: Operation, response: Response): Promise<string | null> {
  const declared = responses[response.status];
  const text = await response.text();
  if (declared === undefined) return `status ${response.status} is not declared`;
  if (response.status < 400) return null;
  if (response.status >= 500) return `status ${response.status}: ${text}`;
  const type = response.headers.get('content-type') ?? '';
  if (!type.startsWith('application/problem+json')) return `media type ${type}`;
  const { code, params, errorId } = JSON.parse(text) as Problem;
  const refusal = components.responses[declared.$ref?.split('/').at(-1) ?? ''];
  const codes = refusal?.content['application/problem+json'].schema.allOf[1].properties.code.enum;
  if (codes?.includes(code) !== true) return `code ${code} is not declared for ${response.status}`;
  if (typeof params !== 'object' || typeof errorId !== 'string') return 'no problem';
  return /node_modules|\bat .+:\d+:\d+/.test(text) ? `a stack: ${text}` : null;
}

describe('fuzzed requests', () => {
  it.each(operations)('to $method $path get a declared response, whoever sends them', async (of) => {
    for (const [name, bearer] of await enterAll()) {
      await fc.assert(
        fc.asyncProperty(requestOf(of.path, of.operation), async (request) => {
          const response = await send(of.method.toUpperCase(), bearer, request);
          const fault = await findFault(of.operation, response);
          if (response.ok) succeeded.add(`${of.method} ${of.path}`);
          expect([name, fault]).toEqual([name, null]);
        }),
        { seed, numRuns: bearer === null ? runsOfNobody : runs },
      );
    }
  });

  it('are not all refused', () => {
    expect(succeeded.size).toBeGreaterThan(20);
  });

  it('do not stop the process, and log no failure', async () => {
    expect((await fetch(new URL('/healthz', world.context.publicUrl))).status).toBe(200);
    expect(world.logLines.filter((line) => /"request\.(failed|cut-off)"/.test(line))).toEqual([]);
  });
});
