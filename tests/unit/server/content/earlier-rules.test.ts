import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listScoringFolders, listVersionFolders } from '../../../../server/content/content-files.ts';
import { ContentFolder } from '../../../support/content-folder.ts';
import { content, contentDirectory } from '../../../support/s02.ts';

const inbox = { scenario: 's02-inbox', worldVersion: 2 };
const evidenceFiles = ['evidence.yaml', 'evidence.fr.yaml', 'evidence.en.yaml'];
const time = '(saysNo && size(proposals) > 0)';
const eased = `${time} || (saysYes && size(mail.opened) > 3 && toNadia.exists(m, m.features.greeting))`;

let folder: ContentFolder;

/** Keeps the rules of now in `name`, and gives those beside the world the next version. */
async function addRules(name: string): Promise<void> {
  const world = join(folder.directory, 's02-inbox/v2');
  await mkdir(join(world, name));
  for (const file of evidenceFiles) await cp(join(world, file), join(world, name, file));
  await folder.edit('s02-inbox/v2/evidence.yaml', 'scoringVersion: 2', 'scoringVersion: 3');
  await folder.edit('s02-inbox/v2/evidence.yaml', time, eased);
}

beforeEach(async () => {
  folder = await ContentFolder.create();
});
afterEach(() => folder.remove());

describe('rules that a world version had before', () => {
  it('are kept for attempts that began with them, and new attempts have the newest', async () => {
    await addRules('scoring-2');
    const loaded = folder.load();
    expect(loaded.currentVersions('s02-inbox')).toEqual({ worldVersion: 2, scoringVersion: 3 });
    const [before, now] = [2, 3].map((scoringVersion) => loaded.evidence({ ...inbox, scoringVersion }));
    const isEased = [before, now].map((each) => each?.rules.some(({ when }) => when.includes(eased)));
    expect(isEased).toEqual([false, true]);
    expect(loaded.evidenceTexts({ ...inbox, scoringVersion: 2 }).fr).toHaveProperty(['rule.e1']);
  });

  it('list the world version once', async () => {
    await addRules('scoring-2');
    const listed = folder.load().scenarios();
    expect(listed.filter(({ scenario }) => scenario === 's02-inbox')).toMatchObject([
      { ...inbox, scoringVersion: 3 },
    ]);
  });

  it('are reported by file and left out if they are unsound, and the newest play', async () => {
    await addRules('scoring-2');
    await folder.edit('s02-inbox/v2/scoring-2/evidence.yaml', time, '(saysNo');
    const loaded = folder.load();
    expect(loaded.problems[0]?.file).toBe('s02-inbox/v2/scoring-2/evidence.yaml');
    expect(() => loaded.evidence({ ...inbox, scoringVersion: 2 })).toThrow(/scenario\.unknown/);
    expect(loaded.evidence({ ...inbox, scoringVersion: 3 }).scoringVersion).toBe(3);
  });

  it('are reported if the folder has another number than the rules', async () => {
    await addRules('scoring-2');
    const world = join(folder.directory, 's02-inbox/v2');
    await rename(join(world, 'scoring-2'), join(world, 'scoring-1'));
    const loaded = folder.load();
    expect(loaded.problems).toMatchObject([
      {
        file: 's02-inbox/v2/scoring-1/evidence.yaml',
        code: 'folder.differs',
        params: { folder: 's02-inbox/v2/scoring-1', expected: 's02-inbox/v2/scoring-2' },
      },
    ]);
    expect(() => loaded.evidence({ ...inbox, scoringVersion: 2 })).toThrow(/scenario\.unknown/);
  });

  it('change the fingerprint of the content', async () => {
    await addRules('scoring-2');
    const { build } = folder.load();
    await folder.edit('s02-inbox/v2/scoring-2/evidence.fr.yaml', 'rule.e1: ', 'rule.e1: Bien. ');
    expect(folder.load().build).not.toBe(build);
  });
});

describe('the rules of the product', () => {
  /** All that decides on points and slips; texts may be worded better. */
  async function fingerprint(file: string): Promise<string> {
    const evidence: unknown = parse(await readFile(join(contentDirectory, file), 'utf8'));
    return createHash('sha256').update(JSON.stringify(evidence)).digest('hex').slice(0, 16);
  }

  it('never change under a scoring version: keep them in « scoring-<version> » and raise it', async () => {
    const files = listVersionFolders(contentDirectory).flatMap((version) => [
      ...listScoringFolders(join(contentDirectory, version)).map((name) => `${version}/${name}`),
      version,
    ]);
    const scenarios = new Set(content.scenarios().map(({ scenario }) => scenario));
    const lines = await Promise.all(
      files
        .filter((file) => scenarios.has(file.split('/')[0] ?? ''))
        .map(async (file) => `${await fingerprint(`${file}/evidence.yaml`)}  ${file}`),
    );
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../../../golden/rules.txt');
  });
});
