import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../../server/base/errors.ts';
import { bankInUse, ContentFolder } from '../../../support/content-folder.ts';
import { content, evidence } from '../../../support/s02.ts';

let folder: ContentFolder;

beforeEach(async () => {
  folder = await ContentFolder.create();
});

afterEach(() => folder.remove());

describe('the content of the product', () => {
  it('loads without problems and has the demo form', () => {
    expect(folder.load().problems).toEqual([]);
    expect(content.getForm('demo')).toMatchObject({
      id: 'demo',
      bankVersion: 4,
      minScenes: 1,
      scenes: ['s02-inbox'],
    });
    expect(content.currentVersions('s02-inbox')).toEqual({ worldVersion: 2, scoringVersion: 2 });
  });

  it('has no scoring rules in its public part', () => {
    const open = JSON.stringify([1, 2, 3, 4].map((seed) => content.publicScene('s02-inbox', 2, seed)));
    const keys = new Set<string>();
    JSON.parse(open, (key, value: unknown) => {
      keys.add(key);
      return value;
    });
    for (const key of [
      'rules',
      'items',
      'misconceptions',
      'points',
      'when',
      'definitions',
      'vocabulary',
      'variants',
    ]) {
      expect(keys).not.toContain(key);
    }
    const ids = [...evidence.misconceptions.map(({ id }) => id), ...evidence.items.map(({ id }) => id)];
    for (const id of ids) expect(open).not.toContain(id);
  });

  it('reveals no answer in an id', () => {
    const { world } = content.publicScene('s02-inbox', 1, 1);
    const ids = [
      ...(world.mail?.messages.map(({ id }) => id) ?? []),
      ...(world.mail?.phraseGroups.flatMap(({ phrases }) => phrases.map(({ id }) => id)) ?? []),
    ];
    expect(ids.every((id) => /^[a-z]\d+$/.test(id))).toBe(true);
  });
});

describe('unknown content', () => {
  it.each([
    ['form', () => content.getForm('none')],
    ['scenario', () => content.currentVersions('none')],
    ['world version', () => content.publicScene('s02-inbox', 9, 1)],
    [
      'scoring version',
      () => content.evidence({ scenario: 's02-inbox', worldVersion: 1, scoringVersion: 9 }),
    ],
  ])('is refused: %s', (_name, ask) => {
    expect(ask).toThrow(AppError);
    expect(ask).toThrow(/scenario\.unknown/);
  });
});

describe('a broken scenario', () => {
  it('is reported by file and line and left out; the rest plays', async () => {
    await folder.addTwin('s03-twin');
    await folder.edit('s03-twin/*/world.yaml', 'place: office', 'place: moon');
    await folder.edit('forms.yaml', 'scenes: [s02-inbox]', 'scenes: [s02-inbox, s03-twin]');
    const loaded = folder.load();
    expect(loaded.problems).toMatchObject([
      { severity: 'error', file: 's03-twin/v2/world.yaml', line: 11, code: 'file.not-as-the-format' },
      { severity: 'error', file: 'forms.yaml', line: 8, code: 'form.scene-missing' },
    ]);
    const names = loaded.scenarios().map(({ scenario }) => scenario);
    expect([names.includes('s02-inbox'), names.includes('s03-twin')]).toEqual([true, false]);
    expect(loaded.getForm('demo').scenes).toEqual(['s02-inbox']);
  });

  it('removes a form that then has too few scenes', async () => {
    await folder.edit('s02-inbox/*/evidence.yaml', 'when: size(copies) > 0', 'when: size(copies');
    const loaded = folder.load();
    expect(loaded.forms.map(({ id }) => id)).not.toContain('demo');
    expect(() => loaded.getForm('demo')).toThrow(/scenario\.unknown/);
  });

  it('leaves the rest of a form that still has enough scenes', async () => {
    await folder.edit('s02-inbox/*/evidence.yaml', 'when: size(copies) > 0', 'when: size(copies');
    const loaded = folder.load();
    const { scenes, minScenes } = loaded.getForm('first-week');
    expect(scenes).not.toContain('s02-inbox');
    expect(scenes.length).toBeGreaterThanOrEqual(minScenes);
  });

  it('is reported when a file is missing', async () => {
    await rm(folder.path('s02-inbox/*/plays.yaml'));
    const loaded = folder.load();
    expect(loaded.problems[0]).toMatchObject({ file: 's02-inbox/v2/plays.yaml', code: 'file.missing' });
  });

  it('is reported by line when a form does not use plain language', async () => {
    await folder.edit('forms.yaml', 'Découvrir NUM+', "'Un login: NUM+'");
    const loaded = folder.load();
    expect(loaded.problems).toMatchObject([
      { severity: 'error', file: 'forms.yaml', line: 10, code: 'text.typesetting' },
      { severity: 'error', file: 'forms.yaml', line: 10, code: 'text.anglicism' },
    ]);
    expect(loaded.getForm('demo').id).toBe('demo');
  });

  it('is reported in forms.yaml too', async () => {
    await writeFile(join(folder.directory, 'forms.yaml'), 'formatVersion: 2\nforms: []\n');
    const loaded = folder.load();
    expect(loaded.forms).toEqual([]);
    expect(loaded.problems.map(({ file }) => file)).toContain('forms.yaml');
  });
});

describe('versions', () => {
  /** A third world of the inbox beside the second. */
  async function addThirdWorld(scoringVersion: number): Promise<void> {
    await cp(join(folder.directory, 's02-inbox/v2'), join(folder.directory, 's02-inbox/v3'), {
      recursive: true,
    });
    await folder.edit('s02-inbox/v3/world.yaml', '\nversion: 2\n', '\nversion: 3\n');
    await folder.edit('s02-inbox/v3/evidence.yaml', 'worldVersion: 2', 'worldVersion: 3');
    await folder.edit(
      's02-inbox/v3/evidence.yaml',
      'scoringVersion: 2',
      `scoringVersion: ${String(scoringVersion)}`,
    );
    await folder.edit(bankInUse, 's02-inbox: 2', 's02-inbox: 3');
  }

  it('pin the newest world version for new attempts and keep the older playable', async () => {
    await addThirdWorld(3);
    const loaded = folder.load();
    expect(loaded.problems).toEqual([]);
    expect(loaded.currentVersions('s02-inbox')).toEqual({ worldVersion: 3, scoringVersion: 3 });
    expect(loaded.publicScene('s02-inbox', 2, 1).world.version).toBe(2);
    const old = { scenario: 's02-inbox', worldVersion: 2, scoringVersion: 2 };
    expect(loaded.evidence(old).worldVersion).toBe(2);
  });

  it('keep the evidence of two worlds apart although both have the same scoring version', async () => {
    await addThirdWorld(2);
    const loaded = folder.load();
    const newest = { scenario: 's02-inbox', ...loaded.currentVersions('s02-inbox') };
    expect(newest).toMatchObject({ worldVersion: 3, scoringVersion: 2 });
    expect(loaded.evidence(newest).worldVersion).toBe(3);
  });

  it('change the fingerprint when any file changes', async () => {
    const { build } = folder.load();
    expect(folder.load().build).toBe(build);
    await folder.edit('s02-inbox/v2/world.fr.yaml', 'C’est tout pour cette tâche.', 'C’est tout.');
    expect(folder.load().build).not.toBe(build);
  });
});
