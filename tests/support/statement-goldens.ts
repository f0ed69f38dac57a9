/**
 * The texts of the statements of every play and of every kind of log entry, as digests. A record store refuses a statement
 * that it already holds with other bytes, so a text must never change once it was sent.
 */
import { hash } from 'node:crypto';
import type { LogEvent } from '../../scenarios/kit/log.ts';
import { asLog, context, contextWithoutStart, events, scene } from '../unit/xapi/log-samples.ts';
import { beginning, finished, sceneEvents } from './profile/played-attempts.ts';
import { listPlayedScenarios } from './scene-plays.ts';
import { type StatementContext, statementsOf } from './statements.ts';

/** Files by path, with what must stand in them. */
export function statementGoldenFiles(): Readonly<Record<string, string>> {
  const plays = listPlayedScenarios().map((scenario) => {
    const digests = scenario.plays.map(({ id, actions }) => {
      const attempt = [...beginning, ...sceneEvents(scenario, actions, '1'), ...finished];
      return [id, digestsOf(attempt, context)] as const;
    });
    return [scenario.name, digests] as const;
  });
  return Object.fromEntries(
    [...plays, ['events', eventDigests()] as const].map(([name, digests]) => [
      `tests/golden/statements/${name}.json`,
      `${JSON.stringify(Object.fromEntries(digests), null, 2)}\n`,
    ]),
  );
}

/** Each sample event by itself, in both languages, in an attempt with and without a start and a course. */
function eventDigests(): (readonly [string, string[]])[] {
  const contexts: readonly StatementContext[] = [
    context,
    { ...context, language: 'en' },
    { ...contextWithoutStart, courseId: null },
  ];
  const eased: LogEvent = { kind: 'scene-started', scene: { ...scene, eased: true } };
  return [...events, eased].map((event) => [
    JSON.stringify(event),
    contexts.flatMap((of) => digestsOf([event], of)),
  ]);
}

function digestsOf(attempt: readonly LogEvent[], of: StatementContext): string[] {
  const texts = asLog(attempt).flatMap((entry) => statementsOf(entry, of).map(({ bytes }) => bytes));
  // 96 bits of SHA-256 detect a change; complete digests would make the files three times as long.
  return texts.map((text) => hash('sha256', text, 'base64url').slice(0, 16));
}
