/** Whether the shared vocabularies that a scenario names exist, and have what its texts are read for. */
import { groupNames } from '../evidence/reading/shared-vocabulary.ts';
import { nameInNote } from '../evidence/action-features.ts';
import { readFeatures } from '../evidence/reading/read-text.ts';
import { isClockTime, timeFeatures } from '../evidence/reading/wanted-time.ts';
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
  return [...problems, ...checkRecognised(files), ...checkUses(files, vocabularies), ...checkKeywords(files)];
}

/** Keywords are the same in every variant, so nothing is filled in there. */
function checkKeywords({ evidenceTexts }: ScenarioFiles): Problem[] {
  return (['fr', 'en'] as const).flatMap((language) => {
    const source = evidenceTexts[language];
    return Object.entries(source.data.keywords).flatMap(([name, words]) =>
      words.flatMap((word, index) =>
        word.includes('{')
          ? [source.problem('error', ['keywords', name, index], 'keywords.placeholder', { name, word })]
          : [],
      ),
    );
  });
}

/** An amount for another use needs both uses named by a known group. */
function checkUses(files: ScenarioFiles, vocabularies: Vocabularies): Problem[] {
  const { amount, besideAmount, amountFor, besideFor } = files.evidence.data.recognises;
  if ([besideAmount, amountFor, besideFor].every((each) => each === undefined)) return [];
  const known = groupsOf(files, vocabularies);
  const isSound =
    amount !== undefined &&
    besideAmount !== undefined &&
    [amountFor, besideFor].every((name) => name !== undefined && known.includes(name));
  return isSound ? [] : [files.evidence.problem('error', ['recognises'], 'recognises.uses')];
}

/** Names of all that the texts of a scenario are read for. */
export function featuresOf(files: ScenarioFiles, vocabularies: Vocabularies): string[] {
  const { vocabularies: shared, recognises } = files.evidence.data;
  const always = shared.length > 0 ? readFeatures : featureNames;
  const has = (name: string): boolean => recognises.time !== undefined || !timeFeatures.includes(name);
  const names = [...always.filter(has), ...groupsOf(files, vocabularies)];
  return [...names, ...names.map(nameInNote)];
}

function groupsOf({ evidence, evidenceTexts }: ScenarioFiles, vocabularies: Vocabularies): string[] {
  const own = [evidenceTexts.fr.data.keywords, evidenceTexts.en.data.keywords];
  return groupNames(
    evidence.data.vocabularies.flatMap((name) => vocabularies.get(name) ?? []),
    own,
  );
}

/** `recognises` must give each variant a day of the week, a code, a time, amounts and the hours of a shift. */
function checkRecognised({ world, evidence }: ScenarioFiles): Problem[] {
  const { day, code, time, amount, besideAmount, shift } = evidence.data.recognises;
  const isDay = (value: string): boolean => (days as readonly string[]).includes(value);
  const isHours = (value: string): boolean => /^(?:\d|10)$/.test(value);
  const fits = {
    day: isDay,
    code: (value: string) => /^[\d -]{4,}$/.test(value),
    time: isClockTime,
    amount: isAmount,
    besideAmount: isAmount,
    'shift.day': isDay,
    'shift.worked': isHours,
    'shift.paid': isHours,
  };
  const ofShift = { 'shift.day': shift?.day, 'shift.worked': shift?.worked, 'shift.paid': shift?.paid };
  const given = Object.entries({ day, code, time, amount, besideAmount, ...ofShift }) as [
    keyof typeof fits,
    string | undefined,
  ][];
  return given.flatMap(([name, written]) =>
    world.data.variants.flatMap(({ id, values }) => {
      if (written === undefined || fits[name](fill(written, values))) return [];
      const params = { name, variant: id, value: fill(written, values) };
      const code = name === 'time' ? 'recognises.no-clock-time' : 'recognises.unsound';
      return [evidence.problem('error', ['recognises', ...name.split('.')], code, params)];
    }),
  );
}

function isAmount(value: string): boolean {
  return /^\d{1,4}$/.test(value);
}
