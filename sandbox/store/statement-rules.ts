/** By the xAPI text alone, not any producer's code, so that mistakes are not shared. */
import { isObject, type JsonObject, textAt } from './json.ts';
import {
  boolean,
  type Check,
  duration,
  extensions,
  first,
  iri,
  language,
  languageMap,
  list,
  mailbox,
  number,
  sha1,
  shape,
  text,
  time,
  uuid,
} from './value-checks.ts';

export type XapiVersion = '1.0.3' | '2.0.0';

const identifiers = {
  mbox: mailbox,
  mbox_sha1sum: sha1,
  openid: iri,
  account: shape({ homePage: iri, name: text }, ['homePage', 'name']),
};

const agentShape = shape({ objectType: text, name: text, ...identifiers });

const agent: Check = (value, path) => {
  const problem = agentShape(value, path);
  if (problem !== undefined || !isObject(value)) return problem;
  if (value.objectType !== undefined && value.objectType !== 'Agent') return `${path} must be an Agent`;
  return countIdentifiers(value) === 1 ? undefined : `${path} must have exactly one identifier`;
};

const groupShape = shape({ objectType: text, name: text, member: list(agent), ...identifiers });

const group: Check = (value, path) => {
  const problem = groupShape(value, path);
  if (problem !== undefined || !isObject(value)) return problem;
  const count = countIdentifiers(value);
  if (count > 1) return `${path} must have at most one identifier`;
  return count === 1 || Array.isArray(value.member) ? undefined : `${path}.member is required`;
};

const actor: Check = (value, path) =>
  textAt(value, 'objectType') === 'Group' ? group(value, path) : agent(value, path);

function countIdentifiers(value: JsonObject): number {
  return Object.keys(identifiers).filter((key) => key in value).length;
}

const componentLists: Readonly<Record<string, readonly string[]>> = {
  'true-false': [],
  choice: ['choices'],
  'fill-in': [],
  'long-fill-in': [],
  matching: ['source', 'target'],
  performance: ['steps'],
  sequencing: ['choices'],
  likert: ['scale'],
  numeric: [],
  other: [],
};

function findComponentLists(type: string): readonly string[] | undefined {
  return Object.hasOwn(componentLists, type) ? componentLists[type] : undefined;
}

const componentShape = list(shape({ id: text, description: languageMap }, ['id']));

const components: Check = (value, path) => {
  const problem = componentShape(value, path);
  if (problem !== undefined || !Array.isArray(value)) return problem;
  const ids = value.map((one: unknown) => textAt(one, 'id'));
  return new Set(ids).size === ids.length ? undefined : `${path} must not repeat an id`;
};

const definitionShape = shape({
  name: languageMap,
  description: languageMap,
  type: iri,
  moreInfo: iri,
  interactionType: text,
  correctResponsesPattern: list(text),
  choices: components,
  scale: components,
  source: components,
  target: components,
  steps: components,
  extensions,
});

const definition: Check = (value, path) => {
  const problem = definitionShape(value, path);
  if (problem !== undefined || !isObject(value)) return problem;
  const type = textAt(value, 'interactionType');
  const allowed = type === undefined ? [] : findComponentLists(type);
  if (allowed === undefined) return `${path}.interactionType is not one of xAPI`;
  const stray = ['choices', 'scale', 'source', 'target', 'steps'].find(
    (key) => key in value && !allowed.includes(key),
  );
  return stray === undefined ? undefined : `${path}.${stray} does not fit the interaction type`;
};

const activity = shape({ objectType: text, id: iri, definition }, ['id']);
const statementRef = shape({ objectType: text, id: uuid }, ['objectType', 'id']);

const object: Check = (value, path) => {
  switch (textAt(value, 'objectType') ?? 'Activity') {
    case 'Activity':
      return activity(value, path);
    case 'Agent':
    case 'Group':
      return actor(value, path);
    case 'StatementRef':
      return statementRef(value, path);
    case 'SubStatement':
      return subStatement(value, path);
    default:
      return `${path}.objectType is not one of xAPI`;
  }
};

const scoreShape = shape({ scaled: number, raw: number, min: number, max: number });

const score: Check = (value, path) => {
  const problem = scoreShape(value, path);
  if (problem !== undefined || !isObject(value)) return problem;
  const at = (key: string, otherwise: number): number =>
    typeof value[key] === 'number' ? value[key] : otherwise;
  const [min, max] = [at('min', -Infinity), at('max', Infinity)];
  if (min >= max) return `${path}.min must be below max`;
  if (at('raw', min) < min || at('raw', max) > max) return `${path}.raw must lie between min and max`;
  return Math.abs(at('scaled', 0)) > 1 ? `${path}.scaled must lie between -1 and 1` : undefined;
};

const result = shape({ score, success: boolean, completion: boolean, response: text, duration, extensions });
const activityList: Check = (value, path) =>
  Array.isArray(value) ? list(activity)(value, path) : activity(value, path);

const contextMembers = {
  registration: uuid,
  instructor: actor,
  team: group,
  contextActivities: shape({
    parent: activityList,
    grouping: activityList,
    category: activityList,
    other: activityList,
  }),
  revision: text,
  platform: text,
  language,
  statement: statementRef,
  extensions,
};

const relevantTypes: Check = (value, path) =>
  Array.isArray(value) && value.length > 0 ? list(iri)(value, path) : `${path} must hold an IRI`;

const contexts: Readonly<Record<XapiVersion, Check>> = {
  '1.0.3': shape(contextMembers),
  '2.0.0': shape({
    ...contextMembers,
    contextAgents: list(shape({ objectType: text, agent, relevantTypes }, ['objectType', 'agent'])),
    contextGroups: list(shape({ objectType: text, group, relevantTypes }, ['objectType', 'group'])),
  }),
};

const verb = shape({ id: iri, display: languageMap }, ['id']);

function subStatement(value: unknown, path: string): string | undefined {
  if (textAt(value, 'object', 'objectType') === 'SubStatement') return `${path}.object must not be nested`;
  const members = {
    objectType: text,
    actor,
    verb,
    object,
    result,
    context: contexts['2.0.0'],
    timestamp: time,
  };
  return shape(members, ['actor', 'verb', 'object'])(value, path);
}

export function findProblem(value: unknown, version: XapiVersion): string | undefined {
  const members = {
    id: uuid,
    actor,
    verb,
    object,
    result,
    context: contexts[version],
    timestamp: time,
    stored: time,
    authority: actor,
    version: text,
  };
  const problem = shape(members, ['actor', 'verb', 'object'])(value, 'statement');
  if (problem !== undefined || !isObject(value)) return problem;
  return first(crossProblem(value), versionProblem(value.version, version));
}

function crossProblem(statement: JsonObject): string | undefined {
  const kind = textAt(statement, 'object', 'objectType') ?? 'Activity';
  const voids = textAt(statement, 'verb', 'id') === 'http://adlnet.gov/expapi/verbs/voided';
  if (voids && kind !== 'StatementRef')
    return 'statement.object of a voiding statement must be a StatementRef';
  const about = ['revision', 'platform'].find((key) => textAt(statement, 'context', key) !== undefined);
  const stray = about !== undefined && kind !== 'Activity';
  return stray ? `statement.context.${about} needs an activity as object` : undefined;
}

function versionProblem(own: unknown, version: XapiVersion): string | undefined {
  if (own === undefined) return undefined;
  const allowed = version === '1.0.3' ? /^1\.0(\.\d+)?$/ : /^(1|2)\.0(\.\d+)?$/;
  return typeof own === 'string' && allowed.test(own)
    ? undefined
    : 'statement.version does not fit the request';
}
