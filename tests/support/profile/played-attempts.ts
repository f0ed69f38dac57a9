/** Attempts as the server logs them, from the named plays of every scenario. */
import type { LogEvent, SceneRef } from '../../../scenarios/kit/log.ts';
import type { WorldAction } from '../../../scenarios/world/types.ts';
import { statementsOf } from '../statements.ts';
import type { Statement } from '../../../xapi/statement.ts';
import { asLog, context } from '../../unit/xapi/log-samples.ts';
import { listPlayedScenarios, playIn, type PlayedScenario, resultIn } from '../scene-plays.ts';

const playedScenarios = listPlayedScenarios();

/** Every play by scenario and name. */
export const plays: readonly { readonly name: string; readonly events: readonly LogEvent[] }[] =
  playedScenarios.flatMap((scenario) =>
    scenario.plays.map(({ id, actions }) => ({
      name: `${scenario.name} ${id}`,
      events: sceneEvents(scenario, actions, '1'),
    })),
  );

/** One attempt through every scenario, each with its first play. */
export const wholeWeek: readonly LogEvent[] = playedScenarios.flatMap((scenario, index) =>
  sceneEvents(scenario, scenario.plays[0]?.actions ?? [], String(index + 1)),
);

export const beginning: readonly LogEvent[] = [
  { kind: 'launched', language: 'fr' },
  { kind: 'notice-accepted', noticeVersion: '1', research: 'given' },
  { kind: 'opened', first: true, tMs: 12 },
];

export const finished: readonly LogEvent[] = [{ kind: 'finished', how: 'form-done', score: 61 }];

/**
 * The events of one scene as the server logs them, with refused actions and the result. If the play does not end its
 * scene, the person left midway.
 * @param scoringBump added to the current scoring version
 */
export function sceneEvents(
  scenario: PlayedScenario,
  actions: readonly WorldAction[],
  sceneId: string,
  scoringBump = 0,
): LogEvent[] {
  const scene: SceneRef = {
    sceneId,
    scenario: scenario.world.id,
    worldVersion: scenario.world.version,
    scoringVersion: scenario.evidence.scoringVersion + scoringBump,
  };
  const played = playIn(scenario, actions);
  const steps = actions.map((action, index): LogEvent => {
    const given = { scene, action, actionSeq: index + 1, tMs: index * 900, clientAt: 0 };
    const refused = played.refused.find(({ actionSeq }) => actionSeq === index + 1);
    if (refused !== undefined) return { kind: 'rejected', ...given, code: refused.code };
    const features = played.actions.find(({ actionSeq }) => actionSeq === index + 1)?.features;
    return { kind: 'action', ...given, ...(features === undefined ? {} : { features }) };
  });
  const { ended } = played.state;
  const how = ended === null ? 'left' : ended === 'skipped' ? 'skipped' : 'done';
  const result = ended === null ? null : resultIn(scenario, played);
  return [
    { kind: 'scene-started', scene },
    ...steps,
    { kind: 'scene-ended', scene, how, activeMs: actions.length * 900, result },
  ];
}

/** The statements of an attempt, as a record store gets them, up to a tier. */
export function attemptStatements(events: readonly LogEvent[], tier = 3): Statement[] {
  return asLog(events)
    .flatMap((entry) => statementsOf(entry, context))
    .filter((produced) => produced.tier <= tier)
    .map(({ statement }) => statement);
}

/** As JSON that a test may change. */
export function asJson(statements: readonly Statement[]): Record<string, unknown>[] {
  return JSON.parse(JSON.stringify(statements)) as Record<string, unknown>[];
}
