import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ContentFolder } from '../../../support/content-folder.ts';
import { content } from '../../../support/s02.ts';
import { unscoredEvidence, unscoredPlays, unscoredTexts, unscoredWorld } from '../../../support/unscored.ts';

let folder: ContentFolder;

beforeEach(async () => {
  folder = await ContentFolder.create();
});

afterEach(() => folder.remove());

/** A copy of S02 with another id that is not scored. */
async function addUnscoredTwin(id: string): Promise<void> {
  await folder.addTwin(id, { inBank: false });
  for (const [name, change] of Object.entries({
    'world.yaml': unscoredWorld,
    'evidence.yaml': unscoredEvidence,
    'evidence.fr.yaml': unscoredTexts,
    'evidence.en.yaml': unscoredTexts,
    'plays.yaml': unscoredPlays,
  })) {
    const path = join(folder.directory, id, 'v2', name);
    await writeFile(path, change(await readFile(path, 'utf8')));
  }
  // Points have laws; a scene without points has no routes and tactics.
  for (const name of ['routes.yaml', 'tactics.yaml']) await rm(join(folder.directory, id, 'v2', name));
}

describe('the days of a form', () => {
  it('are listed by scenario, and are optional', async () => {
    const days = 'scenes: [{ scenario: s02-inbox, day: 3 }]';
    expect(content.getForm('demo').days).toEqual({});
    await folder.edit('forms.yaml', 'scenes: [s02-inbox]', days);
    expect(folder.load().getForm('demo')).toMatchObject({
      scenes: ['s02-inbox'],
      days: { 's02-inbox': 3 },
    });
  });

  it('never decrease, and are given for every scene or for none', async () => {
    await folder.addTwin('s03-twin');
    await folder.addTwin('s04-twin');
    const scenes = '[{ scenario: s02-inbox, day: 2 }, { scenario: s03-twin, day: 1 }, s04-twin]';
    await folder.edit('forms.yaml', 'scenes: [s02-inbox]', `scenes: ${scenes}`);
    expect(folder.load().problems).toMatchObject([
      { file: 'forms.yaml', line: 8, code: 'form.day-order', params: { scenario: 's03-twin' } },
      { file: 'forms.yaml', line: 8, code: 'form.day-order', params: { scenario: 's04-twin' } },
    ]);
  });
});

describe('a scene that is not scored', () => {
  it('is played in its form and listed as unscored', async () => {
    await addUnscoredTwin('s00-twin');
    await folder.edit('forms.yaml', 'scenes: [s02-inbox]', 'scenes: [s00-twin, s02-inbox]');
    const loaded = folder.load();
    expect(loaded.problems).toEqual([]);
    expect(loaded.getForm('demo').scenes).toEqual(['s00-twin', 's02-inbox']);
    const flags = Object.fromEntries(loaded.scenarios().map((one) => [one.scenario, one.isScored]));
    expect(flags).toMatchObject({ 's00-twin': false, 's02-inbox': true });
  });

  it('does not count for a form’s minimum of scenes', async () => {
    await addUnscoredTwin('s00-twin');
    await folder.edit('forms.yaml', 'scenes: [s02-inbox]', 'scenes: [s00-twin]');
    const loaded = folder.load();
    expect(loaded.problems).toMatchObject([
      { file: 'forms.yaml', line: 8, code: 'form.too-few-scored', params: { scored: 0, minScenes: 1 } },
    ]);
    expect(loaded.forms.map(({ id }) => id)).not.toContain('demo');
  });
});

describe('the scenes after the offer of a helper', () => {
  it('are none unless the form names scored scenes of its own, once each', async () => {
    expect(content.getForm('demo').afterHelperOffer).toEqual([]);
    await addUnscoredTwin('s00-twin');
    const after = '[s02-inbox, s02-inbox, s00-twin, s03-tidy]';
    await folder.edit(
      'forms.yaml',
      'scenes: [s02-inbox]',
      `scenes: [s00-twin, s02-inbox]\n    afterHelperOffer: ${after}`,
    );
    const loaded = folder.load();
    expect(loaded.problems.map(({ line, code, params }) => [line, code, params.scenario])).toEqual([
      [9, 'form.offer-scene', 's02-inbox'],
      [9, 'form.offer-scene', 's00-twin'],
      [9, 'form.offer-scene', 's03-tidy'],
    ]);
  });
});

describe('the scenes after the offer of a helper, in a week', () => {
  it('belong to the first day', async () => {
    await folder.edit(
      'forms.yaml',
      'afterHelperOffer: [s02-inbox]',
      'afterHelperOffer: [s02-inbox, s03-tidy]',
    );
    expect(folder.load().problems).toMatchObject([
      { code: 'form.offer-scene', params: { form: 'first-week', scenario: 's03-tidy' } },
      { code: 'form.offer-scene', params: { form: 'whole-week', scenario: 's03-tidy' } },
    ]);
  });
});

describe('an adaptive form', () => {
  const edit = (scenes: string, core: string, selection = 'adaptive'): Promise<void> =>
    folder.edit(
      'forms.yaml',
      'scenes: [s02-inbox]',
      `scenes: ${scenes}\n    core: ${core}\n    selection: ${selection}`,
    );

  it('must be declared, and starts with a core of its own scored scenes, once each', async () => {
    expect(content.getForm('demo')).toMatchObject({ selection: 'fixed', core: [] });
    await addUnscoredTwin('s00-twin');
    await edit('[s00-twin, s02-inbox, s03-tidy]', '[s02-inbox, s02-inbox, s00-twin, s04-schedule]');
    const loaded = folder.load();
    expect(loaded.problems.map(({ line, code, params }) => [line, code, params.scenario])).toEqual([
      [9, 'form.core-scene', 's02-inbox'],
      [9, 'form.core-scene', 's00-twin'],
      [9, 'form.core-scene', 's04-schedule'],
    ]);
  });

  it('has no days, and a fixed form has no core', async () => {
    await edit('[{ scenario: s02-inbox, day: 1 }]', '[]');
    expect(folder.load().problems).toMatchObject([
      { line: 8, code: 'form.adaptive-days', params: { form: 'demo' } },
    ]);
    await folder.edit('forms.yaml', '[{ scenario: s02-inbox, day: 1 }]', '[s02-inbox]');
    await folder.edit('forms.yaml', 'core: []\n    selection: adaptive', 'core: [s02-inbox]');
    expect(folder.load().problems).toMatchObject([
      { line: 9, code: 'form.core-scene', params: { form: 'demo', scenario: 's02-inbox' } },
    ]);
  });

  it('drops unknown scenes from its core', async () => {
    await folder.edit('s03-tidy/*/world.yaml', 'place: ', 'place: moon # ');
    await edit('[s02-inbox, s03-tidy]', '[s02-inbox, s03-tidy]');
    expect(folder.load().getForm('demo')).toMatchObject({ core: ['s02-inbox'] });
  });
});
