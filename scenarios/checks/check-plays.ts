import { listPhrases } from '../apps/app-lookups.ts';
import { evaluateScene, type Evidence } from '../evidence/evaluate.ts';
import { ExpressionError } from '../evidence/expressions.ts';
import { observePlay } from '../evidence/observe-play.ts';
import { featuresOfText } from '../evidence/action-features.ts';
import { derivedFeatures } from '../evidence/reading/read-text.ts';
import { namesIn } from '../kit/feature-facts.ts';
import type { SceneResult } from '../kit/log.ts';
import type { PlaysFile } from '../schema/scenario.ts';
import { fill, fitToSeed } from '../schema/variant.ts';
import type { World, WorldAction } from '../world/types.ts';
import type { Problem } from '../kit/yaml-source.ts';
import { ruleProblem } from './compile-rules.ts';
import type { ScenarioFiles } from './scenario-files.ts';

/**
 * The plays must prove that every rule can fire and can miss. Also checks the declared features of ready-made
 * sentences.
 */
export function checkPlays(files: ScenarioFiles, evidence: Evidence): readonly Problem[] {
  try {
    return [...checkPhrases(files, evidence), ...checkPlayList(files, evidence)];
  } catch (fault) {
    // A rule may compile and still fail on a play, e.g. on a value of another type.
    if (fault instanceof ExpressionError) return [ruleProblem(files, fault)];
    throw fault;
  }
}

function checkPlayList(files: ScenarioFiles, evidence: Evidence): Problem[] {
  const problems = new Map<string, Problem>();
  const results: SceneResult[] = [];
  const variants = listVariants(files);
  for (const [index, play] of files.plays.data.plays.entries()) {
    const report = (code: string, params: Problem['params']): void => {
      const problem = files.plays.problem('error', ['plays', index], code, { play: play.id, ...params });
      problems.set(JSON.stringify(problem), problem);
    };
    const known = files.world.data.variants.map(({ id }) => id);
    for (const id of (play.variants ?? []).filter((each) => !known.includes(each))) {
      report('id.unknown', { id, kind: 'variant' });
    }
    for (const { world, actions: tried } of listTrials(variants, play)) {
      const { state, actions, refused } = observePlay(evidence.vocabulary, world, tried);
      for (const { actionSeq, code } of refused) report('play.refused', { action: actionSeq, refusal: code });
      const skipped = state.ended === 'skipped';
      const result = evaluateScene(evidence, { world, state, actions, skipped });
      results.push(result);
      const fired = result.rules.filter((rule) => rule.fired).map(({ rule }) => rule);
      const shown = result.rules.filter((rule) => rule.shown).map(({ rule }) => rule);
      compare('fires', play.fires, fired, report);
      compare('shown', play.shown, shown, report);
      compare('misconceptions', play.misconceptions, result.misconceptions, report);
    }
  }
  return [...problems.values(), ...checkCoverage(files, results)];
}

interface VariantWords {
  readonly id: string;
  readonly world: World;
  readonly words: Readonly<Record<string, string>>;
}

function listVariants(files: ScenarioFiles): readonly VariantWords[] {
  const texts = { fr: files.worldTexts.fr.data, en: files.worldTexts.en.data };
  return files.world.data.variants.flatMap(({ id, values }, seed) => {
    const { world } = fitToSeed(files.world.data, texts, seed);
    return (['fr', 'en'] as const).map((language) => ({
      id,
      world,
      words: { ...values, ...texts[language].variants[id] },
    }));
  });
}

function listTrials(
  variants: readonly VariantWords[],
  play: PlaysFile['plays'][number],
): readonly { readonly world: World; readonly actions: readonly WorldAction[] }[] {
  const fitting = variants.filter(({ id }) => play.variants?.includes(id) ?? true);
  const trials = fitting.map(({ world, words }) => {
    const actions = play.actions.map((action) =>
      'typed' in action ? { ...action, typed: fill(action.typed, words) } : action,
    );
    return [JSON.stringify([world.values, actions]), { world, actions }] as const;
  });
  return [...new Map(trials).values()];
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

function checkCoverage(files: ScenarioFiles, results: readonly SceneResult[]): Problem[] {
  const { evidence } = files;
  const ruleProblems = evidence.data.rules.flatMap(({ id }, index) => {
    const outcomes = results.flatMap(({ rules }) => rules.filter(({ rule }) => rule === id));
    const lacking = (code: string): Problem =>
      evidence.problem('error', ['rules', index], code, { rule: id });
    return [
      ...(outcomes.some(({ fired }) => fired) ? [] : [lacking('rule.never-fires')]),
      ...(outcomes.some(({ fired }) => !fired) ? [] : [lacking('rule.never-misses')]),
    ];
  });
  const unseen = evidence.data.misconceptions.flatMap(({ id }, index) =>
    results.some(({ misconceptions }) => misconceptions.includes(id))
      ? []
      : [evidence.problem('error', ['misconceptions', index], 'misconception.never-seen', { id })],
  );
  return [...ruleProblems, ...unseen];
}

function checkPhrases(files: ScenarioFiles, evidence: Evidence): Problem[] {
  const texts = { fr: files.worldTexts.fr.data, en: files.worldTexts.en.data };
  const phrases = listPhrases(files.world.data);
  return files.world.data.variants.flatMap((_variant, seed) => {
    const fitted = fitToSeed(files.world.data, texts, seed);
    return (['fr', 'en'] as const).flatMap((language) =>
      phrases.flatMap(({ id, text }) => {
        const typed = fitted.texts[language][text] ?? '';
        const message = { as: 'message', typed, phrases: [] } as const;
        const read = namesIn(featuresOfText(evidence.vocabulary, fitted.world.values, message));
        const found = read.filter((name) => !derivedFeatures.includes(name));
        const expected = [...(files.evidence.data.phrases[id] ?? [])].sort().join(' ');
        if (expected === found.sort().join(' ')) return [];
        const params = { id, language, expected, found: found.join(' ') };
        return [files.evidence.problem('error', ['phrases', id], 'phrase.reads-otherwise', params)];
      }),
    );
  });
}
