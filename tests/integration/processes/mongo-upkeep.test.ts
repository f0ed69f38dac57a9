/** `restore`, `secret rotate` and `doctor` on MongoDB as an operator runs them, and as they end by `kill -9`. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSecrets } from '../../../server/base/secrets.ts';
import { openStorage } from '../../../server/storage/open-storage.ts';
import { openTransferTarget } from '../../../server/storage/open-transfer.ts';
import { openUpkeep } from '../../../server/upkeep/open-upkeep.ts';
import { rotateSecret } from '../../../server/upkeep/rotate-secret.ts';
import { countSealed } from '../../../server/upkeep/sealed-values.ts';
import { createAttempt } from '../../contract/storage/sample-attempts.ts';
import { samplePerson } from '../../contract/storage/sample-rows.ts';
import { type FreezingProxy, startFreezingProxy } from '../../support/freezing-proxy.ts';
import { findMongoAbsence, type MongoServer, startMongoServer } from '../../support/mongo-server.ts';
import { toolMain } from '../../support/tool-main.ts';
import { ToolProcess } from '../../support/tool-process.ts';

const absence = findMongoAbsence();

const oldKey = 'an old key of at least 32 characters';
const newKey = 'kQ3vX9zT1mB7rY5wL2nH8cJ4fD6gS0pA';
const persons = 400;

/** The first element of a command, as BSON: its name, and the collection with its length. */
const isUpdate = Buffer.from('\x02update\0\x08\0\0\0persons\0', 'latin1');
const isInsertOfAttempts = Buffer.from('\x02insert\0\x09\0\0\0attempts\0', 'latin1');

describe('an operator with MongoDB', () => {
  let server: MongoServer;
  let operator: ToolProcess;
  let folder: string;
  let url: string;

  beforeAll(async () => {
    if (absence !== undefined) return;
    folder = mkdtempSync(join(tmpdir(), 'numplus-mongo-upkeep-'));
    server = await startMongoServer();
    url = server.nameDatabase();
    operator = new ToolProcess(0, '127.0.0.1', { DATABASE_URL: url, SECRET_KEY: newKey });
    await fill();
  });
  beforeEach((context) => {
    if (absence !== undefined) context.skip(absence);
  });
  afterAll(async () => {
    if (absence !== undefined) return;
    await operator.remove();
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  async function fill(): Promise<void> {
    const old = createSecrets(oldKey);
    const rows = Array.from({ length: persons }, (_, index) => {
      const id = `person-${String(index).padStart(5, '0')}`;
      return { ...samplePerson({ id, subject: id, sealedKey: old.createWrappedKey('person', id) }) };
    });
    const target = await openTransferTarget(url);
    await target.rows.persons.write(rows);
    await target.finish();
    await target.close();
    const storage = await openStorage(url);
    await createAttempt(storage, { personId: 'person-00000' }, 3);
    await storage.close();
  }

  function start(env: Readonly<Record<string, string>>, ...args: readonly string[]): ChildProcess {
    return spawn(process.execPath, [...toolMain(), ...args], {
      env: {
        PATH: process.env.PATH ?? '',
        PUBLIC_URL: 'https://numplus.example.org',
        DATABASE_URL: url,
        SECRET_KEY: newKey,
        ...env,
      },
      stdio: 'ignore',
    });
  }

  /** A proxy to the database that stops forwarding before a command: the process hangs where it is to be killed. */
  async function stopBefore(
    at: string,
    isLast: (command: Buffer) => boolean,
  ): Promise<{ readonly proxy: FreezingProxy; readonly url: string; readonly stopped: Promise<void> }> {
    const way = new URL(at);
    let stop = (): void => undefined;
    const stopped = new Promise<void>((resolve) => (stop = resolve));
    const proxy = await startFreezingProxy(Number(way.port), (command) => {
      const is = isLast(command);
      if (is) stop();
      return is;
    });
    way.port = String(proxy.port);
    return { proxy, url: way.href, stopped };
  }

  async function kill(child: ChildProcess): Promise<void> {
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    expect(await exited).toEqual([null, 'SIGKILL']);
  }

  it('rotates the key, is killed in the middle, and continues in the same place: no value is lost', async () => {
    const both = createSecrets(newKey, oldKey);
    const upkeep = await openUpkeep(url);
    let updates = 0;
    const line = await stopBefore(url, (command) => command.includes(isUpdate) && (updates += 1) > 3);
    const env = { DATABASE_URL: line.url, SECRET_KEY_PREVIOUS: oldKey };
    const child = start(env, 'secret', 'rotate', '--apply');
    await line.stopped;
    await kill(child);
    await line.proxy.close();
    const { current } = (await countSealed(upkeep, both)).person;
    expect(current).toBe(150);
    const rows = await rotateSecret({ upkeep, secrets: both }, true);
    expect(rows.find(({ kind }) => kind === 'person')).toEqual({
      kind: 'person',
      current,
      resealed: persons - current,
      unreadable: 0,
    });
    const alone = await countSealed(upkeep, createSecrets(newKey));
    expect(alone.person).toEqual({ current: persons, previous: 0, unreadable: 0 });
    await upkeep.close();
  });

  it('restores, is killed in the middle, cannot start on the partial copy, and starts again on request', async () => {
    const copy = join(folder, 'copy.db');
    const made = await operator.run('backup', copy, '--json', '--language', 'fr');
    expect([made.code, made.stderr]).toEqual([
      0,
      expect.stringContaining('SECRET_KEY n’est pas dans la copie'),
    ]);
    expect(made.stderr).toMatch(
      /^écrit attempts\n[^]*^écrit persons\n[^]*^compare attempts\n[^]*^compare persons\n/m,
    );
    expect(JSON.parse(made.stdout)).toMatchObject([{ persons, attempts: 1, entries: 3, checked: 'whole' }]);
    const place = server.nameDatabase();
    const line = await stopBefore(place, (command) => command.includes(isInsertOfAttempts));
    const child = start({ DATABASE_URL: line.url }, 'restore', copy);
    await line.stopped;
    await kill(child);
    await line.proxy.close();
    const env = { DATABASE_URL: place };
    for (const args of [
      ['audit', 'list'],
      ['restore', copy],
      ['backup', join(folder, 'half.db')],
    ]) {
      const { code, stdout, stderr } = await operator.runWith(env, ...args);
      expect([args[0], code, stdout, stderr.trim().split('\n').length]).toEqual([args[0], 1, '', 1]);
      expect(stderr).toContain('"half-moved"');
    }
    const restored = await operator.runWith(env, 'restore', copy, '--restart', '--json');
    expect([restored.code, JSON.parse(restored.stdout)]).toMatchObject([
      0,
      [{ persons, attempts: 1, entries: 3, unreadable: 0 }],
    ]);
    const over = await operator.runWith(env, 'restore', copy, '--restart', '--language', 'fr');
    expect([over.code, over.stderr]).toEqual([1, expect.stringContaining('n’est pas vide')]);
  }, 240_000);

  it('gets the state of the server from doctor, in either language', async () => {
    const { stdout } = await operator.run('doctor', '--json', '--language', 'fr');
    const found = (JSON.parse(stdout) as { check: string; code: string; meaning: string }[]).filter(
      ({ check }) => check === 'database',
    );
    expect(found.map(({ code }) => code)).toEqual(['server.whole', 'server.alone', 'server.open']);
    expect(found[0]?.meaning).toMatch(/^MongoDB [\d.]+ répond\. Chaque ligne se lit/);
    const english = await operator.run('doctor', '--language', 'en');
    expect(english.stdout).toContain('without a replica set');
    const none = await operator.runWith({ DATABASE_URL: server.nameDatabase() }, 'doctor', '--json');
    expect(none.stdout).toContain('"database.absent"');
    const half = await operator.runWith(
      { DATABASE_URL: 'mongodb://127.0.0.1:1/numplus' },
      'doctor',
      '--json',
    );
    expect([half.code, half.stdout]).toEqual([1, expect.stringContaining('"unreachable"')]);
  });
});
