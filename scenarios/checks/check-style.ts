/** A finding that the value of a variant brings is told of the value. */
import { fill, placeholdersIn, wordsFor } from '../schema/variant.ts';
import type { Language } from '../world/base.ts';
import type { Problem, YamlSource } from '../kit/yaml-source.ts';
import type { ScenarioFiles } from './scenario-files.ts';
import { checkWriting, type Finding, longestAverage, sentencesOf, wordCount } from './writing-rules.ts';

type TextSource = YamlSource<{ readonly texts: Readonly<Record<string, string>> }>;

export interface Filling {
  readonly variant: string;
  readonly words: Readonly<Record<string, string>>;
  /** Undefined for a date, which nobody wrote. */
  readonly problem: (name: string, finding: Finding) => Problem | undefined;
}

export const withoutValues: readonly Filling[] = [{ variant: '', words: {}, problem: () => undefined }];

export function fillingsOf({ world, worldTexts }: ScenarioFiles, language: Language): readonly Filling[] {
  const source = worldTexts[language];
  return world.data.variants.map((variant, index) => ({
    variant: variant.id,
    words: wordsFor(variant, source.data, language),
    problem: (name, { code, params }) => {
      if (source.data.variants[variant.id]?.[name] !== undefined) {
        return source.problem('error', ['variants', variant.id, name], code, params);
      }
      if (variant.values[name] === undefined) return undefined;
      return world.problem('error', ['variants', index, 'values', name], code, params);
    },
  }));
}

export function checkStyle(
  language: Language,
  source: TextSource,
  fillings: readonly Filling[],
  content: ReadonlySet<string> = new Set(),
): Problem[] {
  const problems = new Map<string, Problem>();
  const add = (finding: Finding, find: (finding: Finding) => Problem | undefined): void => {
    const name = JSON.stringify(finding);
    const problem = problems.get(name) ?? find(finding);
    if (problem !== undefined) problems.set(name, problem);
  };
  const sentences: string[] = [];
  for (const [key, text] of Object.entries(source.data.texts)) {
    const check = (words: string): Finding[] => checkWriting(language, words, !content.has(key));
    for (const filling of fillings) {
      const filled = fill(text, filling.words);
      sentences.push(...sentencesOf(filled));
      for (const finding of check(filled)) {
        const names = has(check(text), finding) ? [] : valuesWith(text, filling, check, finding);
        for (const name of names) add(inValue(finding, name, filling), (one) => filling.problem(name, one));
        if (names.length > 0) continue;
        const params = { key, ...finding.params };
        add({ code: finding.code, params }, (one) =>
          source.problem('error', ['texts', key], one.code, one.params),
        );
      }
    }
  }
  return [...problems.values(), ...averageOf(source, sentences)];
}

function valuesWith(
  text: string,
  { words }: Filling,
  check: (words: string) => Finding[],
  finding: Finding,
): readonly string[] {
  return placeholdersIn(text).filter((name) => has(check(words[name] ?? ''), finding));
}

function has(findings: readonly Finding[], { code, params }: Finding): boolean {
  return findings.some((one) => one.code === code && JSON.stringify(one.params) === JSON.stringify(params));
}

function inValue({ code, params }: Finding, name: string, { variant, words }: Filling): Finding {
  return { code, params: { fault: 'in-value', name, variant, value: words[name] ?? '', ...params } };
}

function averageOf(source: TextSource, sentences: readonly string[]): Problem[] {
  const words = sentences.reduce((sum, sentence) => sum + wordCount(sentence), 0);
  const average = words / Math.max(1, sentences.length);
  if (average <= longestAverage) return [];
  const params = { words: average, max: longestAverage };
  return [source.problem('error', ['texts'], 'text.average-too-long', params)];
}
