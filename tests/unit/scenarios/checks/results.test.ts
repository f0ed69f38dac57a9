/** A result that a play, a tactic or a route opens is one that its search shows, at that place. */
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { checkScenario } from '../../../../scenarios/checks/check-scenario.ts';
import type { ScenarioTexts } from '../../../../scenarios/checks/scenario-files.ts';
import type { Problem } from '../../../../scenarios/kit/yaml-source.ts';
import { explainFinding } from '../../../../server/cli/words/law-findings.ts';
import { authorsFolder, writeAuthorsScene } from '../../../support/authors-scene.ts';

const sound = writeAuthorsScene();

function findingsIn(texts: ScenarioTexts): readonly Problem[] {
  const { errors, warnings } = checkScenario(authorsFolder, texts);
  return [...errors, ...warnings].filter(({ code }) => code.startsWith('result.'));
}

/** With other words in each search of a file. */
function searching(file: 'plays.yaml' | 'tactics.yaml' | 'routes.yaml', typed: string): readonly Problem[] {
  const text = sound[file] ?? '';
  const changed = text.replace(/typed: .*/g, `typed: ${typed}`);
  expect(changed).not.toBe(text);
  return findingsIn({ ...sound, [file]: changed });
}

describe('a result that is opened', () => {
  it('draws no finding when a route finds it in both languages, and a play in one', () => {
    expect(sound['plays.yaml']).toContain('typed: bibliothèque\n');
    expect(findingsIn(sound)).toEqual([]);
  });

  it('is refused in a route when its search does not show it', () => {
    const found = searching('routes.yaml', 'zzz');
    expect(found).toHaveLength(5);
    expect(found[0]).toMatchObject({
      severity: 'error',
      file: `${authorsFolder}/routes.yaml`,
      code: 'result.not-shown',
      params: { law: 8, play: 'as-the-goals-say', typed: 'zzz', id: 'w1', languages: 'fr, en' },
    });
    const at = found[0]?.line ?? 0;
    expect(sound['routes.yaml']?.split('\n').slice(at, at + 2)).toEqual([
      '        type: open',
      '        pageId: w1',
    ]);
  });

  it('is refused in a route when its search shows it in one language only', () => {
    const [found] = searching('routes.yaml', 'bibliothèque');
    expect(found?.params).toMatchObject({ typed: 'bibliothèque', languages: 'en' });
  });

  it('is refused in a tactic when its search shows it in no language', () => {
    expect(searching('tactics.yaml', 'library')).toEqual([]);
    expect(searching('tactics.yaml', 'zzz')).toMatchObject([
      { severity: 'error', code: 'result.not-shown', params: { law: 3, play: 'first-answer' } },
    ]);
  });

  it('is to be looked at in a play when its search does not show it', () => {
    const found = searching('plays.yaml', 'zzz');
    expect(found.map(({ severity, params }) => [severity, params.play])).toEqual([
      ['warning', 'first-way'],
      ['warning', 'names-it'],
    ]);
  });

  it('says the rank that the screen shows when an advertisement comes first', () => {
    const document = parseDocument(sound['world.yaml'] ?? '');
    const advert = { words: 'browser.w1.words', snippet: 'browser.w1.snippet', sponsored: true };
    document.setIn(['browser', 'pages', 1, 'found'], advert);
    const found = findingsIn({ ...sound, 'world.yaml': document.toString() });
    expect(found.map(({ code }) => code)).toContain('result.other-rank');
    const route = found.find(({ file }) => file.endsWith('routes.yaml'));
    expect(route?.params).toMatchObject({ id: 'w1', rank: 1, shown: '2' });
    if (route === undefined) return;
    expect(explainFinding(route, 'fr')).toBe(
      'loi 8 (tous les chemins)\u00A0: Dans as-the-goals-say, la recherche «\u00A0bibliothèque library\u00A0» montre w1 au rang 2, et non 1.',
    );
  });
});
