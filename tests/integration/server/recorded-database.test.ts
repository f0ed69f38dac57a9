/** A database file that an earlier version recorded (tests/support/record-database.ts) opens, and its attempts go on. */
import { hash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningStore, startStore } from '../../../sandbox/store/start-store.ts';
import { type Config, readConfig } from '../../../server/base/config.ts';
import { createSecrets } from '../../../server/base/secrets.ts';
import { checkDatabase } from '../../../server/doctor/check-database.ts';
import { type RunningServer, startServer } from '../../../server/main.ts';
import { DigestChain } from '../../../server/records/digest-chain.ts';
import { listReceiptKeys } from '../../../server/records/sign-receipt.ts';
import { readReceipt } from '../../../server/records/receipt.ts';
import type { StatementRow } from '../../../server/storage/ports/attempts.ts';
import { done, rightWay } from '../../support/inbox.ts';
import { findFreePort } from '../../support/ports.ts';
import type { RecordedAttempt, RecordedDatabase } from '../../support/record-database.ts';
import type { WorldAction } from '../../../scenarios/world/types.ts';
import type { ActAnswer, SceneAnswer } from '../../../server/contract/play.ts';

const golden = resolve(import.meta.dirname, '../../golden/databases');
const recorded = JSON.parse(readFileSync(join(golden, 'sqlite-11.json'), 'utf8')) as RecordedDatabase;
const attempts = Object.entries(recorded.attempts);
const folder = mkdtempSync(join(tmpdir(), 'numplus-recorded-'));
const credentials = { key: 'key', secret: 'secret' };
let now = recorded.now + 1_000;
let config: Config;
let server: RunningServer;
let store: RunningStore;

beforeAll(async () => {
  const file = join(folder, 'numplus.db');
  writeFileSync(file, brotliDecompressSync(readFileSync(join(golden, 'sqlite-11.db.br'))), { mode: 0o600 });
  store = await startStore({ host: '127.0.0.1', port: 0, ...credentials, clock: () => now });
  const port = await findFreePort();
  config = readConfig({
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    SECRET_KEY: recorded.secretKey,
    DATABASE_URL: `sqlite:${file}`,
    ALLOW_INSECURE_LOOPBACK: 'on',
    LOG_LEVEL: 'silent',
  });
  server = await startServer(config, { worker: false, overrides: { clock: () => now } });
});
afterAll(async () => {
  await server.stop();
  await store.close();
  rmSync(folder, { recursive: true });
});

function listStatements({ id }: RecordedAttempt): Promise<StatementRow[]> {
  const page = { fromSeq: 1, limit: 10_000 };
  return server.context.storage.attempts.listStatements(recorded.organisationId, id, page);
}

const digestOf = ({ bytes }: StatementRow): string => hash('sha256', bytes, 'base64url');

async function request(
  { id, accessToken }: RecordedAttempt,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${config.publicUrl}/api/attempts/${id}/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

/** Sends actions to the first scene, numbered from the last that was recorded on. */
async function act(
  attempt: RecordedAttempt,
  actions: readonly WorldAction[],
): Promise<{ status: number; body: ActAnswer }> {
  const { status, body } = await request(attempt, 'actions', {
    contractVersion: 1,
    epoch: attempt.epoch,
    stateHash: null,
    actions: actions.map((action, index) => ({
      actionSeq: attempt.actionSeq + 1 + index,
      tMs: 60_000 + index,
      clientAt: now,
      sceneId: '1',
      action,
    })),
  });
  return { status, body: body as ActAnswer };
}

describe('a recorded database file', () => {
  it.each(attempts)('has the statements of the attempt « %s » byte for byte', async (_name, attempt) => {
    expect((await listStatements(attempt)).map(digestOf)).toEqual(attempt.statements);
  });

  it.each(attempts.filter(([, { receipt }]) => receipt !== null))(
    'has a receipt for the attempt « %s » that verifies',
    async (_name, attempt) => {
      const { storage, secrets } = server.context;
      const receipt = await storage.attempts.findReceipt(recorded.organisationId, attempt.id);
      expect(receipt).toBe(attempt.receipt);
      const chain = new DigestChain(attempt.id);
      for (const { bytes } of await listStatements(attempt)) chain.add(bytes);
      expect(readReceipt(receipt ?? '', listReceiptKeys(secrets))).toMatchObject({
        statements: attempt.statements.length,
        digest: chain.digest,
      });
    },
  );

  it('lets the open attempt continue in the middle of a scene, to its end and its receipt', async () => {
    const { open } = recorded.attempts;
    const { storage, secrets } = server.context;
    const scene = await request(open, 'scenes/1');
    expect(scene.status).toBe(200);
    const answer = await act(open, [...rightWay(scene.body as SceneAnswer), done]);
    expect([answer.status, answer.body.attempt.status]).toEqual([200, 'finished']);
    const rows = await listStatements(open);
    expect(rows.slice(0, open.statements.length).map(digestOf)).toEqual(open.statements);
    expect(rows.length).toBeGreaterThan(open.statements.length + 8);
    const receipt = await storage.attempts.findReceipt(recorded.organisationId, open.id);
    expect(readReceipt(receipt ?? '', listReceiptKeys(secrets))).toMatchObject({ statements: rows.length });
  });

  it('sends what was pending, unchanged', async () => {
    const { storage, worker } = server.context;
    const [destination] = await storage.destinations.list({ limit: 1 });
    if (destination === undefined) throw new Error('no destination');
    const endpoint = store.endpoint.replace(/\/$/, '');
    await storage.destinations.put({ ...destination, endpoint, status: 'active' });
    now += 1_000;
    while (await worker.runOnce());
    const sent = new Set(store.statements().map(({ id }) => id));
    const { ended, week, sent: before } = recorded.attempts;
    for (const attempt of [ended, week]) {
      const rows = await listStatements(attempt);
      const ids = rows.filter(({ tier }) => tier <= destination.tier).map(({ id }) => id);
      expect(ids.length).toBeGreaterThan(10);
      expect(ids.filter((id) => !sent.has(id))).toEqual([]);
    }
    const resent = (await listStatements(before)).filter(({ id }) => sent.has(id));
    expect(resent).toEqual([]);
  });

  it('has no problems for doctor, in old rows and new', async () => {
    const { findings, unusable } = await checkDatabase(config, createSecrets(recorded.secretKey, null));
    expect(unusable).toBeNull();
    expect(findings.filter(({ check, state }) => check !== 'disk' && state !== 'ok')).toEqual([]);
  });
});
