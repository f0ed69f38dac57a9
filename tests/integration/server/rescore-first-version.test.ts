/** Attempts that were stored when only the first worlds, their rules and bank 1 existed. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rescoring, RescoreRequest } from '../../../server/attempts/rescore.ts';
import { readConfig } from '../../../server/base/config.ts';
import { type RunningServer, startServer } from '../../../server/main.ts';
import { ensureDefaults } from '../../../server/organisations/defaults.ts';
import { rescoreStudy } from '../../../server/organisations/rescore-attempts.ts';
import type { AttemptWithProgress } from '../../../server/storage/ports/attempts.ts';
import { findFreePort } from '../../support/ports.ts';
import type { RecordedDatabase } from '../../support/record-database.ts';
import { contentDirectory } from '../../support/s02.ts';

const golden = resolve(import.meta.dirname, '../../golden/databases');
const recorded = JSON.parse(readFileSync(join(golden, 'sqlite-11.json'), 'utf8')) as RecordedDatabase;
const { sent, ended } = recorded.attempts;
const folder = mkdtempSync(join(tmpdir(), 'numplus-first-version-'));
/** Everything of bank 1 half a logit easier, for any world. */
const easierBank = 7;
let server: RunningServer;

beforeAll(async () => {
  const file = join(folder, 'numplus.db');
  writeFileSync(file, brotliDecompressSync(readFileSync(join(golden, 'sqlite-11.db.br'))), { mode: 0o600 });
  const content = join(folder, 'content');
  cpSync(contentDirectory, content, { recursive: true });
  const first = readFileSync(join(content, 'banks/v1.yaml'), 'utf8');
  const easier = first
    .replace(/^version: 1$/m, `version: ${easierBank}`)
    .replace(/steps: \[([^\]]*)\]/g, (_all, steps: string) => {
      return `steps: [${steps
        .split(',')
        .map((step) => (Number(step) - 0.5).toFixed(1))
        .join(', ')}]`;
    });
  writeFileSync(join(content, `banks/v${easierBank}.yaml`), easier);
  const port = await findFreePort();
  const config = readConfig({
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    SECRET_KEY: recorded.secretKey,
    DATABASE_URL: `sqlite:${file}`,
    ALLOW_INSECURE_LOOPBACK: 'on',
    LOG_LEVEL: 'silent',
    CONTENT_DIR: content,
  });
  server = await startServer(config, { worker: false, overrides: { clock: () => recorded.now + 1_000 } });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

async function find({ id }: { readonly id: string }): Promise<AttemptWithProgress> {
  const found = await server.context.storage.attempts.find(recorded.organisationId, id);
  if (found === undefined) throw new Error('no attempt');
  return found;
}

/** By attempt id; without `isDryRun: false` nothing is written. */
async function rescore(change: Partial<RescoreRequest> = {}): Promise<ReadonlyMap<string, Rescoring>> {
  const { study } = await ensureDefaults(server.context);
  const request: RescoreRequest = {
    bankVersion: null,
    scoring: 'newest',
    isRegraded: false,
    isDryRun: true,
    ...change,
  };
  const all = { study: null, form: null, attempt: null };
  const found = new Map<string, Rescoring>();
  for await (const { attempt, rescoring } of rescoreStudy(server.context, study, all, request)) {
    found.set(attempt.id, rescoring);
  }
  return found;
}

describe('rescoring attempts of the first world version', () => {
  it('keeps points, measure and score by default, though newer worlds, rules and a newer bank exist', async () => {
    expect(server.context.content.currentVersions('s02-inbox').worldVersion).toBeGreaterThan(1);
    for (const one of [sent, ended]) {
      const { progress } = await find(one);
      expect(progress.scenes).toMatchObject([{ worldVersion: 1, scoringVersion: 1 }]);
      const rescoring = (await rescore()).get(one.id);
      expect(rescoring).toMatchObject({
        itemsChanged: 0,
        before: { score: progress.score },
        after: { score: progress.score, measure: { bankVersion: 1 } },
      });
    }
  });

  it('leaves them alone with a bank about other worlds, even when asked to write', async () => {
    const before = await find(ended);
    const found = await rescore({ bankVersion: 2, scoring: 'kept', isDryRun: false });
    expect(found.get(ended.id)).toEqual({ outcome: 'left-alone', because: 'other-world' });
    expect(await find(ended)).toEqual(before);
  });

  it('shows what another bank would change, and writes it only when asked', async () => {
    const before = await find(ended);
    const request = { bankVersion: easierBank, scoring: 'kept' } as const;
    const shown = (await rescore(request)).get(ended.id);
    if (shown === undefined || shown.outcome === 'left-alone') throw new Error('not rescored');
    expect(shown.outcome).toBe('changed');
    expect(shown.after.score).not.toBe(before.progress.score);
    expect(await find(ended)).toEqual(before);
    await rescore({ ...request, isDryRun: false });
    const { progress } = await find(ended);
    expect(progress).toMatchObject({ score: shown.after.score, measure: { bankVersion: easierBank } });
    expect(progress.scenes).toMatchObject([{ worldVersion: 1, scoringVersion: 1 }]);
  });
});
