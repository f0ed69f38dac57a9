import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttemptAction, LogEvent } from '../../../scenarios/kit/log.ts';
import { pseudonymOf } from '../../../xapi/statements.ts';
import { validateStatement } from '../../support/validate-statement.ts';
import { processOf } from '../../../server/attempts/process.ts';
import { base, extensions, profileVersionId, verbs } from '../../../xapi/vocabulary.ts';
import { sampleMeasure } from '../../contract/storage/sample-attempts.ts';
import { type ReadStatement, statementsOf } from '../../support/statements.ts';
import {
  arbitraryLog,
  asLog,
  attemptId,
  context,
  contextWithoutStart,
  events,
  scene,
  sceneResult,
  typed,
} from './log-samples.ts';

function produce(event: LogEvent): ReturnType<typeof statementsOf> {
  return asLog([event]).flatMap((entry) => statementsOf(entry, context));
}

function verbsOf(event: LogEvent): string[] {
  return produce(event).map(({ statement }) => statement.verb.id);
}

const actionTime = { actionSeq: 1, tMs: 5, clientAt: 0 };

describe('statements of a log entry', () => {
  it.each(events.map((event) => [JSON.stringify(event).slice(0, 90), event] as const))(
    'are valid for %s',
    (_name, event) => {
      const produced = produce(event);
      expect(produced.length).toBeGreaterThan(0);
      for (const { id, statement } of produced) {
        expect(validateStatement(statement)).toEqual([]);
        expect(statement.id).toBe(id);
        expect(JSON.stringify(statement)).not.toContain('unknown');
      }
    },
  );

  it('have the attempt, scene, form and profile as context', () => {
    const [opened] = produce({
      kind: 'action',
      scene,
      action: { app: 'mail', type: 'open', messageId: 'm3' },
      ...actionTime,
    });
    expect(opened).toMatchObject({ tier: 2, part: 0 });
    expect(opened?.statement).toMatchObject({
      timestamp: '2026-11-24T15:04:05.678Z',
      actor: { objectType: 'Agent', account: context.actor },
      verb: verbs.opened,
      object: { id: `${base}activities/scenarios/s02-inbox/v1/objects/message/m3` },
      context: {
        registration: attemptId,
        revision: '0.1.0',
        platform: 'NUM+',
        language: 'fr-CA',
        contextActivities: {
          parent: [{ id: `${base}activities/scenarios/s02-inbox/v1` }],
          grouping: [
            { id: `${base}activities/assessments/demo/v1` },
            { id: `${base}activities/game` },
            { id: `${base}activities/courses/c0ffee` },
          ],
          category: [{ id: profileVersionId }],
        },
        extensions: {
          [extensions.seq]: 1,
          [extensions.epoch]: 1,
          [extensions.tMs]: 5,
          [extensions.app]: 'mail',
        },
      },
    });
  });

  it('have one answer or skip per item before leaving the scene', () => {
    const produced = produce({
      kind: 'scene-ended',
      scene,
      how: 'done',
      activeMs: 301_234,
      result: sceneResult,
    });
    expect(produced.map(({ statement }) => statement.verb.id)).toEqual([
      verbs.answered.id,
      verbs.skipped.id,
      verbs.left.id,
    ]);
    const [answered, skipped, left] = produced.map(({ statement }) => statement);
    expect(answered?.result).toEqual({
      completion: true,
      score: { scaled: 0.25, raw: 1, min: 0, max: 4 },
      response: 'e1[.]seen[,]e2[.]seen',
      duration: 'PT5M1.23S',
      extensions: {
        [extensions.ruleHits]: ['e1'],
        [extensions.rulesShown]: ['e2'],
        [extensions.partialScores]: { e1: 1, e2: 0 },
      },
    });
    expect(answered?.context.extensions).toMatchObject({ [extensions.scoringVersion]: 2 });
    expect(answered?.context.contextActivities.category).toContainEqual({
      id: `${base}competences/dimensions/COM`,
    });
    expect(skipped?.result).toMatchObject({
      completion: false,
      extensions: { [extensions.missingCode]: 'omitted' },
    });
    expect(left?.result).toEqual({ completion: true, duration: 'PT5M1.23S' });
  });

  it('say not-tried instead of an answer for every item of a scene closed without a try', () => {
    const process = {
      ...processOf([], { sceneId: '1', seed: 1, bankVersion: 1 }, 0),
      flags: ['not-tried'] as const,
    };
    const produced = produce({
      kind: 'scene-ended',
      scene,
      how: 'done',
      activeMs: 900,
      result: sceneResult,
      process,
    });
    const items = produced.map(({ statement }) => statement).slice(0, -1);
    expect(items.map(({ verb, result }) => [verb.id, result?.extensions?.[extensions.missingCode]])).toEqual([
      [verbs.skipped.id, 'not-tried'],
      [verbs.skipped.id, 'omitted'],
    ]);
    expect(items.map(({ result }) => result?.score)).toEqual([undefined, undefined]);
  });

  it('name the scene of a pause, a helping hand or an input mode, and none between two scenes', () => {
    const actions: readonly AttemptAction[] = [
      { app: 'frame', type: 'pause', cause: 'button' },
      { app: 'frame', type: 'resume' },
      { app: 'frame', type: 'assist' },
      { app: 'frame', type: 'input', mode: 'touch' },
    ];
    for (const action of actions) {
      const scenes = [scene, null].map(
        (where) =>
          produce({ kind: 'frame', scene: where, action, ...actionTime })[0]?.statement.context.extensions[
            extensions.scene
          ],
      );
      expect([action.type, scenes]).toEqual([action.type, ['s02-inbox', undefined]]);
    }
  });

  it('have success only for an item of one point', () => {
    const of = (points: number, max: number): unknown =>
      produce({
        kind: 'scene-ended',
        scene,
        how: 'done',
        activeMs: 1,
        result: {
          rules: [],
          misconceptions: [],
          items: [{ item: 'i', dimension: 'INF', points, max, skipped: false }],
        },
      })[0]?.statement.result?.success;
    expect([of(1, 1), of(0, 1), of(4, 4), of(0, 0)]).toEqual([true, false, undefined, undefined]);
  });

  it('end an attempt with completed, terminated, scored, and only the results that apply', () => {
    expect(verbsOf({ kind: 'finished', how: 'form-done', score: 50 })).toEqual([
      verbs.completed.id,
      verbs.terminated.id,
      verbs.scored.id,
    ]);
    expect(verbsOf({ kind: 'finished', how: 'learner', score: null })).toEqual([verbs.terminated.id]);
    const [terminated, scored] = produce({ kind: 'finished', how: 'learner', score: 7 });
    expect(terminated?.statement.result).toEqual({ completion: false, duration: 'PT4M5.68S' });
    expect(scored?.statement.result?.score).toEqual({ scaled: 0.07, raw: 7, min: 0, max: 100 });
  });

  it('have the basis of the score: bank, level, band and estimates', () => {
    const [, scored] = produce({ kind: 'finished', how: 'learner', score: 59, measure: sampleMeasure });
    expect(scored?.statement.result).toEqual({
      score: { scaled: 0.59, raw: 59, min: 0, max: 100 },
      extensions: {
        [extensions.level]: 3,
        [extensions.levelBetween]: 2,
        [extensions.scoreBand]: { from: 46, to: 72 },
        [extensions.scoredScenes]: 7,
        [extensions.estimates]: {
          overall: { theta: 0.31, se: 0.42, items: 14, wle: 0.35, wle_se: 0.4 },
          COM: { theta: 0.31, se: 0.42, items: 3 },
        },
      },
    });
  });

  it('name no level and no band of an attempt with fewer than six scored scenes', () => {
    const measure = { ...sampleMeasure, scenes: 5 };
    const [, scored] = produce({ kind: 'finished', how: 'learner', score: 59, measure });
    expect(Object.keys(scored?.statement.result?.extensions ?? {}).sort()).toEqual(
      [extensions.estimates, extensions.scoredScenes].sort(),
    );
  });

  it('of a rescoring refer each item to its first answer, then the attempt to its bank', () => {
    const ended: LogEvent = { kind: 'scene-ended', scene, how: 'done', activeMs: 5, result: sceneResult };
    const [end] = asLog([ended]);
    if (end === undefined) throw new Error('no entry');
    const [answer] = statementsOf(end, context);
    const result = { scene: { ...scene, scoringVersion: 3 }, how: 'done', result: sceneResult } as const;
    const rescored = (scoringVersion: number): ReadStatement[] =>
      produce({
        kind: 'rescored',
        results: [{ ...result, ended: { logSeq: end.logSeq, scoringVersion } }],
        measure: { ...sampleMeasure, bankVersion: 2 },
        score: 59,
      });
    const [item, attempt, ...more] = rescored(scene.scoringVersion).map(({ statement }) => statement);
    expect(more).toEqual([]);
    expect(item).toMatchObject({
      verb: verbs.scored,
      object: answer?.statement.object,
      result: { score: { raw: 1, max: 4 } },
      context: {
        statement: { objectType: 'StatementRef', id: answer?.id },
        extensions: { [extensions.scoringVersion]: 3 },
      },
    });
    expect(attempt).toMatchObject({
      verb: verbs.scored,
      result: { score: { raw: 59 } },
      context: { extensions: { [extensions.bankVersion]: 2, [extensions.scoringVersion]: 2 } },
    });
    // With the same rules as before, an answer does not change.
    expect(rescored(3)).toHaveLength(1);
  });

  it('of a rescoring have no score if too little was played', () => {
    const none = { kind: 'rescored', results: [], measure: null, score: null } as const;
    expect(verbsOf(none)).toEqual([verbs.rescored.id]);
  });

  it('of an abandoned attempt have the time until its last entry', () => {
    const [abandoned] = produce({ kind: 'abandoned', lastAt: Date.UTC(2026, 10, 24, 15, 30) });
    expect(abandoned).toMatchObject({
      tier: 1,
      statement: { verb: verbs.abandoned, result: { completion: false, duration: 'PT30M' } },
    });
  });

  it('omit the duration when the start is unknown', () => {
    const [entry] = asLog([{ kind: 'finished', how: 'learner', score: null }]);
    if (entry === undefined) throw new Error('no entry');
    expect(statementsOf(entry, contextWithoutStart)[0]?.statement.result).toEqual({ completion: false });
  });

  it('separate the consent to research from the notice', () => {
    const verbsFor = (research: 'not-asked' | 'given' | 'refused' | 'withdrawn'): string[] =>
      verbsOf({ kind: 'notice-accepted', noticeVersion: '1', research });
    expect(verbsFor('not-asked')).toEqual([verbs.accepted.id]);
    expect(verbsFor('given')).toEqual([verbs.accepted.id, verbs.accepted.id]);
    expect(verbsFor('refused')).toEqual([verbs.accepted.id, verbs.denied.id]);
    expect(verbsFor('withdrawn')).toEqual([verbs.accepted.id, verbs.retracted.id]);
  });

  it('have a refused action at tier 3, without its ids', () => {
    const action = { app: 'mail', type: 'open', messageId: 'GinetteTremblay' } as const;
    const [rejected] = produce({
      kind: 'rejected',
      scene,
      action,
      code: 'world.unknown-target',
      ...actionTime,
    });
    expect(rejected?.tier).toBe(3);
    expect(JSON.stringify(rejected)).not.toContain('Ginette');
    expect(rejected?.statement.context.extensions).toMatchObject({
      [extensions.action]: 'mail.open',
      [extensions.errorCode]: 'world.unknown-target',
    });
  });

  it.each([
    ['', 'none'],
    ['ok', 'short'],
    ['Je peux venir jeudi à 17 h.', 'medium'],
    [typed.repeat(3), 'long'],
  ])('have only the length class of a typed text (%#)', (text, lengthClass) => {
    const action = { app: 'mail', type: 'write', typed: text } as const;
    const [edited] = produce({ kind: 'action', scene, action, ...actionTime });
    expect(edited?.statement.context.extensions).toMatchObject({ [extensions.lengthClass]: lengthClass });
    if (text !== '') expect(JSON.stringify(edited)).not.toContain(text);
  });

  it('name the features found in a sent text', () => {
    const [sent] = produce({
      kind: 'action',
      scene,
      action: { app: 'mail', type: 'send' },
      features: { time: false, yes: true, greeting: true },
      ...actionTime,
    });
    expect(sent?.statement.context.extensions[extensions.textFeatures]).toEqual(['greeting', 'yes']);
  });

  it('have ids that change with the scoring version and nothing else', () => {
    const of = (scoringVersion: number, build: string): string | undefined => {
      const event: LogEvent = {
        kind: 'scene-ended',
        scene: { ...scene, scoringVersion },
        how: 'done',
        activeMs: 1,
        result: sceneResult,
      };
      return asLog([event]).flatMap((entry) => statementsOf(entry, { ...context, build }))[0]?.id;
    };
    expect(of(2, 'a')).toBe(of(2, 'b'));
    expect(of(2, 'a')).not.toBe(of(3, 'a'));
  });

  it('identify a person by a pseudonym in the namespace of the study', () => {
    expect(pseudonymOf('s1', 'abc')).toEqual({ homePage: `${base}studies/s1`, name: 'abc' });
  });
});

describe('statements of any log', () => {
  it('are valid, have unique ids, are in order of time and contain nothing that was typed', () => {
    fc.assert(
      fc.property(arbitraryLog, (log) => {
        const produced = log.flatMap((entry) => statementsOf(entry, context));
        const statements = produced.map(({ statement }) => statement);
        for (const statement of statements) expect(validateStatement(statement)).toEqual([]);
        const ids = produced.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const times = statements.map(({ timestamp }) => timestamp);
        expect(times).toEqual([...new Set(times)].sort());
        expect(JSON.stringify(statements)).not.toContain('ZQX');
        expect(JSON.stringify(statements)).not.toContain('Ginette');
        // No name occurs twice in an object, and none was moved: a reader that is strict about either accepts them.
        expect(statements.map((statement) => JSON.stringify(statement))).toEqual(
          produced.map(({ bytes }) => bytes),
        );
        for (const { bytes, shared } of produced) {
          const stretch = bytes.slice(shared.from, shared.to);
          expect(stretch).toMatch(/^"actor":\{.*"context":\{.*"extensions":\{/);
          expect(bytes.slice(shared.to)).toMatch(/^,"[^"]*":\d+,/);
        }
        const again = log.flatMap((entry) => statementsOf(entry, context));
        expect(JSON.stringify(again)).toBe(JSON.stringify(produced));
      }),
      { numRuns: 200 },
    );
  });
});
