/** What a played attempt left behind, as its readers see it: gradebook and record store. */
import type { JsonObject } from '../../sandbox/store/json.ts';
import { validateStatement } from '../../xapi/validate.ts';
import { profile } from '../../xapi/profile/profile.ts';
import { Conformance } from './profile/check-conformance.ts';
import type { Stack } from './stack.ts';
import { until } from './until.ts';

export interface Outcome {
  readonly points: number | null;
  readonly comment: string;
  /** Last part of the verb of each statement that tells of the person, in the order things happened. */
  readonly verbs: readonly string[];
  /** What the statement checker and the profile found wrong, over all statements. */
  readonly faults: readonly string[];
  readonly statements: readonly JsonObject[];
}

const conformance = new Conformance(JSON.parse(JSON.stringify(profile)));

/** What the page tells by itself, when it sees fit. */
const ofTheDevice: ReadonlySet<string> = new Set(['used-device', 'came-back']);

/** Attempts whose outcome was read, by person and activity: statements name neither. */
const readBefore = new WeakMap<Stack, Map<string, string>>();

/**
 * Waits for the grade, where there is one, and for the last statement of this person's newest attempt in an activity. Statements of an
 * attempt that was read for another person or activity are never taken for these, however late these come.
 */
export async function readOutcome(
  stack: Stack,
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
  stack: Stack,
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

/** A statement as it was sent: the store sets three members itself. */
export function withoutStoreMembers(statement: JsonObject): JsonObject {
  const own = Object.entries(statement).filter(
    ([name]) => !['stored', 'authority', 'version'].includes(name),
  );
  return Object.fromEntries(own);
}
