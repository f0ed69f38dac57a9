/** `secret rotate` as an operator runs it, and as it ends when its process is killed in the middle. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCredentials, sealCredentials } from '../../../server/organisations/credentials.ts';
import { createPseudonyms } from '../../../server/records/pseudonyms.ts';
import { createSecrets } from '../../../server/base/secrets.ts';
import { openUpkeep } from '../../../server/upkeep/open-upkeep.ts';
import { openDatabase } from '../../../server/storage/sqlite/database.ts';
import { openSqliteStorage } from '../../../server/storage/sqlite/open.ts';
import { rotateSecret } from '../../../server/upkeep/rotate-secret.ts';
import { countSealed } from '../../../server/upkeep/sealed-values.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { done, rightWay } from '../../support/inbox.ts';
import { startStack, type Stack } from '../../support/stack.ts';
import { toolMain } from '../../support/tool-main.ts';
import { until } from '../../support/until.ts';

const newKey = 'kQ3vX9zT1mB7rY5wL2nH8cJ4fD6gS0pA';

interface ReportedCheck {
  readonly code: string;
  readonly state: string;
}

describe('secret rotate', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await startStack();
  });
  afterAll(() => stack.close());

  /** Pseudonyms of the default study for some ids, read with one key alone. */
  async function pseudonyms(key: string): Promise<string[]> {
    const storage = await openSqliteStorage({ file: stack.tool.databaseFile });
    try {
      const [organisation] = await storage.organisations.list({ limit: 1 });
      const [study] = await storage.studies.list(organisation?.id ?? '', { limit: 1 });
      if (study === undefined) throw new Error('no study');
      return ['one', 'two'].map(createPseudonyms(createSecrets(key), study));
    } finally {
      await storage.close();
    }
  }

  it('encrypts all with the new key alone: pseudonyms, play, store and gradebook go on unchanged', async () => {
    const oldKey = stack.tool.secretKey;
    const learner = new ApiLearner(stack);
    const [first, ...others] = rightWay(await learner.begin(4));
    if (first === undefined) throw new Error('nothing to do');
    await learner.act(first);
    const before = await pseudonyms(oldKey);
    await stack.tool.stop();
    stack.tool.changeSettings({ SECRET_KEY: newKey, SECRET_KEY_PREVIOUS: oldKey });
    await stack.tool.start();

    const dry = await stack.tool.run('secret', 'rotate', '--json');
    const asked = JSON.parse(dry.stdout) as { kind: string; resealed: number }[];
    expect(dry.code).toBe(0);
    const resealed = Object.fromEntries(asked.map((row) => [row.kind, row.resealed]));
    expect(resealed).toMatchObject({ study: 1, person: 1 });
    expect(resealed['lti-row']).toBeGreaterThan(0);
    expect((await stack.tool.run('secret', 'rotate', '--json')).stdout).toBe(dry.stdout);

    // The tool runs meanwhile.
    expect(await stack.tool.run('secret', 'rotate', '--apply')).toMatchObject({ code: 0 });
    const found = JSON.parse((await stack.tool.run('doctor', '--json')).stdout) as ReportedCheck[];
    expect(found.map(({ code }) => code)).toContain('key.previous-idle');

    await stack.tool.stop();
    stack.tool.changeSettings({ SECRET_KEY_PREVIOUS: '' });
    expect(await pseudonyms(newKey)).toEqual(before);
    await stack.tool.start();
    await learner.find();
    await learner.open('the-page-again');
    expect(await learner.act(...others, done)).toMatchObject({ body: { attempt: { status: 'finished' } } });
    await until('the grade', () => stack.lms.gradebook().find(({ userId }) => userId === 4));
    await until('a statement', () => stack.store.statements()[0]);
    const audit = JSON.parse((await stack.tool.run('audit', 'list', '--json')).stdout) as {
      action: string;
    }[];
    expect(audit.map(({ action }) => action)).toContain('secret.rotated');
  }, 240_000);

  it('without the previous key says so, and changes nothing', async () => {
    const lost = { SECRET_KEY: 'zzz-another-key-of-32-characters!', SECRET_KEY_PREVIOUS: '' };
    const { code, stderr } = await stack.tool.runWith(lost, 'secret', 'rotate', '--apply');
    expect(code).toBe(1);
    expect(stderr).toContain('None of the keys given opens');
    expect((await pseudonyms(newKey)).length).toBe(2);
  });
});

describe('kill -9 in the middle of a rotation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'numplus-rotate-'));
  const file = join(folder, 'numplus.db');
  const oldKey = 'an old key of at least 32 characters';
  const both = createSecrets(newKey, oldKey);
  const persons = 2_000;
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('loses nothing, and the next run continues in the same place', async () => {
    const storage = await openSqliteStorage({ file });
    const old = createSecrets(oldKey);
    const base = { organisationId: 'o', platformId: 'p', deploymentId: '', createdAt: 1 };
    await Promise.all(
      Array.from({ length: persons }, (_, index) => {
        const id = `person-${String(index).padStart(5, '0')}`;
        return storage.persons.ensure({
          ...base,
          id,
          subject: id,
          sealedKey: old.createWrappedKey('person', id),
        });
      }),
    );
    const study = {
      organisationId: 'o',
      studyId: 's',
      purpose: 'operational',
      tier: 3,
      version: '1.0.3',
    } as const;
    const standing = { status: 'active', pausedBecause: '', notBefore: 0, failures: 0 } as const;
    const pace = { batchCount: 50, batchBytes: 262_144, lanes: 1 };
    const credentials = { key: 'key', secret: 'secret' };
    await storage.destinations.put({
      ...study,
      ...standing,
      ...pace,
      id: 'd',
      endpoint: 'https://lrs.example/xapi',
      origin: 'operator',
      sealedCredentials: sealCredentials(old, 'd', credentials),
      createdAt: 1,
    });
    await storage.close();
    // From the third page on the engine counts for minutes: time enough to kill it there.
    const database = openDatabase(file);
    database.execute(`CREATE TRIGGER stall BEFORE UPDATE ON persons WHEN NEW.id = 'person-01200'
      BEGIN SELECT count(*) FROM persons a, persons b, persons c WHERE a.subject <> b.subject || c.subject; END`);
    const countCurrent = async (): Promise<number> => {
      const upkeep = await openUpkeep(`sqlite:${file}`);
      const counts = await countSealed(upkeep, both);
      await upkeep.close();
      return counts.person.current;
    };
    const child = spawn(process.execPath, [...toolMain(), 'secret', 'rotate', '--apply'], {
      env: {
        PATH: process.env.PATH ?? '',
        PUBLIC_URL: 'https://numplus.example.org',
        DATABASE_URL: `sqlite:${file}`,
        SECRET_KEY: newKey,
        SECRET_KEY_PREVIOUS: oldKey,
      },
      stdio: 'ignore',
    });
    await until('the first pages', async () => ((await countCurrent()) >= 1_000 ? true : undefined));
    child.kill('SIGKILL');
    await once(child, 'exit');
    database.execute('DROP TRIGGER stall');
    database.close();
    expect(await countCurrent()).toBe(1_000);

    const upkeep = await openUpkeep(`sqlite:${file}`);
    const rows = await rotateSecret({ upkeep, secrets: both }, true);
    expect(rows.find(({ kind }) => kind === 'person')).toEqual({
      kind: 'person',
      current: 1_000,
      resealed: persons - 1_000,
      unreadable: 0,
    });
    const alone = await countSealed(upkeep, createSecrets(newKey));
    expect(alone.person).toEqual({ current: persons, previous: 0, unreadable: 0 });
    const [destination] = await upkeep.listSealed('destination', { limit: 2 });
    const opened = openCredentials(createSecrets(newKey), {
      id: 'd',
      sealedCredentials: destination?.sealed ?? '',
    });
    expect(opened).toEqual(credentials);
    await upkeep.close();
  });
});
