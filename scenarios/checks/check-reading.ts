/** Whether the shared vocabularies that a scenario names exist, and have what its texts are read for. */
import { groupNames } from '../evidence/reading/shared-vocabulary.ts';
import { nameInNote } from '../evidence/action-features.ts';
import { readFeatures } from '../evidence/reading/read-text.ts';
import { days } from '../kit/word-lists.ts';
import type { Problem } from '../kit/yaml-source.ts';
import { featureNames } from '../schema/scenario.ts';
import { fill } from '../schema/variant.ts';
import type { ScenarioFiles } from './scenario-files.ts';
import type { Vocabularies } from './vocabulary-files.ts';

export function checkReading(files: ScenarioFiles, vocabularies: Vocabularies): Problem[] {
  const { evidence } = files;
  const { vocabularies: names, recognises } = evidence.data;
  const unknown = names.flatMap((name, index) =>
    vocabularies.has(name)
      ? []
      : [evidence.problem('error', ['vocabularies', index], 'vocabulary.unknown', { name })],
  );
  if (unknown.length > 0) return unknown;
  const words = names.flatMap((name) => vocabularies.get(name) ?? []);
  const problems: Problem[] = [];
  if (names.length > 0 && !words.some(({ clauses }) => clauses !== undefined)) {
    // Without them « aucune fraude » would warn.
    problems.push(evidence.problem('error', ['vocabularies'], 'vocabulary.without-clauses'));
  }
  if (names.length === 0 && Object.keys(recognises).length > 0) {
    problems.push(evidence.problem('error', ['recognises'], 'vocabulary.none'));
  }
  return [...problems, ...checkRecognised(files)];
}

/** Names of all that the texts of a scenario are read for. */
export function featuresOf({ evidence, evidenceTexts }: ScenarioFiles, vocabularies: Vocabularies): string[] {
  const own = [evidenceTexts.fr.data.keywords, evidenceTexts.en.data.keywords];
  const words = evidence.data.vocabularies.flatMap((name) => vocabularies.get(name) ?? []);
  const always = evidence.data.vocabularies.length > 0 ? readFeatures : featureNames;
  const names = [...always, ...groupNames(words, own)];
  return [...names, ...names.map(nameInNote)];
}

/** `recognises` must give each variant a day of the week, a code and an amount. */
function checkRecognised({ world, evidence }: ScenarioFiles): Problem[] {
  const { day, code, amount } = evidence.data.recognises;
  const fits = {
    day: (value: string) => (days as readonly string[]).includes(value),
    code: (value: string) => /^[\d -]{4,}$/.test(value),
    amount: (value: string) => /^\d{1,4}$/.test(value),
  };
  const given = Object.entries({ day, code, amount }) as [keyof typeof fits, string | undefined][];
  return given.flatMap(([name, written]) =>
    world.data.variants.flatMap(({ id, values }) => {
      if (written === undefined || fits[name](fill(written, values))) return [];
      const params = { name, variant: id, value: fill(written, values) };
      return [evidence.problem('error', ['recognises', name], 'recognises.unsound', params)];
    }),
  );
}
