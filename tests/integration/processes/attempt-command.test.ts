/** From a lost device to its ended session: every id that a command asks for is one that another command lists. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqliteStorage } from '../../../server/storage/sqlite/open.ts';
import { createAttempt } from '../../contract/storage/sample-attempts.ts';
import { org, sampleLink, samplePerson, samplePlatform } from '../../contract/storage/sample-rows.ts';
import { findFreePort } from '../../support/ports.ts';
import { type CommandResult, ToolProcess } from '../../support/tool-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'numplus-attempts-'));
let tool: ToolProcess;

/** Attempts of two people in two activities; the second activity belongs to another platform. */
beforeAll(async () => {
  const file = join(folder, 'numplus.db');
  tool = new ToolProcess(await findFreePort(), '127.0.0.1', { DATABASE_URL: `sqlite:${file}` });
  const storage = await openSqliteStorage({ file });
  await storage.organisations.insert({
    id: org,
    name: 'Emploi-Nord',
    timeZone: 'America/Montreal',
    createdAt: 1,
  });
  for (const id of ['study-1', 'study-2']) {
    await storage.studies.insert({ id, organisationId: org, name: id, sealedKey: 'sealed', createdAt: 1 });
  }
  await storage.platforms.insert(samplePlatform());
  await storage.platforms.insert(samplePlatform({ id: 'platform-2', ref: 'ref-2' }));
  await storage.resourceLinks.ensure(sampleLink({ title: 'Bureau' }));
  await storage.resourceLinks.ensure(
    sampleLink({ id: 'link-2', platformId: 'platform-2', title: 'Atelier' }),
  );
  await storage.persons.ensure(samplePerson({ subject: '41' }));
  await storage.persons.ensure(samplePerson({ id: 'person-2', platformId: 'platform-2', subject: '42' }));
  const other = {
    platformId: 'platform-2',
    personId: 'person-2',
    resourceLinkId: 'link-2',
    studyId: 'study-2',
  };
  await createAttempt(storage, { id: 'first', createdAt: 1_000 });
  await createAttempt(storage, { ...other, id: 'second', createdAt: 2_000 });
  await createAttempt(storage, { id: 'third', number: 2, createdAt: 3_000 });
  await storage.close();
});
afterAll(async () => {
  await tool.remove();
  rmSync(folder, { recursive: true });
});

const list = (...options: readonly string[]): Promise<CommandResult> =>
  tool.run('attempt', 'list', '--json', ...options);

async function idsOf(...options: readonly string[]): Promise<string[]> {
  const { stdout } = await list(...options);
  return (JSON.parse(stdout) as { id: string }[]).map(({ id }) => id);
}

describe('attempt list', () => {
  it('lists the newest attempts of all studies first, with activity, person and the LMS’s id of the person', async () => {
    const { code, stdout, stderr } = await list();
    expect([code, stderr]).toEqual([0, '']);
    const about = { activity: 'link-1', title: 'Bureau', person: 'person-1', subject: '41' };
    expect(JSON.parse(stdout)).toMatchObject([
      { id: 'third', ...about },
      { id: 'second', activity: 'link-2', title: 'Atelier', person: 'person-2', subject: '42' },
      { id: 'first', ...about },
    ]);
  });

  it('lists those of one activity, of one platform, and at most as many as asked, and says so', async () => {
    expect(await idsOf('--activity', 'link-1')).toEqual(['third', 'first']);
    expect(await idsOf('--platform', 'ref-2')).toEqual(['second']);
    expect(await idsOf('--activity', 'link-1', '--platform', 'ref-2')).toEqual([]);
    const { stdout, stderr } = await list('--limit', '2');
    expect((JSON.parse(stdout) as { id: string }[]).map(({ id }) => id)).toEqual(['third', 'second']);
    expect(stderr).toBe('2 of 3 attempts; --limit shows more\n');
    expect((await list('--platform', 'nonsense')).stderr).toContain('platform.unknown');
  });

  it('names the person whose sessions end, and the reference of a platform; no log line stands around tables', async () => {
    const [row] = JSON.parse((await list()).stdout) as { person: string }[];
    const ended = await tool.run('session', 'end', '--person', row?.person ?? '', '--json');
    expect([ended.code, ended.stderr]).toEqual([0, '']);
    expect(JSON.parse(ended.stdout)).toEqual([{ of: 'person:person-1', launches: 0 }]);
    const platform = await tool.run('session', 'end', '--platform', 'ref-2', '--json');
    expect(JSON.parse(platform.stdout)).toEqual([{ of: 'platform:ref-2', launches: 0 }]);
    const audit = JSON.parse((await tool.run('audit', 'list', '--json')).stdout) as Record<string, string>[];
    expect(audit.at(-1)).toMatchObject({
      subject: 'platform:platform-2',
      details: '{"launches":0,"ref":"ref-2"}',
    });
  });
});
