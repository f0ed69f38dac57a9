/** The world takes any rank of a result: only texts say what a search shows. */
import { allApps } from '../apps/app-lookups.ts';
import type { FoundAt } from '../kit/app.ts';
import type { Problem, ProblemPath, YamlSource } from '../kit/yaml-source.ts';
import type { Language } from '../world/base.ts';
import { startScene, step } from '../world/scene.ts';
import type { WorldAction } from '../world/types.ts';
import type { ScenarioFiles } from './scenario-files.ts';
import { fillActions, listSettings, type Setting } from './settings.ts';

/** Their plays are in golden statements. */
const withAnyRank: readonly string[] = ['s07-recycling/v1', 's07-recycling/v2'];

/** A route finds in both languages, a play or a tactic in one. */
export function checkResults(files: ScenarioFiles): readonly Problem[] {
  const { plays, tactics, routes, world } = files;
  const searching = allApps.filter(({ checks }) => checks.foundAt !== undefined);
  if (!searching.some(({ checks }) => checks.isIn(world.data))) return [];
  const settings = listSettings(files);
  const isFree = withAnyRank.includes(`${world.data.id}/v${world.data.version}`);
  return [
    ...(isFree ? [] : plays.data.plays).flatMap(({ id, actions, variants }, index) => {
      const own = settings.filter(({ variant }) => variants?.includes(variant) ?? true);
      return report(plays, 'warning', ['plays', index], { play: id }, faultsIn(own, actions, false));
    }),
    ...(tactics?.data.tactics ?? []).flatMap(({ name, actions = [] }, index) => {
      const faults = faultsIn(settings, actions, false);
      return report(tactics, 'error', ['tactics', index], { play: name, law: 3 }, faults);
    }),
    ...(routes?.data.routes ?? []).flatMap(({ name, actions }, index) => {
      const faults = faultsIn(settings, actions, true);
      return report(routes, 'error', ['routes', index], { play: name, law: 8 }, faults);
    }),
  ];
}

interface Fault {
  readonly code: string;
  readonly params: Problem['params'];
}

function report(
  source: YamlSource<unknown> | null,
  severity: Problem['severity'],
  path: ProblemPath,
  params: Problem['params'],
  faults: ReadonlyMap<number, Fault>,
): readonly Problem[] {
  return [...faults].flatMap(
    ([action, fault]) =>
      source?.problem(severity, [...path, 'actions', action], fault.code, { ...params, ...fault.params }) ??
      [],
  );
}

interface Sight extends FoundAt {
  readonly language: Language;
}

/** By place of the action. */
function faultsIn(
  settings: readonly Setting[],
  actions: readonly WorldAction[],
  isInBoth: boolean,
): ReadonlyMap<number, Fault> {
  const faults = new Map<number, Fault>();
  for (const variant of new Set(settings.map((setting) => setting.variant))) {
    const seen = settings.filter((setting) => setting.variant === variant).map(sightsIn(actions));
    for (const index of actions.keys()) {
      const fault = judge(
        seen.flatMap((sights) => sights[index] ?? []),
        isInBoth,
      );
      if (fault !== undefined && !faults.has(index)) faults.set(index, fault);
    }
  }
  return faults;
}

function sightsIn(actions: readonly WorldAction[]) {
  return ({ world, texts, words, language }: Setting): readonly (Sight | undefined)[] => {
    const textOf = (key: string): string => texts[key] ?? '';
    let state = startScene(world);
    return fillActions(actions, words).map((action, index) => {
      const before = { world, state, textOf };
      const next = step(world, state, action, { epoch: 1, actionSeq: index + 1 });
      if (!next.ok) return undefined;
      state = next.state;
      const found = allApps.map(({ checks }) => checks.foundAt?.(before, action)).find(Boolean);
      return found && { ...found, language };
    });
  };
}

function judge(sights: readonly Sight[], isInBoth: boolean): Fault | undefined {
  const [first] = sights;
  if (first === undefined) return undefined;
  const unseen = sights.filter(({ shown }) => shown === 0);
  const { typed, id, rank } = unseen[0] ?? first;
  const params = { typed, id };
  if (unseen.length === sights.length || (isInBoth && unseen.length > 0)) {
    const languages = unseen.map(({ language }) => language).join(', ');
    return { code: 'result.not-shown', params: { ...params, languages } };
  }
  if (sights.some(({ shown }) => shown === rank)) return undefined;
  const places = sights.filter(({ shown }) => shown > 0);
  const isAlike = places.every(({ shown }) => shown === places[0]?.shown);
  const spelled = places.map(({ shown, language }) => (isAlike ? `${shown}` : `${shown} (${language})`));
  const shown = [...new Set(spelled)].join(', ');
  return { code: 'result.other-rank', params: { ...params, rank, shown } };
}
