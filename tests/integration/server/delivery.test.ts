import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../sandbox/store/json.ts';
import { validateStatement } from '../../support/validate-statement.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { done, goodAnswer, rightWay, scoreOfDone } from '../../support/inbox.ts';
import { startStack, type Stack } from '../../support/stack.ts';
import { registrationOf, timeOf, verbOf, withoutStoreMembers } from '../../support/outcome.ts';
import { until } from '../../support/until.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.close());

/** Statements of one attempt in the store, in the order they happened. */
function statementsOf(attemptId: string): JsonObject[] {
  return stack.store
    .statements()
    .filter((statement) => registrationOf(statement) === attemptId)
    .sort((a, b) => timeOf(a) - timeOf(b));
}

/** The learner's whole scene, to « J’ai fini ». */
async function playWhole(personId: number, activityId: number): Promise<ApiLearner> {
  const learner = new ApiLearner(stack);
  const scene = await learner.begin(personId, activityId);
  await learner.act(...rightWay(scene), done);
  expect(learner.attempt.status).toBe('finished');
  return learner;
}

const finished = (attemptId: string) => (): JsonObject[] | undefined => {
  const statements = statementsOf(attemptId);
  return statements.some((statement) => verbOf(statement) === 'scored') ? statements : undefined;
};

describe('a finished attempt', () => {
  it('sends a grade with a comment to the gradebook, in the language of the course', async () => {
    await playWhole(4, 2);
    const grade = await until('the grade', () =>
      stack.lms.gradebook().find(({ userId, points }) => userId === 4 && points !== null),
    );
    expect(grade.points).toBe(scoreOfDone);
    expect(grade.comment).toContain('NUM+ essai 1');
    await playWhole(4, 3);
    const english = await until('the second grade', () =>
      stack.lms.gradebook().find(({ userId, itemId }) => userId === 4 && itemId === 3),
    );
    expect(english.comment).toContain('NUM+ attempt 1');
  });

  it('sends its statements to the store in order, each valid, without typed text', async () => {
    const learner = await playWhole(5, 2);
    const statements = await until('all statements', finished(learner.attempt.id));
    const verbs = statements.map((statement) => verbOf(statement));
    expect(verbs[0]).toBe('launched');
    expect(verbs.indexOf('initialized')).toBeLessThan(verbs.indexOf('answered'));
    expect(verbs.slice(-3)).toEqual(['completed', 'terminated', 'scored']);
    const times = statements.map((statement) => String(statement.timestamp));
    expect(new Set(times).size).toBe(times.length);
    const text = JSON.stringify(statements);
    for (const word of goodAnswer.split(' ').filter(({ length }) => length > 5))
      expect(text).not.toContain(word);
    expect(text).not.toMatch(/Tremblay|rtremblay|Réjean/);
    const faults = statements.flatMap((statement) => validateStatement(withoutStoreMembers(statement)));
    expect(faults).toEqual([]);
  });
});

describe('a record store with problems', () => {
  it.each([
    ['is down', { down: 'refuse' as const }, { down: 'no' as const }],
    ['answers 503', { down: '503' as const }, { down: 'no' as const }],
    ['cuts the connection after it stored', { cutNext: 2 }, {}],
    ['asks for patience', { throttleNext: 2, retryAfterSeconds: 0 }, {}],
    ['fails now and then', { failNext: 2, failStatus: 500 }, {}],
    ['is slower than anyone waits', { slowMs: 20_000 }, { slowMs: 0 }],
  ])(
    'delays statements and loses none when it %s',
    async (_name, trouble, relief) => {
      const heardBefore = stack.tool.log.length;
      stack.store.control.set(trouble);
      const learner = new ApiLearner(stack);
      const scene = await learner.begin(6, 2);
      await learner.act(...rightWay(scene), done);
      expect(learner.attempt.status).toBe('finished');
      // Relief before the trouble was met would prove nothing.
      await until(
        'the trouble',
        () => stack.tool.log.slice(heardBefore).includes('delivery.destination-in-trouble') || undefined,
        60_000,
      );
      stack.store.control.set(relief);
      const statements = await until('all statements', finished(learner.attempt.id));
      const ids = statements.map((statement) => statement.id);
      expect(new Set(ids).size).toBe(ids.length);
      const numbers = statements.map(
        (statement) =>
          /"https:\/\/w3id\.org\/xapi\/numplus\/[^"]*seq":(\d+)/.exec(JSON.stringify(statement))?.[1],
      );
      const present = new Set(numbers.map(Number));
      expect([...present].sort((a, b) => a - b)).toEqual(
        Array.from({ length: present.size }, (_, index) => index + 1),
      );
      stack.store.control.reset();
    },
    150_000,
  );
});
