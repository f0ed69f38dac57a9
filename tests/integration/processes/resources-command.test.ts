/** `resources check|load|clear` as an operator meets them: all of a file or nothing, each finding by its line. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqliteStorage } from '../../../server/storage/sqlite/open.ts';
import { findFreePort } from '../../support/ports.ts';
import { ToolProcess } from '../../support/tool-process.ts';

const list = `formatVersion: 1
resources:
  - id: library
    dimension: INF
    levels: { from: 1, to: 4 }
    kind: place
    title: { fr: Votre bibliothèque, en: Your library }
    text: { fr: Demandez un atelier., en: Ask for a workshop. }
    place: { fr: Dans votre ville, en: In your town }
`;

let tool: ToolProcess;
const folder = mkdtempSync(join(tmpdir(), 'numplus-resources-'));
const good = join(folder, 'good.yaml');
const bad = join(folder, 'bad.yaml');
const database = join(folder, 'numplus.db');

beforeAll(async () => {
  writeFileSync(good, list);
  writeFileSync(bad, list.replace('dimension: INF', 'dimension: ABC').replace('from: 1', 'from: 9'));
  tool = new ToolProcess(await findFreePort(), '127.0.0.1', { DATABASE_URL: `sqlite:${database}` });
});
afterAll(async () => {
  await tool.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function kept(): Promise<unknown> {
  const storage = await openSqliteStorage({ file: database });
  const [organisation] = await storage.organisations.list({ limit: 1 });
  const found = await storage.resources.find(organisation?.id ?? '');
  const audit = await storage.audit.list(organisation?.id ?? '', { limit: 10 });
  await storage.close();
  return { ids: found?.resources.map(({ id }) => id) ?? null, audit: audit.map(({ action }) => action) };
}

describe('resources at the command line', () => {
  it('checks a file without a database, and reports every wrong line', async () => {
    expect(await tool.run('resources', 'check', good)).toMatchObject({ code: 0 });
    const { code, stdout, stderr } = await tool.run('resources', 'check', bad, '--json');
    expect(code).toBe(1);
    expect(stderr.trim()).toBe('2 errors; the file was not loaded');
    const rows = JSON.parse(stdout) as { line: number }[];
    expect(rows.map(({ line }) => line)).toEqual([4, 5]);
    const missing = await tool.run('resources', 'check', join(folder, 'none.yaml'));
    expect(missing.code).toBe(1);
    expect(missing.stderr.trim().split('\n')).toHaveLength(1);
  });

  it('stores nothing of a wrong file, all of a valid one, and can return to the starter set', async () => {
    expect((await tool.run('resources', 'load', good)).code).toBe(0);
    expect(await kept()).toEqual({ ids: ['library'], audit: ['resources.loaded'] });
    expect((await tool.run('resources', 'load', bad)).code).toBe(1);
    expect((await tool.run('resources', 'clear', '--dry-run')).code).toBe(0);
    expect(await kept()).toEqual({ ids: ['library'], audit: ['resources.loaded'] });
    const stranger = await tool.run('resources', 'load', good, '--organisation', 'nobody');
    expect(stranger.stderr.trim()).toBe('There is no organisation nobody.');
    expect((await tool.run('resources', 'clear')).code).toBe(0);
    expect(await kept()).toEqual({ ids: null, audit: ['resources.loaded', 'resources.cleared'] });
    expect((await tool.run('resources', 'clear')).code).toBe(1);
  });
});
