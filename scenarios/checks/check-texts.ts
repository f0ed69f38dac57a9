import { allApps } from '../apps/app-lookups.ts';
import { placeholdersIn, wordsFor } from '../schema/variant.ts';
import type { WorldFile } from '../schema/scenario.ts';
import type { Language } from '../world/base.ts';
import type { Problem, YamlSource } from '../kit/yaml-source.ts';
import { checkStyle, fillingsOf, withoutValues } from './check-style.ts';
import { isOtherLanguage } from './other-language.ts';
import type { ScenarioFiles } from './scenario-files.ts';

type TextSource = YamlSource<{ readonly texts: Readonly<Record<string, string>> }>;

const languages = ['fr', 'en'] as const;

export function checkTexts(files: ScenarioFiles): Problem[] {
  const used = { world: worldKeys(files.world.data), evidence: evidenceKeys(files) };
  const problems = languages.flatMap((language) => [
    ...checkKeys(files.worldTexts[language], used.world),
    ...checkKeys(files.evidenceTexts[language], used.evidence),
    ...checkPlaceholders(files, language),
    ...checkStyle(language, files.worldTexts[language], fillingsOf(files, language), contentKeys(files)),
    ...checkStyle(language, files.evidenceTexts[language], withoutValues),
    ...checkLanguage(language, files.worldTexts[language]),
    ...checkLanguage(language, files.evidenceTexts[language]),
  ]);
  // A value of world.yaml is in both.
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

/** Texts that apps show as content, not the voice of the system or the cast: a fraud may say « erreur ». */
function contentKeys({ world }: ScenarioFiles): ReadonlySet<string> {
  return new Set(allApps.flatMap(({ checks }) => checks.textKeys(world.data)));
}

function checkLanguage(language: Language, source: TextSource): Problem[] {
  return Object.entries(source.data.texts).flatMap(([key, text]) =>
    isOtherLanguage(language, text)
      ? [source.problem('error', ['texts', key], 'text.other-language', { key })]
      : [],
  );
}

function worldKeys(world: WorldFile): string[] {
  return [
    world.title,
    ...world.introduction.map(({ text }) => text),
    ...world.goal,
    world.ending.text,
    ...world.help.flatMap(({ title, say, whereText, how }) => [title, say, whereText, ...how]),
    ...allApps.flatMap(({ checks }) => checks.textKeys(world)),
  ];
}

function evidenceKeys(files: ScenarioFiles): string[] {
  const { rules, misconceptions } = files.evidence.data;
  const asked = misconceptions.flatMap(({ ask }) => (ask === undefined ? [] : [ask]));
  const toLearner = rules.flatMap((rule) => rule.toLearner ?? []);
  return [...[...rules, ...misconceptions].map(({ text }) => text), ...asked, ...toLearner];
}

function checkKeys(source: TextSource, used: readonly string[]): Problem[] {
  const there = Object.keys(source.data.texts);
  const missing = [...new Set(used)].filter((key) => !there.includes(key));
  const unused = there.filter((key) => !used.includes(key));
  return [
    ...missing.map((key) => source.problem('error', ['texts'], 'text.missing', { key })),
    ...unused.map((key) => source.problem('warning', ['texts', key], 'text.unused', { key })),
  ];
}

function checkPlaceholders(
  { world: { data: world }, worldTexts }: ScenarioFiles,
  language: Language,
): Problem[] {
  const source = worldTexts[language];
  const { texts, variants } = source.data;
  const problems: Problem[] = [];
  for (const variant of world.variants) {
    const { id } = variant;
    const known = new Set(Object.keys(wordsFor(variant, source.data, language)));
    for (const [key, text] of Object.entries(texts)) {
      for (const name of placeholdersIn(text).filter((each) => !known.has(each))) {
        problems.push(source.problem('error', ['texts', key], 'text.unfilled', { key, name, variant: id }));
      }
    }
  }
  const ids = world.variants.map(({ id }) => id);
  for (const id of Object.keys(variants).filter((each) => !ids.includes(each))) {
    problems.push(source.problem('error', ['variants', id], 'id.unknown', { id, kind: 'variant' }));
  }
  return problems;
}
