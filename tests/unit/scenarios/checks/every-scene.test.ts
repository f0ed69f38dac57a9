/** Every scenario version is sound, and every one with routes keeps the laws, in each variant and language. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkThoroughly } from '../../../../scenarios/checks/check-scenario.ts';
import {
  lawFileNames,
  scenarioFileNames,
  type ScenarioTexts,
} from '../../../../scenarios/checks/scenario-files.ts';
import { loadVocabularies } from '../../../../server/content/load-vocabularies.ts';

const root = resolve(import.meta.dirname, '../../../..');

const scenes = ['scenarios/content', 'docs/authors/example'].flatMap((directory) => {
  const { vocabularies } = loadVocabularies(join(root, directory));
  return readdirSync(join(root, directory), { recursive: true, encoding: 'utf8' })
    .filter((path) => /^[^/]+\/v\d+$/.test(path))
    .map((folder) => ({ folder, vocabularies, texts: readTexts(join(root, directory, folder)) }));
});

function readTexts(folder: string): ScenarioTexts {
  const there = readdirSync(folder);
  const names = [...scenarioFileNames, ...lawFileNames].filter((name) => there.includes(name));
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  ) as ScenarioTexts;
}

describe('every scenario version', () => {
  it.each(scenes)('$folder passes all checks', ({ folder, texts, vocabularies }) => {
    const { errors, warnings } = checkThoroughly(folder, texts, vocabularies);
    expect(errors).toEqual([]);
    expect(warnings.map(({ code }) => code)).not.toContain('scored.not-judged');
  });

  it('is judged by the laws in one scene at least', () => {
    expect(scenes.filter(({ texts }) => texts['routes.yaml'] !== undefined).length).toBeGreaterThan(0);
  });
});
