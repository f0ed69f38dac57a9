/** Ids of statements over whole attempts: none stands for two things, and a rescoring is another statement. */
import { expect, it } from 'vitest';
import type { LogEvent } from '../../../scenarios/log.ts';
import { type ProducedStatement, statementsOf } from '../../../xapi/statements.ts';
import { activityTypes } from '../../../xapi/vocabulary.ts';
import { beginning, finished, plays, sceneEvents, wholeWeek } from '../../support/profile/played-attempts.ts';
import { listPlayedScenarios } from '../../support/scene-plays.ts';
import { asLog, context } from './log-samples.ts';

const attemptIds = ['0190c1f2-7f3a-7c11-9a53-7b1f5f5a0c01', '0190c1f2-7f3a-7c11-9a53-7b1f5f5a0c02'];

function produce(events: readonly LogEvent[], attemptId = ''): ProducedStatement[] {
  return asLog(events).flatMap((entry) => statementsOf(entry, { ...context, attemptId }));
}

it('gives every statement of two whole attempts and of every play an id of its own', () => {
  const events = [...beginning, ...wholeWeek, ...plays.flatMap((play) => play.events), ...finished];
  const ids = attemptIds.flatMap((attemptId) => produce(events, attemptId).map(({ id }) => id));
  expect(ids.length).toBeGreaterThan(2_000);
  expect(new Set(ids).size).toBe(ids.length);
});

it('gives new ids to the answers in two rescorings, and the same ids to all else', () => {
  const scenarios = listPlayedScenarios();
  const [first = [], second = [], third = []] = [0, 1, 2].map((bump) => {
    const week = scenarios.flatMap((scenario, index) =>
      sceneEvents(scenario, scenario.plays[0]?.actions ?? [], String(index + 1), bump),
    );
    return produce([...beginning, ...week, ...finished], attemptIds[0]);
  });
  const times = new Map<string, number>();
  for (const { id } of [...first, ...second, ...third]) times.set(id, (times.get(id) ?? 0) + 1);
  for (const { id, statement } of first) {
    const isAnswer = statement.object.definition.type === activityTypes.item.id;
    expect([statement.verb.id, times.get(id)]).toEqual([statement.verb.id, isAnswer ? 1 : 3]);
  }
  expect([...times.values()].filter((count) => count === 1).length).toBeGreaterThan(scenarios.length);
});
