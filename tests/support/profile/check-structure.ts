/** Checks a profile against the xAPI profile specification (1.0, structure 6–9). */
import { z } from 'zod';
import { valuesAt } from './json-path.ts';
import { profileShape, type ReadPattern, type ReadProfile } from './read-profile.ts';

const ways = ['sequence', 'alternates', 'optional', 'oneOrMore', 'zeroOrMore'] as const;

export function structureProblems(json: unknown): string[] {
  const read = profileShape.safeParse(json);
  if (!read.success) {
    return read.error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
  }
  const profile = read.data;
  return [
    ...idProblems(profile),
    ...versionProblems(profile),
    ...profile.concepts.flatMap((concept) => ('inlineSchema' in concept ? schemaProblems(concept) : [])),
    ...profile.templates.flatMap(templateProblems),
    ...profile.patterns.flatMap((pattern) => patternProblems(profile, pattern)),
    ...reachProblems(profile),
  ];
}

function idProblems({ id, versions, concepts, templates, patterns }: ReadProfile): string[] {
  const ids = [id, ...[...versions, ...concepts, ...templates, ...patterns].map((one) => one.id)];
  const repeated = ids.filter((one, index) => ids.indexOf(one) !== index);
  return repeated.map((one) => `${one}: stands for two things`);
}

function versionProblems({ versions, concepts, templates, patterns }: ReadProfile): string[] {
  const [current, ...before] = [...versions].sort((a, b) =>
    b.generatedAtTime.localeCompare(a.generatedAtTime),
  );
  const known = new Set(versions.map(({ id }) => id));
  const strangers = [...concepts, ...templates, ...patterns].filter(({ inScheme }) => !known.has(inScheme));
  const unrooted = [current, ...before]
    .slice(0, -1)
    .filter((version) => version?.wasRevisionOf === undefined);
  return [
    ...strangers.map(({ id }) => `${id}: is in no version of this profile`),
    ...unrooted.map((version) => `${version?.id ?? ''}: revises nothing`),
  ];
}

function schemaProblems({ id, inlineSchema }: { id: string; inlineSchema: string }): string[] {
  try {
    z.fromJSONSchema(JSON.parse(inlineSchema) as Parameters<typeof z.fromJSONSchema>[0]);
    return [];
  } catch (error) {
    return [`${id}: its schema cannot be read (${String(error)})`];
  }
}

function templateProblems({ id, rules }: ReadProfile['templates'][number]): string[] {
  return rules.flatMap(({ location }) => {
    try {
      valuesAt({}, location);
      return [];
    } catch (error) {
      return [`${id}: ${String(error)}`];
    }
  });
}

function patternProblems(profile: ReadProfile, pattern: ReadPattern): string[] {
  const { id, primary, prefLabel, definition } = pattern;
  const used = ways.filter((way) => pattern[way] !== undefined);
  const known = new Set([...profile.templates, ...profile.patterns].map((one) => one.id));
  const optionalOnes = new Set(
    profile.patterns
      .filter(({ optional, zeroOrMore }) => (optional ?? zeroOrMore) !== undefined)
      .map((one) => one.id),
  );
  return [
    ...(used.length === 1 ? [] : [`${id}: puts parts together in ${used.length} ways`]),
    ...(primary && (prefLabel === undefined || definition === undefined)
      ? [`${id}: is primary and has no words`]
      : []),
    ...membersOf(pattern)
      .filter((member) => !known.has(member))
      .map((member) => `${id}: names ${member}, which is not there`),
    ...(pattern.alternates ?? [])
      .filter((member) => optionalOnes.has(member))
      .map((member) => `${id}: has ${member}, which may be nothing, among its alternates`),
    ...(isInItself(profile, id) ? [`${id}: is a part of itself`] : []),
  ];
}

function membersOf(pattern: ReadPattern): string[] {
  const { sequence = [], alternates = [], optional, oneOrMore, zeroOrMore } = pattern;
  return [
    ...sequence,
    ...alternates,
    ...[optional, oneOrMore, zeroOrMore].filter((one) => one !== undefined),
  ];
}

function isInItself(profile: ReadProfile, id: string): boolean {
  return within(profile, [id]).has(id);
}

/** All parts of these patterns, at any depth. */
function within(profile: ReadProfile, from: readonly string[]): Set<string> {
  const found = new Set<string>();
  const waiting = [...from];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const pattern = profile.patterns.find(({ id }) => id === next);
    for (const member of pattern === undefined ? [] : membersOf(pattern)) {
      if (found.has(member)) continue;
      found.add(member);
      waiting.push(member);
    }
  }
  return found;
}

/** Every template and pattern must be reachable from a primary pattern. */
function reachProblems(profile: ReadProfile): string[] {
  const primary = profile.patterns.filter((pattern) => pattern.primary).map(({ id }) => id);
  if (primary.length === 0) return ['patterns: none is primary'];
  const reached = within(profile, primary);
  return [...profile.templates, ...profile.patterns]
    .filter(({ id }) => !reached.has(id) && !primary.includes(id))
    .map(({ id }) => `${id}: is in no primary pattern`);
}
