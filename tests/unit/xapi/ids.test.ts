/** Ids of statements over whole attempts: each is unique, and a rescoring makes another statement. */
import { expect, it } from 'vitest';
import type { LogEvent, RescoredScene } from '../../../scenarios/kit/log.ts';
import { type ReadStatement, statementsOf } from '../../support/statements.ts';
import { draftsOf } from '../../../xapi/events.ts';
import { activityTypes } from '../../../xapi/vocabulary.ts';
import { sampleMeasure } from '../../contract/storage/sample-attempts.ts';
import { beginning, finished, plays, sceneEvents, wholeWeek } from '../../support/profile/played-attempts.ts';
import { listPlayedScenarios } from '../../support/scene-plays.ts';
import { asLog, context } from './log-samples.ts';

const attemptIds = ['0190c1f2-7f3a-7c11-9a53-7b1f5f5a0c01', '0190c1f2-7f3a-7c11-9a53-7b1f5f5a0c02'];

function produce(events: readonly LogEvent[], attemptId = ''): ReadStatement[] {
  return asLog(events).flatMap((entry) => statementsOf(entry, { ...context, attemptId }));
}

it('each statement of two whole attempts and of every play has a unique id', () => {
  const events = [...beginning, ...wholeWeek, ...plays.flatMap((play) => play.events), ...finished];
  const ids = attemptIds.flatMap((attemptId) => produce(events, attemptId).map(({ id }) => id));
  expect(ids.length).toBeGreaterThan(2_000);
  expect(new Set(ids).size).toBe(ids.length);
});

it('each statement of a whole attempt and two rescorings has a unique id', () => {
  const played = [...beginning, ...wholeWeek, ...finished];
  const rescoring = (bump: number, bankVersion: number): LogEvent => ({
    kind: 'rescored',
    results: rescoredWeek(played, bump),
    measure: { ...sampleMeasure, bankVersion },
    score: 59,
  });
  const once = produce([...played, rescoring(1, 1)]);
  // The same rules by another bank, then other rules again.
  const statements = produce([...played, rescoring(1, 1), rescoring(1, 2), rescoring(2, 2)]);
  const ids = statements.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.slice(0, once.length)).toEqual(once.map(({ id }) => id));
  const about = statements.flatMap(({ statement }) => statement.context.statement?.id ?? []);
  expect(about.length).toBeGreaterThan(3 * 7);
  expect(about.filter((id) => !ids.includes(id))).toEqual([]);
});

/** What a rescoring by rules so many versions later would find in these events. */
function rescoredWeek(events: readonly LogEvent[], bump: number): RescoredScene[] {
  return asLog(events).flatMap((entry) => {
    if (entry.kind !== 'scene-ended' || entry.result === null || entry.how === 'left') return [];
    const { scene, how, result, logSeq } = entry;
    const { scoringVersion } = scene;
    const now = { ...scene, scoringVersion: scoringVersion + bump };
    return [{ scene: now, how, result, ended: { logSeq, scoringVersion } }];
  });
}

it('two rescorings give answers new ids, and leave all other ids the same', () => {
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

it('each statement with the same activity id describes the activity identically', () => {
  const events = [...beginning, ...wholeWeek, ...plays.flatMap((play) => play.events), ...finished];
  const activities = asLog(events).flatMap((entry) =>
    draftsOf(entry, entry.at, context).map(({ object }) => object),
  );
  const texts = new Map<string, Set<string>>();
  for (const activity of activities) {
    const known = texts.get(activity.id) ?? new Set();
    texts.set(activity.id, known.add(JSON.stringify(activity)));
  }
  expect(texts.size).toBeGreaterThan(200);
  expect([...texts].filter(([, told]) => told.size > 1)).toEqual([]);
});
