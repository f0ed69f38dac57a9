import { listPhrases } from '../apps/app-lookups.ts';
import { evaluateScene, type Evidence } from '../evidence/evaluate.ts';
import { observePlay } from '../evidence/observe-play.ts';
import { featuresOfText } from '../evidence/action-features.ts';
import { derivedFeatures } from '../evidence/reading/read-text.ts';
import { namesIn } from '../kit/feature-facts.ts';
import type { SceneResult } from '../kit/log.ts';
import type { PlaysFile } from '../schema/scenario.ts';
import { fitToSeed } from '../schema/variant.ts';
import type { World, WorldAction } from '../world/types.ts';
import type { Problem } from '../kit/yaml-source.ts';
import { isJudged, type ScenarioFiles } from './scenario-files.ts';
import { spell } from './laws/law-scene.ts';
import { fillActions, listSettings, type Setting } from './settings.ts';

/**
 * The plays must prove that every rule can fire and can miss. Also checks the declared features of ready-made
 * sentences. @throws ExpressionError if a rule fails on a play
 */
export function checkPlays(files: ScenarioFiles, evidence: Evidence): readonly Problem[] {
  return [
    ...checkPhrases(files, evidence),
    ...checkPlayList(files, evidence),
    // Law 1 says it of a judged scene.
    ...(isJudged(files) ? [] : checkStart(files, evidence)),
  ];
}

function checkStart(files: ScenarioFiles, evidence: Evidence): Problem[] {
  const found = listSettings(files).flatMap(({ world }) => {
    const { state, actions } = observePlay(evidence.vocabulary, world, []);
    const { rules } = evaluateScene(evidence, { world, state, actions, skipped: false });
    return rules.flatMap(({ rule, fired }, index) => (fired ? [{ rule, index }] : []));
  });
  return [...new Map(found.map(({ rule, index }) => [rule, index]))].map(([rule, index]) =>
    files.evidence.problem('warning', ['rules', index], 'rule.true-at-start', { rule }),
  );
}

function checkPlayList(files: ScenarioFiles, evidence: Evidence): Problem[] {
  const problems = new Map<string, Problem>();
  const results: PlayResult[] = [];
  const settings = listSettings(files);
  for (const [index, play] of files.plays.data.plays.entries()) {
    const report = (code: string, params: Problem['params']): void => {
      const problem = files.plays.problem('error', ['plays', index], code, { play: play.id, ...params });
      problems.set(JSON.stringify(problem), problem);
    };
    const known = files.world.data.variants.map(({ id }) => id);
    for (const id of (play.variants ?? []).filter((each) => !known.includes(each))) {
      report('id.unknown', { id, kind: 'variant' });
    }
    for (const { world, actions: tried, variants } of listTrials(settings, play)) {
      const { state, actions, refused } = observePlay(evidence.vocabulary, world, tried);
      for (const { actionSeq, code } of refused) {
        const act = spell(tried.slice(actionSeq - 1, actionSeq));
        report('play.refused', { action: actionSeq, act, refusal: code });
      }
      const skipped = state.ended === 'skipped';
      const result = evaluateScene(evidence, { world, state, actions, skipped });
      results.push({ variants, result });
      const fired = result.rules.filter((rule) => rule.fired).map(({ rule }) => rule);
      const shown = result.rules.filter((rule) => rule.shown).map(({ rule }) => rule);
      compare('fires', play.fires, fired, report);
      compare('shown', play.shown, shown, report);
      compare('misconceptions', play.misconceptions, result.misconceptions, report);
    }
  }
  return [...problems.values(), ...checkCoverage(files, results)];
}

interface PlayTrial {
  readonly world: World;
  readonly actions: readonly WorldAction[];
  /** In which the play is the same, so that it is tried once. */
  readonly variants: readonly string[];
}

function listTrials(settings: readonly Setting[], play: PlaysFile['plays'][number]): readonly PlayTrial[] {
  const trials = new Map<string, PlayTrial>();
  for (const { variant, world, words } of settings) {
    if (play.variants?.includes(variant) === false) continue;
    const actions = fillActions(play.actions, words);
    const key = JSON.stringify([world.values, actions]);
    trials.set(key, { world, actions, variants: [...(trials.get(key)?.variants ?? []), variant] });
  }
  return [...trials.values()];
}

function compare(
  what: string,
  expected: readonly string[],
  found: readonly string[],
  report: (code: string, params: Problem['params']) => void,
): void {
  const wanted = [...expected].sort().join(' ');
  const got = [...found].sort().join(' ');
  if (wanted !== got) report('play.differs', { what, expected: wanted, found: got });
}

interface PlayResult {
  readonly variants: readonly string[];
  readonly result: SceneResult;
}

/** Each rule must be proven in each variant. */
function checkCoverage(files: ScenarioFiles, results: readonly PlayResult[]): Problem[] {
  const { evidence, world } = files;
  const variants = world.data.variants.map(({ id }) => id);
  const ruleProblems = evidence.data.rules.flatMap(({ id }, index) => {
    const provenIn = (fired: boolean): readonly string[] =>
      variants.filter((variant) =>
        results.some(
          (one) =>
            one.variants.includes(variant) &&
            one.result.rules.some((rule) => rule.rule === id && rule.fired === fired),
        ),
      );
    return [
      { code: 'rule.never-fires', proven: provenIn(true) },
      { code: 'rule.never-misses', proven: provenIn(false) },
    ].flatMap(({ code, proven }) => {
      if (proven.length === variants.length) return [];
      const lacking = variants.filter((variant) => !proven.includes(variant)).join(' ');
      const params: Record<string, string> =
        proven.length === 0 ? { rule: id } : { rule: id, variants: lacking };
      return [evidence.problem('error', ['rules', index], code, params)];
    });
  });
  const unseen = evidence.data.misconceptions.flatMap(({ id }, index) =>
    results.some(({ result: { misconceptions } }) => misconceptions.includes(id))
      ? []
      : [evidence.problem('error', ['misconceptions', index], 'misconception.never-seen', { id })],
  );
  return [...ruleProblems, ...unseen];
}

function checkPhrases(files: ScenarioFiles, evidence: Evidence): Problem[] {
  const texts = { fr: files.worldTexts.fr.data, en: files.worldTexts.en.data };
  const phrases = listPhrases(files.world.data);
  const problems = files.world.data.variants.flatMap((_variant, seed) => {
    const fitted = fitToSeed(files.world.data, texts, seed);
    return (['fr', 'en'] as const).flatMap((language) =>
      phrases.flatMap(({ id, text }) => {
        const typed = fitted.texts[language][text] ?? '';
        const message = { as: 'message', typed, phrases: [] } as const;
        const read = namesIn(featuresOfText(evidence.vocabulary, fitted.world.values, message));
        const found = read.filter((name) => !derivedFeatures.includes(name));
        const expected = [...(files.evidence.data.phrases[id] ?? [])].sort().join(' ');
        if (expected === found.sort().join(' ')) return [];
        const params = { id, language, text: typed, expected, found: found.join(' ') };
        return [files.evidence.problem('error', ['phrases', id], 'phrase.reads-otherwise', params)];
      }),
    );
  });
  // A sentence that reads alike in all variants is told of once, with the words of the first.
  const alike = ({ params: { id, language, found } }: Problem): string => `${id} ${language} ${found}`;
  return [
    ...new Map(problems.toReversed().map((problem) => [alike(problem), problem])).values(),
  ].toReversed();
}
