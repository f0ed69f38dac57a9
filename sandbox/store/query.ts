import { canonical, isObject, type JsonObject, listAt, member, textAt } from './json.ts';
import { StoreProblem } from './problem.ts';
import { isTime, isUuid } from './value-checks.ts';
import type { StatementBook, StoredStatement } from './statement-book.ts';

export interface StatementQuery {
  readonly agent?: JsonObject;
  readonly verb?: string;
  readonly activity?: string;
  readonly registration?: string;
  readonly relatedActivities: boolean;
  readonly relatedAgents: boolean;
  readonly since?: number;
  readonly until?: number;
  readonly limit: number;
  readonly ascending: boolean;
  readonly format: 'exact' | 'ids';
}

/** The index of the last statement returned, and the number stored at the first page. */
export interface Cursor {
  readonly after: number | null;
  readonly held: number;
}

export interface Page {
  readonly statements: readonly StoredStatement[];
  readonly next: Cursor | null;
}

const maxLimit = 500;

const listParameters: ReadonlySet<string> = new Set([
  'agent',
  'verb',
  'activity',
  'registration',
  'related_activities',
  'related_agents',
  'since',
  'until',
  'limit',
  'ascending',
  'format',
  'attachments',
]);

type Parameters = Readonly<Record<string, unknown>>;

export function parseQuery(parameters: Parameters): StatementQuery {
  const unknown = Object.keys(parameters).find((key) => !listParameters.has(key));
  if (unknown !== undefined) throw new StoreProblem(400, `The parameter ${unknown} is not known here.`);
  if (flag(parameters, 'attachments')) throw new StoreProblem(400, 'This store keeps no attachments.');
  const agent = optionalAgent(parameters);
  const verb = text(parameters, 'verb');
  const activity = text(parameters, 'activity');
  const registration = text(parameters, 'registration');
  if (registration !== undefined && !isUuid(registration)) {
    throw new StoreProblem(400, 'The parameter registration must be a UUID.');
  }
  const since = time(parameters, 'since');
  const until = time(parameters, 'until');
  return {
    ...(agent === undefined ? {} : { agent }),
    ...(verb === undefined ? {} : { verb }),
    ...(activity === undefined ? {} : { activity }),
    ...(registration === undefined ? {} : { registration }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    relatedActivities: flag(parameters, 'related_activities'),
    relatedAgents: flag(parameters, 'related_agents'),
    ascending: flag(parameters, 'ascending'),
    limit: limitOf(parameters),
    format: formatOf(parameters),
  };
}

/** Skips voided statements, includes those that refer to a match. */
export function runQuery(book: StatementBook, query: StatementQuery, cursor?: Cursor): Page {
  const held = cursor?.held ?? book.all.length;
  const step = query.ascending ? 1 : -1;
  const start = query.ascending ? 0 : held - 1;
  const found: StoredStatement[] = [];
  const from = cursor?.after === null || cursor === undefined ? start : cursor.after + step;
  for (let index = from; index >= 0 && index < held; index += step) {
    const candidate = book.all[index];
    if (candidate === undefined || !answers(book, query, candidate)) continue;
    if (found.length === query.limit)
      return { statements: found, next: { after: found.at(-1)?.index ?? null, held } };
    found.push(candidate);
  }
  return { statements: found, next: null };
}

function answers(book: StatementBook, query: StatementQuery, { id, statement }: StoredStatement): boolean {
  if (book.isVoided(id)) return false;
  const stored = Date.parse(textAt(statement, 'stored') ?? '');
  if (query.since !== undefined && stored <= query.since) return false;
  if (query.until !== undefined && stored > query.until) return false;
  return matches(query, statement) || matchesByReference(book, query, statement);
}

/** A statement that refers to a match also matches (xAPI, filter conditions for statement references). */
function matchesByReference(book: StatementBook, query: StatementQuery, statement: JsonObject): boolean {
  if (textAt(statement, 'object', 'objectType') !== 'StatementRef') return false;
  const target = book.find(textAt(statement, 'object', 'id') ?? '');
  return target !== undefined && matches(query, target.statement);
}

function matches(query: StatementQuery, statement: JsonObject): boolean {
  const { agent, verb, activity, registration } = query;
  if (verb !== undefined && textAt(statement, 'verb', 'id') !== verb) return false;
  const own = textAt(statement, 'context', 'registration')?.toLowerCase();
  if (registration !== undefined && own !== registration.toLowerCase()) return false;
  if (activity !== undefined && !activityIds(statement, query.relatedActivities).includes(activity))
    return false;
  if (agent === undefined) return true;
  const wanted = identityOf(agent);
  return agents(statement, query.relatedAgents).some((one) => identityOf(one) === wanted);
}

function activityIds(statement: JsonObject, related: boolean): (string | undefined)[] {
  const kind = textAt(statement, 'object', 'objectType') ?? 'Activity';
  const own = kind === 'Activity' ? [textAt(statement, 'object', 'id')] : [];
  if (!related) return own;
  const contexts = ['parent', 'grouping', 'category', 'other'].flatMap((key) => {
    const value = member(statement, 'context', 'contextActivities', key);
    return Array.isArray(value) ? value.map((one: unknown) => textAt(one, 'id')) : [textAt(value, 'id')];
  });
  return [...own, ...contexts];
}

function agents(statement: JsonObject, related: boolean): unknown[] {
  const object = member(statement, 'object');
  const own = [member(statement, 'actor'), ...listAt(statement, 'actor', 'member'), object];
  if (!related) return own;
  return [
    ...own,
    member(statement, 'authority'),
    member(statement, 'context', 'instructor'),
    member(statement, 'context', 'team'),
  ];
}

function identityOf(agent: unknown): string | undefined {
  if (!isObject(agent)) return undefined;
  const key = ['mbox', 'mbox_sha1sum', 'openid', 'account'].find((name) => name in agent);
  return key === undefined ? undefined : canonical({ [key]: agent[key] });
}

export function idsOnly(statement: JsonObject): JsonObject {
  const object = member(statement, 'object');
  const shortObject = isObject(object)
    ? Object.fromEntries(Object.entries(object).filter(([key]) => key !== 'definition' && key !== 'name'))
    : object;
  return {
    ...statement,
    actor: withoutName(member(statement, 'actor')),
    verb: { id: textAt(statement, 'verb', 'id') },
    object: shortObject,
  };
}

function withoutName(actor: unknown): unknown {
  return isObject(actor)
    ? Object.fromEntries(Object.entries(actor).filter(([key]) => key !== 'name'))
    : actor;
}

function text(parameters: Parameters, key: string): string | undefined {
  const value = parameters[key];
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw new StoreProblem(400, `The parameter ${key} must be given once.`);
  return value;
}

function flag(parameters: Parameters, key: string): boolean {
  const value = text(parameters, key);
  if (value !== undefined && value !== 'true' && value !== 'false') {
    throw new StoreProblem(400, `The parameter ${key} must be true or false.`);
  }
  return value === 'true';
}

function time(parameters: Parameters, key: string): number | undefined {
  const value = text(parameters, key);
  if (value === undefined) return undefined;
  if (!isTime(value)) throw new StoreProblem(400, `The parameter ${key} must be a time.`);
  return Date.parse(value);
}

function limitOf(parameters: Parameters): number {
  const value = text(parameters, 'limit') ?? '0';
  if (!/^\d{1,9}$/.test(value)) throw new StoreProblem(400, 'The parameter limit must be a whole number.');
  const limit = Number(value);
  return limit === 0 ? maxLimit : Math.min(limit, maxLimit);
}

function formatOf(parameters: Parameters): 'exact' | 'ids' {
  const value = text(parameters, 'format') ?? 'exact';
  if (value !== 'exact' && value !== 'ids') {
    throw new StoreProblem(400, 'The parameter format must be exact or ids here.');
  }
  return value;
}

function optionalAgent(parameters: Parameters): JsonObject | undefined {
  const value = text(parameters, 'agent');
  if (value === undefined) return undefined;
  const agent = parseAgent(value);
  if (agent === undefined || identityOf(agent) === undefined) {
    throw new StoreProblem(400, 'The parameter agent must be an agent as JSON.');
  }
  return agent;
}

function parseAgent(value: string): JsonObject | undefined {
  try {
    const agent: unknown = JSON.parse(value);
    return isObject(agent) ? agent : undefined;
  } catch {
    return undefined;
  }
}
