import { allApps } from '../apps/app-lookups.ts';
import { commonFacts, factTypes } from '../evidence/facts.ts';
import { timeFeatures } from '../evidence/reading/wanted-time.ts';
import type { Problem } from '../kit/yaml-source.ts';
import { simulatedAppIds } from '../world/app-list.ts';
import { literalsOf } from './rule-words.ts';
import { featuresOf } from './check-reading.ts';
import type { ScenarioFiles } from './scenario-files.ts';
import { listSettings } from './settings.ts';
import type { Vocabularies } from './vocabulary-files.ts';

const fields = [...factTypes.flatMap((type) => Object.values(type.fields)), ...Object.values(commonFacts)];

/** What facts can hold by their own descriptions: `reply-all`, `trash`. */
const factWords = fields.flatMap(({ doc }) =>
  [...`${doc.fr} ${doc.en}`.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word),
);

/**
 * Texts in rules that the scene does not have: a slip in an id makes a rule never or always true.
 * @throws ExpressionError
 */
export function checkLiterals(files: ScenarioFiles, vocabularies: Vocabularies): Problem[] {
  const { definitions, rules, misconceptions } = files.evidence.data;
  const known = new Set([
    ...[...factWords, ...featuresOf(files, vocabularies)],
    ...stringsIn(files.evidence.data.phrases),
    ...listSettings(files).flatMap(({ world, words }) => [...stringsIn(world), ...Object.values(words)]),
  ]);
  const sources = [
    ...definitions.map(({ name, is }, index) => ({
      id: name,
      source: is,
      path: ['definitions', index, 'is'],
    })),
    ...rules.map(({ id, when }, index) => ({ id, source: when, path: ['rules', index, 'when'] })),
    ...misconceptions.map(({ id, when }, index) => ({
      id,
      source: when,
      path: ['misconceptions', index, 'when'],
    })),
  ];
  return sources.flatMap(({ id, source, path }) =>
    [...new Set(literalsOf(id, source))]
      .filter((text) => text !== '' && !known.has(text) && !isActionKind(text))
      .map((text) => {
        const code = timeFeatures.includes(text) ? 'rule.time-unnamed' : 'rule.unknown-text';
        return files.evidence.problem('error', path, code, { rule: id, text });
      }),
  );
}

function isActionKind(text: string): boolean {
  return [...simulatedAppIds, 'desk'].some((app) => text.startsWith(`${app}.`));
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]: [string, unknown]) => [key, ...stringsIn(each)]);
}

/** Ids of a pair, which no rule need name. */
export function checkPairs(files: ScenarioFiles): Problem[] {
  const known = new Set(listSettings(files).flatMap(({ world }) => stringsIn(world)));
  return files.evidence.data.rules.flatMap(({ pair }, index) =>
    [...(pair?.danger ?? []), ...(pair?.harmless ?? [])]
      .filter((id) => !known.has(id))
      .map((id) =>
        files.evidence.problem('error', ['rules', index, 'pair'], 'id.unknown', { id, kind: 'thing' }),
      ),
  );
}

/** Choices that read alike cannot be told apart. */
export function checkChoices(files: ScenarioFiles): Problem[] {
  const problems = listSettings(files).flatMap(({ world, texts, language }) =>
    allApps
      .flatMap(({ checks }) => checks.choices?.(world) ?? [])
      .flatMap((keys) => {
        const words = keys.map((key) => texts[key] ?? key);
        return keys.flatMap((key, index) => {
          const other = words.indexOf(words[index] ?? '');
          if (other === index || keys[other] === key) return [];
          const params = { key, other: keys[other] ?? '' };
          return [files.worldTexts[language].problem('error', ['texts', key], 'choice.twice', params)];
        });
      }),
  );
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
