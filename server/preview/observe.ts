/** What the rules see of a play so far. */
import { evaluateScene, type Evidence } from '../../scenarios/evidence/evaluate.ts';
import { ExpressionError } from '../../scenarios/evidence/expressions.ts';
import { factsOf } from '../../scenarios/evidence/facts.ts';
import { observePlay, type ObservedPlay } from '../../scenarios/evidence/observe-play.ts';
import { appsById } from '../../scenarios/apps/app-lookups.ts';
import type { SceneResult } from '../../scenarios/kit/log.ts';
import type { World, WorldAction } from '../../scenarios/world/types.ts';
import type { PlayedAnswer } from '../contract/preview.ts';
import type { PreviewPlay } from './preview-play.ts';

interface Judged {
  readonly played: ObservedPlay;
  readonly result: SceneResult;
}

export function judge(evidence: Evidence, world: World, actions: readonly WorldAction[]): Judged {
  const played = observePlay(evidence.vocabulary, world, actions);
  const { state } = played;
  const scene = { world, state, actions: played.actions, skipped: state.ended === 'skipped' };
  try {
    return { played, result: evaluateScene(evidence, scene) };
  } catch (fault) {
    if (!(fault instanceof ExpressionError)) throw fault;
    // A rule that compiles may still fail on a play: then none is told as true.
    return { played, result: { rules: [], items: [], misconceptions: [] } };
  }
}

export function tellPlayed(play: PreviewPlay): PlayedAnswer {
  const { world } = play;
  const { files, evidence } = play.scene;
  const { played, result } = judge(evidence, world, play.actions);
  const { fr, en } = files.evidenceTexts;
  const both = (key: string): Record<'fr' | 'en', string> => ({
    fr: fr.data.texts[key] ?? key,
    en: en.data.texts[key] ?? key,
  });
  const facts = Object.entries(factsOf({ world, state: played.state, actions: played.actions }));
  const shown = new Set(['variant', ...world.apps.map((app) => appsById[app].facts.name)]);
  return {
    actions: play.actions.map(spell),
    unfit: play.kept.length - play.actions.length,
    isOver: play.isOver,
    rules: evidence.rules.map(({ id, item, points, text }, index) => {
      const { fired = false, shown: isShown = false, missing = false } = result.rules[index] ?? {};
      return { id, item, points, text: both(text), holds: fired, shown: isShown, missing };
    }),
    misconceptions: evidence.misconceptions.map(({ id, text }) => {
      return { id, text: both(text), holds: result.misconceptions.includes(id) };
    }),
    facts: Object.fromEntries(
      facts.filter(([name]) => shown.has(name)).map(([name, one]) => [name, plain(one)]),
    ),
  };
}

function spell({ app, type, ...fields }: WorldAction): string {
  const values = Object.values(fields).filter((value) => value !== undefined && value !== null);
  return [
    `${app}.${type}`,
    ...values.map((value) => (typeof value === 'object' ? JSON.stringify(value) : String(value))),
  ].join(' ');
}

/** JSON has no whole numbers of their own. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one)]));
}
