/** What every law looks at: a scene, and how it is played in each variant. */
import { evaluateScene, type Evidence } from '../../evidence/evaluate.ts';
import { observePlay, type ObservedPlay } from '../../evidence/observe-play.ts';
import type { SceneResult } from '../../kit/log.ts';
import type { Problem, YamlSource } from '../../kit/yaml-source.ts';
import type { RoutesFile, TacticsFile } from '../../schema/laws-schema.ts';
import type { WorldAction } from '../../world/types.ts';
import type { ScenarioFiles } from '../scenario-files.ts';
import { fillActions, listSettings, type Setting } from '../settings.ts';

export type JudgedFiles = ScenarioFiles & {
  readonly tactics: YamlSource<TacticsFile>;
  readonly routes: YamlSource<RoutesFile>;
};

export interface Trial {
  readonly name: string;
  readonly setting: Setting;
  readonly played: ObservedPlay;
  readonly result: SceneResult;
}

export type Rule = Evidence['rules'][number];
export type Route = RoutesFile['routes'][number];
export type Tactic = TacticsFile['tactics'][number];

/** A route or tactic in every setting. */
interface Tried<Declared> {
  readonly declared: Declared;
  /** Place in its file. */
  readonly index: number;
  readonly trials: readonly Trial[];
}

export interface LawScene {
  readonly files: JudgedFiles;
  readonly evidence: Evidence;
  readonly settings: readonly Setting[];
  /** One setting per variant, for what no language changes. */
  readonly variants: readonly Setting[];
  readonly plays: readonly Trial[];
  readonly routes: readonly Tried<Route>[];
  /** Those with actions of their own. */
  readonly tactics: readonly Tried<Tactic>[];
  readonly play: (name: string, setting: Setting, actions: readonly WorldAction[]) => Trial;
  readonly judge: (name: string, setting: Setting, played: ObservedPlay) => Trial;
}

export function createLawScene(files: JudgedFiles, evidence: Evidence): LawScene {
  const settings = listSettings(files);
  const judge: LawScene['judge'] = (name, setting, played) => {
    const { state, actions } = played;
    const observed = { world: setting.world, state, actions, skipped: state.ended === 'skipped' };
    return { name, setting, played, result: evaluateScene(evidence, observed) };
  };
  const known = new Map<string, Trial>();
  const play: LawScene['play'] = (name, setting, actions) => {
    const filled = fillActions(actions, setting.words);
    const key = JSON.stringify([setting.variant, filled]);
    const trial =
      known.get(key) ?? judge(name, setting, observePlay(evidence.vocabulary, setting.world, filled));
    known.set(key, trial);
    return { ...trial, name, setting };
  };
  const inAll = (name: string, actions: readonly WorldAction[], variants?: readonly string[]): Trial[] =>
    settings
      .filter(({ variant }) => variants?.includes(variant) ?? true)
      .map((setting) => play(name, setting, actions));
  // Many, and only the thorough laws look at them.
  let plays: readonly Trial[] | undefined;
  return {
    files,
    evidence,
    settings,
    variants: settings.filter(({ language }) => language === 'fr'),
    get plays() {
      plays ??= files.plays.data.plays.flatMap(({ id, actions, variants }) => inAll(id, actions, variants));
      return plays;
    },
    routes: files.routes.data.routes.map((declared, index) => ({
      declared,
      index,
      trials: inAll(declared.name, declared.actions),
    })),
    tactics: files.tactics.data.tactics.flatMap((declared, index) =>
      declared.actions === undefined
        ? []
        : [{ declared, index, trials: inAll(declared.name, declared.actions) }],
    ),
    play,
    judge,
  };
}

/** Where and how a trial was played, for a finding. */
export function told({ name, setting, played }: Trial): Problem['params'] {
  const { variant, language } = setting;
  return { play: name, variant, language, actions: spell(played.actions.map(({ action }) => action)) };
}

/** The last actions in short: `mail.open m1 · mail.report m1`. */
export function spell(actions: readonly WorldAction[]): string {
  const shown = actions.slice(-12).map(({ app, type, ...fields }) => {
    const values = Object.values(fields).filter((value) => typeof value === 'string');
    return [`${app}.${type}`, ...values].join(' ');
  });
  return [...(actions.length > shown.length ? ['…'] : []), ...shown].join(' · ');
}

export function ruleFinding(
  { files }: LawScene,
  rule: Rule,
  code: string,
  params: Problem['params'],
): Problem {
  const index = files.evidence.data.rules.findIndex(({ id }) => id === rule.id);
  return files.evidence.problem('error', ['rules', index], code, { rule: rule.id, ...params });
}

/** Rules that gave points, by id. */
export function earnedRules({ result }: Pick<Trial, 'result'>): readonly string[] {
  return result.rules.filter(({ points }) => points > 0).map(({ rule }) => rule);
}

export function hasFired({ result }: Pick<Trial, 'result'>, rule: string): boolean {
  return result.rules.some((one) => one.rule === rule && one.fired);
}

/** Keeps the first finding per code and line: the same fault shows in many plays. */
export function onePerLine(problems: readonly Problem[]): Problem[] {
  const first = new Map<string, Problem>();
  for (const problem of problems) {
    const { code, file, line, params } = problem;
    const key = JSON.stringify([code, file, line, params.rule]);
    if (!first.has(key)) first.set(key, problem);
  }
  return [...first.values()];
}
