/** `study add|list|show|change|close` as an operator meets them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
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

interface Row {
  readonly study: string;
  readonly name: string;
  readonly state: string;
  readonly asks: string;
  readonly notice: string;
  readonly places: number;
}

async function list(): Promise<Row[]> {
  return JSON.parse((await tool.run('study', 'list', '--json')).stdout) as Row[];
}

it('adds a study beside the first, versions its texts, gives it a place and closes it', async () => {
  const dry = await tool.run('study', 'add', '--name', 'LINC', '--texts', texts, '--dry-run');
  expect(dry.code).toBe(0);
  expect(await list()).toEqual([]);
  expect((await tool.run('study', 'add', '--name', 'LINC', '--texts', bad)).code).toBe(1);
  expect(await list()).toEqual([]);
  expect((await tool.run('study', 'add', '--name', 'LINC', '--texts', texts)).code).toBe(0);
  const [first, linc] = await list();
  expect(first).toMatchObject({ name: 'default', asks: 'nothing', notice: '3.0' });
  expect(linc).toMatchObject({ name: 'LINC', state: 'open', asks: 'about research', notice: '3.1' });
  const id = linc?.study ?? '';

  const shown = await tool.run('study', 'show', id);
  expect(shown.stdout).toContain('la Coop Emploi.');
  expect(shown.stdout).toContain('The LINC team is doing research.');

  // Only what reads differently is a new version.
  expect((await tool.run('study', 'change', id, '--texts', texts)).code).toBe(0);
  expect((await list())[1]).toMatchObject({ notice: '3.1' });
  writeFileSync(texts, file.replace('24', '36'));
  expect((await tool.run('study', 'change', id, '--texts', texts)).code).toBe(0);
  expect((await list())[1]).toMatchObject({ notice: '3.2' });

  const platform = ['--name', 'Moodle', '--issuer', 'https://lms.example', '--client-id', 'c'];
  const addresses = ['--auth-url', 'https://lms.example/a', '--token-url', 'https://lms.example/t'];
  const more = ['--jwks-url', 'https://lms.example/k', '--deployment-id', '1', '--json'];
  const added = await tool.run('platform', 'add', ...platform, ...addresses, ...more);
  expect(added.code).toBe(0);
  const [{ ref = '' } = {}] = JSON.parse((await tool.run('platform', 'list', '--json')).stdout) as {
    ref?: string;
  }[];
  expect((await tool.run('study', 'change', id, '--course', '7')).stderr).toContain('--platform');
  expect((await tool.run('study', 'change', id, '--platform', ref, '--course', '7')).code).toBe(0);
  expect((await list())[1]).toMatchObject({ places: 1 });

  const held = await tool.run('study', 'close', id);
  expect(held).toMatchObject({ code: 1 });
  expect(await list()).toHaveLength(2);
  expect((await tool.run('study', 'close', id, '--yes')).code).toBe(0);
  expect((await list())[1]).toMatchObject({ state: 'closed', places: 0, asks: 'about research' });
  expect((await tool.run('study', 'change', id, '--texts', texts)).stderr).toContain('closed');
  expect((await tool.run('study', 'close', first?.study ?? '', '--yes')).stderr).toContain('first study');

  const storage = await openSqliteStorage({ file: database });
  const [organisation] = await storage.organisations.list({ limit: 1 });
  const audit = await storage.audit.list(organisation?.id ?? '', { limit: 20 });
  await storage.close();
  expect(audit.map(({ action }) => action).filter((action) => action.startsWith('study.'))).toEqual([
    'study.added',
    'study.texts-changed',
    'study.texts-changed',
    'study.texts-changed',
    'study.placed',
    'study.closed',
  ]);
});
