/** A scene is the same whatever week its attempt began in: only its dates differ. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  readScenario,
  scenarioFileNames,
  type ScenarioTexts,
} from '../../../../scenarios/checks/scenario-files.ts';
import { fillActions } from '../../../../scenarios/checks/settings.ts';
import { evaluateScene } from '../../../../scenarios/evidence/evaluate.ts';
import { observePlay } from '../../../../scenarios/evidence/observe-play.ts';
import { fitToSeed, wordsFor } from '../../../../scenarios/schema/variant.ts';
import { content, contentDirectory } from '../../../support/s02.ts';

/** An ordinary day, the eve of a year, a leap day, and far away. */
const starts = ['2026-11-25', '2026-12-31', '2028-02-29', '2041-07-01'].map((day) =>
  Date.parse(`${day}T17:00:00Z`),
);

const dated = content.scenarios().flatMap((version) => {
  const folder = `${version.scenario}/v${version.worldVersion}`;
  const files = read(folder);
  return files.world.data.variants.some(({ dates }) => dates !== undefined)
    ? [{ folder, version, files }]
    : [];
});

function read(folder: string): NonNullable<ReturnType<typeof readScenario>['files']> {
  const there = readdirSync(join(contentDirectory, folder));
  const names = scenarioFileNames.filter((name) => there.includes(name));
  const texts = names.map((name) => [name, readFileSync(join(contentDirectory, folder, name), 'utf8')]);
  const { files } = readScenario(folder, Object.fromEntries(texts) as ScenarioTexts);
  if (files === null) throw new Error(`${folder} cannot be read`);
  return files;
}

describe('plays of scenes with dates', () => {
  it('exist', () => {
    expect(dated.length).toBeGreaterThan(0);
  });

  it.each(dated)('show the same in every week: $folder', ({ version, files }) => {
    const evidence = content.evidence(version);
    const texts = { fr: files.worldTexts.fr.data, en: files.worldTexts.en.data };
    for (const startedAt of starts) {
      for (const [seed, variant] of files.world.data.variants.entries()) {
        const { world } = fitToSeed(files.world.data, texts, seed, startedAt);
        const words = wordsFor(variant, texts.fr, 'fr', startedAt);
        for (const { id, actions, fires, variants } of files.plays.data.plays) {
          if (variants?.includes(variant.id) === false) continue;
          const played = observePlay(evidence.vocabulary, world, fillActions(actions, words));
          const skipped = played.state.ended === 'skipped';
          const { rules } = evaluateScene(evidence, { ...played, world, skipped });
          const fired = rules.filter((rule) => rule.fired).map(({ rule }) => rule);
          expect([startedAt, variant.id, id, fired]).toEqual([startedAt, variant.id, id, fires]);
        }
      }
    }
  });
});
