/** For people who cannot open the game any more: find them, see what is kept, and write a copy for them. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSecrets } from '../../../server/base/secrets.ts';
import type { PersonCopy } from '../../../server/own-data/person-copy.ts';
import { openSqliteStorage } from '../../../server/storage/sqlite/open.ts';
import { createAttempt } from '../../contract/storage/sample-attempts.ts';
import { org, sampleLink, samplePerson, samplePlatform } from '../../contract/storage/sample-rows.ts';
import { findFreePort } from '../../support/ports.ts';
import { ToolProcess } from '../../support/tool-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'numplus-person-'));
const out = join(folder, 'out');
let tool: ToolProcess;

beforeAll(async () => {
  const file = join(folder, 'numplus.db');
  tool = new ToolProcess(await findFreePort(), '127.0.0.1', { DATABASE_URL: `sqlite:${file}` });
  const secrets = createSecrets(tool.secretKey);
  const storage = await openSqliteStorage({ file });
  await storage.organisations.insert({ id: org, name: 'Nord', timeZone: 'America/Montreal', createdAt: 1 });
  const sealedKey = secrets.createWrappedKey('study', 'study-1');
  await storage.studies.insert({
    id: 'study-1',
    organisationId: org,
    name: 'Étude',
    sealedKey,
    createdAt: 1,
  });
  await storage.platforms.insert(samplePlatform());
  await storage.resourceLinks.ensure(sampleLink());
  const key = secrets.createWrappedKey('person', 'person-1');
  await storage.persons.ensure(samplePerson({ subject: '41', sealedKey: key }));
  const text = secrets.sealWith(
    secrets.unwrapKey('person', key, 'person-1'),
    'Relire avec elle',
    'staff-note/attempt-1/level',
  );
  const { id } = await createAttempt(storage, { id: 'attempt-1' }, 2);
  await storage.staffNotes.put({
    organisationId: org,
    attemptId: id,
    kind: 'level',
    personId: 'person-1',
    sealedText: text,
    revision: 1,
    updatedAt: 5,
  });
  await storage.close();
});
afterAll(async () => {
  await tool.remove();
  rmSync(folder, { recursive: true });
});

describe('person', () => {
  it.each([
    ['--platform', samplePlatform().ref, '--subject', '41'],
    ['--activity', 'link-1'],
    ['--receipt', 'attempt-1'],
  ])('is found by %s', async (...way) => {
    const { stdout, code } = await tool.run('person', 'find', '--json', ...way);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([{ person: 'person-1', subject: '41' }]);
  });

  it('is not found without one way, nor by another id, in the language asked for', async () => {
    const two = await tool.run('person', 'find', '--language', 'fr', '--activity', 'a', '--receipt', 'b');
    expect([two.code, two.stderr]).toEqual([
      1,
      'Donner --subject, --activity ou --receipt, un seul des trois.\n',
    ]);
    const nobody = await tool.run('person', 'find', '--language', 'en', '--receipt', 'b');
    expect([nobody.code, nobody.stderr]).toEqual([1, 'Nobody fits.\n']);
    const unknown = await tool.run('person', 'show', 'who', '--language', 'en');
    expect(unknown.stderr).toBe('There is no person who. `person find` gives the numbers.\n');
  });

  it('is shown by counts, and each look is in the audit record', async () => {
    const { stdout } = await tool.run('person', 'show', 'person-1', '--language', 'en');
    expect(stdout).toContain('1 staff note about you');
    expect(stdout).not.toContain('Relire avec elle');
    const { stdout: audit } = await tool.run('audit', 'list', '--json');
    expect(audit).toContain('person.found');
    expect(audit).toContain('person.shown');
  });

  it('is exported with the notes to a folder that only the operator reads, once', async () => {
    const { stderr, code } = await tool.run('person', 'export', 'person-1', '--out', out, '--language', 'en');
    expect([code, stderr]).toEqual([0, expect.stringContaining(`The copy is in ${out}.`)]);
    expect(readdirSync(out).sort()).toEqual(['person-person-1.html', 'person-person-1.json']);
    const file = join(out, 'person-person-1.json');
    expect(statSync(file).mode & 0o077).toBe(0);
    const copy = JSON.parse(readFileSync(file, 'utf8')) as PersonCopy;
    expect(copy.person.subject).toBe('41');
    expect(copy.attempts[0]?.notes).toEqual([{ kind: 'level', updatedAt: 5, text: 'Relire avec elle' }]);
    const again = await tool.run('person', 'export', 'person-1', '--out', out, '--language', 'en');
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('already exists')]);
  });
});
