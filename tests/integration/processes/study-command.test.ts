/** `study add|list|show|change|close` as an operator meets them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { backgroundKeys } from '../../../server/contract/background.ts';
import type { Storage } from '../../../server/storage/ports/storage.ts';
import type { StudyTexts } from '../../../server/storage/ports/study-texts.ts';
import { openSqliteStorage } from '../../../server/storage/sqlite/open.ts';
import { findFreePort } from '../../support/ports.ts';
import { ToolProcess } from '../../support/tool-process.ts';

const file = `organisation: { fr: la Coop Emploi, en: Coop Emploi }
contact: vie.privee@coop.example
keptMonths: 24
research:
  team: { fr: L’équipe LINC, en: The LINC team }
  purpose: { fr: Elle étudie l’apprentissage., en: It studies learning. }
`;

let tool: ToolProcess;
const folder = mkdtempSync(join(tmpdir(), 'numplus-study-'));
const texts = join(folder, 'study.yaml');
const bad = join(folder, 'bad.yaml');
const database = join(folder, 'numplus.db');

beforeAll(async () => {
  writeFileSync(texts, file);
  writeFileSync(bad, file.replace('keptMonths: 24', 'keptMonths: soon'));
  tool = new ToolProcess(await findFreePort(), '127.0.0.1', { DATABASE_URL: `sqlite:${database}` });
});
afterAll(async () => {
  await tool.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** As stored: each command takes seconds to start. */
async function stored<Found>(
  read: (storage: Storage, organisationId: string) => Promise<Found>,
): Promise<Found> {
  const storage = await openSqliteStorage({ file: database });
  const [organisation] = await storage.organisations.list({ limit: 1 });
  const found = await read(storage, organisation?.id ?? '');
  await storage.close();
  return found;
}

const names = (): Promise<string[]> =>
  stored(async ({ studies }, org) => (await studies.list(org, { limit: 9 })).map(({ name }) => name));
const newest = (): Promise<StudyTexts | undefined> =>
  stored(({ studyTexts }, org) => studyTexts.findLatest(org, id));

let id = '';

it('adds a study beside the first, and nothing on a dry run or with a wrong file', async () => {
  const named = ['study', 'add', '--name', 'LINC', '--texts'];
  expect((await tool.run(...named, texts, '--dry-run')).code).toBe(0);
  expect(await tool.run(...named, bad)).toMatchObject({ code: 1 });
  expect(await names()).toEqual([]);
  expect((await tool.run(...named, texts)).code).toBe(0);
  const rows = JSON.parse((await tool.run('study', 'list', '--json')).stdout) as { study: string }[];
  expect(rows).toMatchObject([
    { name: 'default', title: { en: 'Basic study' }, asks: 'nothing', notice: '5.0' },
    { name: 'LINC', state: 'open', asks: 'about research', notice: '5.1', places: 0 },
  ]);
  // Readers see what people call it.
  const table = (await tool.run('study', 'list')).stdout;
  expect(table).toContain('Basic study');
  expect(table).not.toMatch(/ default +default/);
  const first = await tool.run('study', 'show', rows[0]?.study ?? '');
  expect(first.stdout).toContain(`Basic study (${rows[0]?.study ?? ''}), open`);
  const due = await tool.run('retention', 'purge', '--dry-run', '--language', 'fr');
  expect(due.stdout).toContain('Étude de base');
  expect(JSON.parse((await tool.run('retention', 'show', '--json')).stdout)).toContainEqual(
    expect.objectContaining({ name: 'default', title: { fr: 'Étude de base', en: 'Basic study' } }),
  );
  id = rows[1]?.study ?? '';
  const shown = await tool.run('study', 'show', id);
  expect(shown.stdout).toContain('la Coop Emploi.');
  expect(shown.stdout).toContain('The LINC team is doing research.');
  expect(shown.stdout).toContain('Nothing is asked about the person.');
});

it('raises the version of the notice only if it reads differently, and gives the study a place', async () => {
  expect((await tool.run('study', 'change', id, '--texts', texts)).code).toBe(0);
  expect(await newest()).toMatchObject({ revision: 2, noticeVersion: 1 });
  writeFileSync(texts, file.replace('24', '36'));
  expect((await tool.run('study', 'change', id, '--texts', texts)).code).toBe(0);
  expect(await newest()).toMatchObject({ revision: 3, noticeVersion: 2, researchVersion: 1 });

  const platform = ['--name', 'Moodle', '--issuer', 'https://lms.example', '--client-id', 'c'];
  const addresses = ['--auth-url', 'https://lms.example/a', '--token-url', 'https://lms.example/t'];
  const more = ['--jwks-url', 'https://lms.example/k', '--deployment-id', '1'];
  expect((await tool.run('platform', 'add', ...platform, ...addresses, ...more)).code).toBe(0);
  const ref = await stored(async ({ platforms }, org) => (await platforms.list(org, { limit: 1 }))[0]?.ref);
  expect((await tool.run('study', 'change', id, '--course', '7')).stderr).toContain('--platform');
  expect((await tool.run('study', 'change', id, '--platform', ref ?? '', '--course', '7')).code).toBe(0);
  const places = await stored(({ studyPlaces }, org) => studyPlaces.listByStudy(org, id, 9));
  expect(places.map(({ place }) => place)).toEqual([expect.stringContaining('"course"')]);
});

it('closes a study after --yes, and never the first', async () => {
  expect(await tool.run('study', 'close', id)).toMatchObject({ code: 1 });
  expect(await newest()).toMatchObject({ isClosed: false });
  expect((await tool.run('study', 'close', id, '--yes')).code).toBe(0);
  expect(await newest()).toMatchObject({ isClosed: true });
  expect(await stored(({ studyPlaces }, org) => studyPlaces.listByStudy(org, id, 9))).toEqual([]);
  expect((await tool.run('study', 'change', id, '--texts', texts)).stderr).toContain('closed');
  const first = await stored(async ({ studies }, org) => (await studies.list(org, { limit: 1 }))[0]?.id);
  expect((await tool.run('study', 'close', first ?? '', '--yes')).stderr).toContain('first study');
  const audit = await stored(({ audit }, org) => audit.list(org, { limit: 20 }));
  expect(audit.map(({ action }) => action).filter((action) => action.startsWith('study.'))).toEqual([
    'study.added',
    ...['study.texts-changed', 'study.texts-changed', 'study.texts-changed'],
    ...['study.placed', 'study.closed'],
  ]);
});

it('shows the questions about the person with their choices, if the study asks them', async () => {
  const asking = join(folder, 'asking.yaml');
  writeFileSync(
    asking,
    `${file}  background: true
`,
  );
  expect((await tool.run('study', 'add', '--name', 'Asking', '--texts', asking)).code).toBe(0);
  const listed = (await tool.run('study', 'list', '--json')).stdout;
  const rows = JSON.parse(listed) as { study: string; name: string }[];
  const { study = '' } = rows.find(({ name }) => name === 'Asking') ?? {};
  const shown = await tool.run('study', 'show', study);
  expect(shown.stdout).toContain('L’équipe a quatre courtes questions sur vous.');
  expect(shown.stdout).toContain('  Quel âge avez-vous?\n    Moins de 18 ans\n');
  const { stdout } = await tool.run('study', 'show', study, '--json');
  const { background } = JSON.parse(stdout) as { background: { questions: { key: string }[] } };
  expect(background.questions.map(({ key }) => key)).toEqual(backgroundKeys);
});
