/** Everything that can be played, as statements, against the published profile alone. */
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findProblem } from '../../../../sandbox/store/statement-rules.ts';
import type { LogEvent } from '../../../../scenarios/kit/log.ts';
import { profile } from '../../../../xapi/profile/profile.ts';
import { validateStatement } from '../../../support/validate-statement.ts';
import { Conformance } from '../../../support/profile/check-conformance.ts';
import {
  asJson,
  attemptStatements,
  beginning,
  finished,
  plays,
  wholeWeek,
} from '../../../support/profile/played-attempts.ts';
import { arbitraryLog, events, scene } from '../log-samples.ts';

const conformance = new Conformance(JSON.parse(JSON.stringify(profile)));
const tiers = [1, 2, 3] as const;

function problemsOf(events: readonly LogEvent[], whole = true): string[] {
  return tiers.flatMap((tier) =>
    conformance.problemsOfAttempt(asJson(attemptStatements(events, tier)), whole),
  );
}

describe('an attempt conforms to the profile, for destinations of every tier,', () => {
  it.each(plays)('when $name', ({ events }) => {
    expect(problemsOf([...beginning, ...events, ...finished])).toEqual([]);
  });

  it('when the whole week was played', () => {
    expect(problemsOf([...beginning, ...wholeWeek, ...finished])).toEqual([]);
  });

  const frame = { scene: null, actionSeq: 1, tMs: 1, clientAt: 0 };
  const pause: LogEvent = {
    kind: 'frame',
    ...frame,
    action: { app: 'frame', type: 'pause', cause: 'hidden' },
  };
  const relaunch: LogEvent = { kind: 'launched', language: 'en' };
  const reopened: LogEvent = { kind: 'opened', first: false, tMs: 3 };
  const end: LogEvent = { kind: 'frame', ...frame, action: { app: 'frame', type: 'end' } };
  const left: LogEvent = { kind: 'scene-ended', scene, how: 'left', activeMs: 5, result: null };
  const started: LogEvent = { kind: 'scene-started', scene };
  const abandoned: LogEvent = { kind: 'abandoned', lastAt: Date.UTC(2026, 10, 24, 16) };

  it.each<[string, readonly LogEvent[]]>([
    ['paused, launched again and resumed', [pause, relaunch, reopened, ...finished]],
    [
      'ended by the person in a scene',
      [started, end, left, { kind: 'finished', how: 'learner', score: null }],
    ],
    ['abandoned in a pause in a scene', [started, pause, left, abandoned]],
    [
      'consent to research is withdrawn',
      [{ kind: 'notice-accepted', noticeVersion: '1', research: 'withdrawn' }, ...finished],
    ],
  ])('when %s', (_name, events) => {
    expect(problemsOf([...beginning, ...events])).toEqual([]);
  });

  const givenBack: LogEvent = { kind: 'reopened' };
  const aside: LogEvent = { kind: 'invalidated', reason: 'technical' };
  const counts: LogEvent = { kind: 'reinstated' };
  const ended: LogEvent = { kind: 'finished', how: 'learner', score: 40 };
  const done: LogEvent = { kind: 'scene-ended', scene, how: 'done', activeMs: 5, result: null };

  it.each<[string, readonly LogEvent[]]>([
    [
      'opened again by staff, twice, and played to its end',
      [
        ...[started, end, left, ended, givenBack, relaunch, reopened, started, pause, left, abandoned],
        ...[givenBack, reopened, started, done, ...finished],
      ],
    ],
    ['opened again and left lying until it is closed', [ended, givenBack, abandoned]],
    ['set aside after its end and taken back', [...finished, aside, counts, aside]],
    ['set aside while it is played', [started, aside, left, ended, counts]],
    ['set aside, opened again and ended', [ended, aside, givenBack, reopened, ...finished]],
  ])('when %s', (_name, events) => {
    expect(problemsOf([...beginning, ...events])).toEqual([]);
  });

  it('when it was closed before anybody opened it, and reopened by staff', () => {
    const unopened = beginning.slice(0, 2);
    const opened = beginning.slice(2);
    expect(problemsOf([...unopened, abandoned, givenBack, relaunch, ...opened, ...finished])).toEqual([]);
    expect(problemsOf([...unopened, aside, abandoned, counts, givenBack, abandoned])).toEqual([]);
  });

  it('but not if it continues after its end without being reopened by staff', () => {
    expect(problemsOf([...beginning, ...finished, reopened])).not.toEqual([]);
    expect(problemsOf([...beginning, ...finished, givenBack, started])).not.toEqual([]);
  });

  it('when nobody ever opened it, even after a second launch', () => {
    expect(problemsOf([...beginning.slice(0, 2), relaunch, abandoned])).toEqual([]);
  });

  it('while it is still played', () => {
    const events = [...beginning, ...wholeWeek];
    for (const length of [1, 2, 3, 4, 20, events.length]) {
      expect(problemsOf(events.slice(0, length), false)).toEqual([]);
    }
  });
});

/** Any attempt that the server could log: acts and refusals within scenes, everything else at any time. */
const acts = events.filter(({ kind }) => kind === 'action' || kind === 'rejected');
const asides = events
  .filter(({ kind }) => kind === 'frame')
  .concat({ kind: 'opened', first: false, tMs: 1 }, { kind: 'launched', language: 'fr' });
const sceneEnds = events.filter(({ kind }) => kind === 'scene-ended');
const ends = events.filter(({ kind }) => kind === 'finished' || kind === 'abandoned');
const rescorings = events.filter(({ kind }) => kind === 'rescored');
const anyScene = fc
  .tuple(fc.array(fc.constantFrom(...acts, ...asides), { maxLength: 12 }), fc.constantFrom(...sceneEnds))
  .map(([within, end]): LogEvent[] => [{ kind: 'scene-started', scene }, ...within, end]);
const anyAttempt = fc
  .tuple(
    fc.array(
      fc.oneof(
        anyScene,
        fc.constantFrom(...asides).map((aside) => [aside]),
      ),
      { maxLength: 12 },
    ),
    fc.constantFrom(...ends),
    fc.array(fc.constantFrom(...rescorings), { maxLength: 2 }),
  )
  .map(([steps, end, anew]) => [...beginning, ...steps.flat(), end, ...anew]);

describe('any attempt', () => {
  it('matches the pattern, for destinations of every tier', () => {
    fc.assert(
      fc.property(anyAttempt, (attempt) => {
        expect(problemsOf(attempt)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

/** The gate of Learning Locker. It is CommonJS that Node and the test runner would import in two ways. */
const { default: findWarnings } = createRequire(import.meta.url)('@learninglocker/xapi-validation') as {
  default: (statement: unknown) => readonly unknown[];
};

describe('statements of any log', () => {
  it('pass third-party checkers, ours, and the profile', () => {
    fc.assert(
      fc.property(arbitraryLog, (log) => {
        for (const statement of asJson(attemptStatements(log))) {
          expect(findProblem(statement, '1.0.3')).toBeUndefined();
          expect(findProblem(statement, '2.0.0')).toBeUndefined();
          expect(findWarnings(statement)).toEqual([]);
          expect(validateStatement(statement)).toEqual([]);
          expect(conformance.problemsOf(statement)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('fail if something is wrong', () => {
    const [statement] = asJson(attemptStatements(beginning));
    expect(findWarnings({ ...Object(statement), timestamp: 'soon' })).not.toEqual([]);
    expect(findWarnings({ ...Object(statement), mood: 'good' })).not.toEqual([]);
  });
});
