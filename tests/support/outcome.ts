/** What a played attempt leaves in the gradebook and in the record store. */
import type { JsonObject } from '../../sandbox/store/json.ts';
import { validateStatement } from './validate-statement.ts';
import { profile } from '../../xapi/profile/profile.ts';
import { Conformance } from './profile/check-conformance.ts';
import type { OpenStack } from './stack.ts';
import { until } from './until.ts';

export interface Outcome {
  readonly points: number | null;
  readonly comment: string;
  /** Last part of each verb, in order, without statements about the device. */
  readonly verbs: readonly string[];
  /** Faults found by the statement checker and by the profile. */
  readonly faults: readonly string[];
  readonly statements: readonly JsonObject[];
}

const conformance = new Conformance(JSON.parse(JSON.stringify(profile)));

/** Sent by the page at times that vary. */
const ofTheDevice: ReadonlySet<string> = new Set(['used-device', 'came-back']);

/** Registrations read so far, by person and activity, which statements do not name. */
const readBefore = new WeakMap<OpenStack, Map<string, string>>();

/**
 * Waits for the grade, if the scene is scored, and for the last statement of a person's newest attempt in an activity.
 * Ignores attempts that were read for another person or activity.
 */
export async function readOutcome(
  stack: OpenStack,
  userId: number,
  itemId: number,
  isScored = true,
): Promise<Outcome> {
  const grade = isScored ? await findGrade(stack, userId, itemId) : { points: null, comment: '' };
  const lastVerb = isScored ? 'scored' : 'terminated';
  const known = readBefore.get(stack) ?? new Map<string, string>();
  readBefore.set(stack, known);
  const who = `${userId} in ${itemId}`;
  const isOther = (registration: string): boolean => (known.get(registration) ?? who) !== who;
  const statements = await until('the last statement', () => {
    const all = stack.store.statements();
    const last = all.findLast(
      (statement) => verbOf(statement) === lastVerb && !isOther(registrationOf(statement)),
    );
    if (last === undefined) return undefined;
    known.set(registrationOf(last), who);
    return all.filter((one) => registrationOf(one) === registrationOf(last));
  });
  const ordered = [...statements].sort((a, b) => timeOf(a) - timeOf(b));
  return {
    points: grade.points,
    comment: grade.comment,
    verbs: ordered.map(verbOf).filter((verb) => !ofTheDevice.has(verb)),
    faults: [
      ...ordered.flatMap((statement) => validateStatement(withoutStoreMembers(statement))),
      ...conformance.problemsOfAttempt(ordered.map(withoutStoreMembers), true),
    ],
    statements: ordered,
  };
}

function findGrade(
  stack: OpenStack,
  userId: number,
  itemId: number,
): Promise<{ readonly points: number | null; readonly comment: string }> {
  return until('the grade', () =>
    stack.lms
      .gradebook()
      .find((row) => row.userId === userId && row.itemId === itemId && row.points !== null),
  );
}

export function verbOf(statement: JsonObject): string {
  const id = /"verb":\{"id":"([^"]*)"/.exec(JSON.stringify(statement))?.[1] ?? '';
  return id.split('/').at(-1) ?? '';
}

export function registrationOf(statement: JsonObject): string {
  return /"registration":"([^"]*)"/.exec(JSON.stringify(statement))?.[1] ?? '';
}

export function timeOf(statement: JsonObject): number {
  return Date.parse(String(statement.timestamp));
}

/** Items with less than all their points. @throws if no item was answered */
export function withoutFullScore({ statements }: Outcome): string[] {
  const answered = statements.filter((statement) => verbOf(statement) === 'answered');
  if (answered.length === 0) throw new Error('no item was answered');
  const lacking = answered.filter((statement) => !JSON.stringify(statement).includes('"scaled":1,'));
  return lacking.map((statement) => JSON.stringify(statement.object));
}

/** Points of the items answered, in the order of the statements. */
export function pointsOfItems({ statements }: Outcome): number[] {
  return statements
    .filter((statement) => verbOf(statement) === 'answered')
    .map((statement) => Number(/"raw":(\d+)/.exec(JSON.stringify(statement))?.[1]));
}

/** A statement as it was sent, without the members that the store sets. */
export function withoutStoreMembers(statement: JsonObject): JsonObject {
  const own = Object.entries(statement).filter(
    ([name]) => !['stored', 'authority', 'version'].includes(name),
  );
  return Object.fromEntries(own);
}
