/**
 * Actions that the client never sends: real ones of any scenario with some strings replaced by unusual ones. The
 * world accepts or refuses whatever the format allows, and all that is derived from the log is valid.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashState } from '../../../scenarios/world/hash.ts';
import { withoutText } from '../../../scenarios/world/mail/draft.ts';
import { replay } from '../../../scenarios/world/scene.ts';
import type { PlacedAction, SceneState, WorldAction } from '../../../scenarios/world/types.ts';
import type { ObservedPlay } from '../../../scenarios/evidence/observe-play.ts';
import type { LogEntry } from '../../../scenarios/kit/log.ts';
import { namesInAction } from '../../../server/reporting/action-words.ts';
import { statementsOf } from '../../support/statements.ts';
import { validateStatement } from '../../support/validate-statement.ts';
import { oddActions } from '../../support/odd-actions.ts';
import { content } from '../../support/s02.ts';
import { isPlay, listPlayedScenarios, playIn, resultIn } from '../../support/scene-plays.ts';
import { context, scene } from '../xapi/log-samples.ts';

const undo: WorldAction = { app: 'desk', type: 'undo' };
const runs = { numRuns: 80 };
const scenarios = listPlayedScenarios();
const known = scenarios.flatMap(({ plays }) => plays.flatMap(({ actions }) => actions.filter(isPlay)));

describe.each(scenarios)('malformed or unusual actions in $name', (scenario) => {
  const own = scenario.plays.flatMap(({ actions }) => actions.filter(isPlay));
  const walk = fc.array(
    fc.oneof(oddActions(own), oddActions(known), fc.constantFrom(...own), fc.constant(undo)),
    { maxLength: 60 },
  );

  it('give the same state and hash when replayed', () => {
    fc.assert(
      fc.property(walk, (actions) => {
        const played = playIn(scenario, actions);
        const stored = copy(played.actions) as PlacedAction[];
        expect(replay(scenario.world, stored)).toEqual(played.state);
        expect(hashState(copy(played.state) as SceneState)).toBe(hashState(played.state));
      }),
      runs,
    );
  });

  it('give the same evidence after typed texts are erased', () => {
    fc.assert(
      fc.property(walk, (actions) => {
        const played = playIn(scenario, actions);
        const erased = played.actions.map((entry) =>
          'typed' in entry.action
            ? { ...entry, action: { ...entry.action, typed: withoutText(entry.action.typed) } }
            : entry,
        );
        const after = { ...played, state: replay(scenario.world, erased), actions: erased };
        expect(resultIn(scenario, after)).toEqual(resultIn(scenario, played));
      }),
      runs,
    );
  });

  it('give valid statements and names in the review, accepted or refused', () => {
    const { id, version } = scenario.world;
    const fitted = content.publicScene(id, version, 1);
    fc.assert(
      fc.property(walk, (actions) => {
        for (const entry of entriesOf(actions, playIn(scenario, actions))) {
          const made = statementsOf(entry, context).map(({ statement }) => statement);
          expect(made.flatMap((each) => validateStatement(copy(each)))).toEqual([]);
          for (const words of Object.values(namesInAction(entry.action, fitted))) {
            expect(words.fr).not.toBe('');
          }
        }
      }),
      runs,
    );
  });
});

function copy(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

type ActionEntry = Extract<LogEntry, { kind: 'action' | 'rejected' }>;

/** The log of a play, as the server would write it. */
function entriesOf(actions: readonly WorldAction[], played: ObservedPlay): ActionEntry[] {
  return actions.map((action, index) => {
    const at = 1_800_000_000_000 + index * 100;
    const place = { logSeq: index + 3, epoch: 1, actionSeq: index + 1, at, receivedAt: at };
    const base = { ...place, scene, action, tMs: index * 100, clientAt: at };
    const isHere = ({ actionSeq }: { actionSeq: number }): boolean => actionSeq === index + 1;
    const refused = played.refused.find(isHere);
    if (refused !== undefined) return { ...base, kind: 'rejected', code: refused.code };
    const features = played.actions.find(isHere)?.features;
    return { ...base, kind: 'action', ...(features && { features }) };
  });
}
