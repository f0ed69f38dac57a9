/** `migrate-store` as an operator runs it, with a class in the middle of its plays, to MongoDB and back. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMongoTarget } from '../../../server/storage/mongo/transfer.ts';
import { openMongoStorage } from '../../../server/storage/mongo/open.ts';
import { openSqliteStorage } from '../../../server/storage/sqlite/open.ts';
import type { Tally } from '../../../server/upkeep/tally.ts';
import { sampleResourceList, sampleReviewRequest } from '../../contract/storage/sample-reports.ts';
import { sampleBackground, sampleComfort, sampleConsent } from '../../contract/storage/sample-rows.ts';
import { samplePlace, sampleTexts } from '../../contract/storage/study-texts.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { done, rightWay } from '../../support/inbox.ts';
import { findMongoAbsence, type MongoServer, startMongoServer } from '../../support/mongo-server.ts';
import { registrationOf, verbOf } from '../../support/outcome.ts';
import { type CommandResult, ToolProcess } from '../../support/tool-process.ts';

const absence = findMongoAbsence();

const folder = mkdtempSync(join(tmpdir(), 'numplus-move-'));
let operator: ToolProcess;
let server: MongoServer | undefined;
beforeAll(async () => {
  operator = new ToolProcess(0, '127.0.0.1', {});
  if (absence === undefined) server = await startMongoServer();
});
afterAll(async () => {
  await operator.remove();
  await server?.stop();
  rmSync(folder, { recursive: true });
});

function fileUrl(name: string): string {
  return `sqlite:${join(folder, name)}`;
}

function migrate(from: string, to: string, ...options: readonly string[]): Promise<CommandResult> {
  return operator.run('migrate-store', '--from', from, '--to', to, '--json', ...options);
}

/** Moves the database, and returns the counts of both sides. */
async function move(from: string, to: string, ...options: readonly string[]): Promise<Tally[]> {
  const { code, stdout, stderr } = await migrate(from, to, '--apply', ...options);
  expect([code, stderr.split('\n').at(-2)]).toEqual([
    0,
    expect.stringContaining('Both databases have the same content.'),
  ]);
  return JSON.parse(stdout) as Tally[];
}

/** The same, and a row of the audit record for each move before. */
function expectMoved(found: readonly Tally[], tallies: readonly Tally[], moves: number): void {
  const others = (all: readonly Tally[]): Tally[] => all.filter(({ kind }) => kind !== 'audit');
  const audit = (all: readonly Tally[]): number => all.find(({ kind }) => kind === 'audit')?.rows ?? 0;
  expect(others(found)).toEqual(others(tallies));
  expect(audit(found)).toBe(audit(tallies) + moves);
}

describe('moving a database', () => {
  let bench: DeliveryBench;
  let finished: ApiLearner;
  let playing: ApiLearner;
  let rest: ReturnType<typeof rightWay>;
  let firstIds: unknown[];
  let url: string;
  let mongoUrl: string;
  let tallies: Tally[];

  beforeAll(async () => {
    if (server === undefined) return;
    bench = await DeliveryBench.start(Date.now());
    url = bench.settings.DATABASE_URL ?? '';
    mongoUrl = server.nameDatabase();
    finished = new ApiLearner(bench);
    await finished.act(...rightWay(await finished.begin(4, 2)), done);
    await bench.work();
    firstIds = bench.store.statements().map(({ id }) => id);
    // No worker runs from here on, so that what people do stays pending.
    playing = new ApiLearner(bench);
    const actions = rightWay(await playing.begin(5, 2));
    rest = actions.slice(2);
    await playing.act(...actions.slice(0, 2));
    await keepWordsOfStaff();
  });
  afterAll(() => (absence === undefined ? bench.close() : undefined));

  /** A row of each kind that neither play nor launch brings. */
  async function keepWordsOfStaff(): Promise<void> {
    const { storage } = bench.context;
    const [organisation] = await storage.organisations.list({ limit: 1 });
    const organisationId = organisation?.id ?? '';
    const attemptId = finished.attempt.id;
    const kept = await storage.attempts.find(organisationId, attemptId);
    if (kept === undefined) throw new Error('no attempt');
    const { personId, resourceLinkId } = kept.attempt;
    const now = bench.now;
    await storage.staffNotes.put({
      organisationId,
      attemptId,
      kind: 'level',
      personId,
      sealedText: 'sealed',
      revision: 1,
      updatedAt: now,
    });
    await storage.personSettings.put({
      organisationId,
      resourceLinkId,
      personId,
      withHelper: true,
      isStaff: false,
      accessNeeds: [],
      form: null,
      attemptsUpTo: 2,
      revision: 1,
      updatedAt: now,
    });
    await storage.comfort.put(sampleComfort({ organisationId, personId }));
    await storage.consents.put(sampleConsent({ organisationId, personId }));
    await storage.backgrounds.put(sampleBackground({ organisationId, personId }));
    await storage.studyTexts.insert(sampleTexts({ organisationId }));
    await storage.studyPlaces.put(samplePlace({ organisationId }));
    await storage.groupSettings.put({
      organisationId,
      resourceLinkId,
      groupId: '31',
      withHelper: false,
      accessNeeds: ['keyboard'],
      extraAttempts: 1,
      revision: 1,
      updatedAt: now,
    });
    await storage.groups.put({
      organisationId,
      resourceLinkId,
      personId,
      groupIds: ['12'],
      reach: 'own',
      askedAt: 0,
    });
    const request = sampleReviewRequest({ organisationId, attemptId, personId, resourceLinkId });
    await storage.reviewRequests.ask(request);
    await storage.reviewRequests.answer(organisationId, request.id, {
      sealedAnswer: 'sealed',
      answeredAt: now,
    });
    await storage.reviewRequests.ask({ ...request, id: 'request-2', askedAt: now });
    await storage.erasures.put({
      id: 'erasure-1',
      organisationId,
      kind: 'person',
      requestedBy: 'operator',
      at: now,
      counts: { attempts: 1 },
      subject: null,
      sweepAt: null,
    });
    // Of a store that is no longer there, so that no worker sends it.
    const voiding = { id: 'voiding-1', organisationId, destinationId: 'gone', erasureId: 'erasure-1' };
    await storage.voidings.add([{ ...voiding, bytes: '{}', nextAt: now }]);
    await storage.resources.replace(sampleResourceList({ organisationId }));
    await storage.invitations.insert({
      id: 'invitation-1',
      organisationId,
      secretHash: 'hash',
      platformName: 'Moodle',
      platformId: null,
      expectedHost: null,
      withNames: false,
      privateHosts: ['lms.interne'],
      createdAt: now,
      expiresAt: now + 60_000,
      state: 'open',
      registrationId: null,
    });
  }

  it('is refused while it is in use', async (context) => {
    if (absence !== undefined) context.skip(absence);
    const { code, stdout, stderr } = await migrate(url, fileUrl('used.db'), '--apply');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('Stop every `serve` and `worker` first');
    expect(existsSync(join(folder, 'used.db'))).toBe(false);
  });

  it('is announced by a dry run, moves everything to MongoDB, and moves the same back', async (context) => {
    if (absence !== undefined) context.skip(absence);
    await bench.moveTo(mongoUrl, async () => {
      const before = readFileSync(bench.databaseFile);
      const dry = await migrate(url, mongoUrl);
      expect(dry).toMatchObject({
        code: 0,
        stderr: expect.stringContaining('Nothing was written') as string,
      });
      tallies = await move(url, mongoUrl);
      expect(tallies).toEqual(JSON.parse(dry.stdout));
      // Every kind that is moved had a row here.
      expect(tallies.filter(({ rows }) => rows === 0)).toEqual([]);
      expectMoved(await move(mongoUrl, fileUrl('back.db')), tallies, 1);
      expect(readFileSync(bench.databaseFile).equals(before)).toBe(true);
      expect(statSync(join(folder, 'back.db')).mode & 0o777).toBe(0o600);
    });
  });

  it('lets the learner continue, and sends only what was not sent', async (context) => {
    if (absence !== undefined) context.skip(absence);
    await bench.restartStore();
    await bench.work();
    const pending = bench.store.statements();
    expect(pending.length).toBeGreaterThan(0);
    expect(pending.map(registrationOf)).toEqual(pending.map(() => playing.attempt.id));
    await playing.refresh();
    await playing.act(...rest, done);
    expect(playing.attempt.status).toBe('finished');
    await bench.work();
    expect(
      bench.lms
        .gradebook()
        .filter(({ points }) => points !== null)
        .map(({ userId }) => userId),
    ).toEqual([4, 5]);
    const ids = bench.store.statements().map(({ id }) => id);
    expect(bench.store.statements().map(verbOf)).toContain('scored');
    expect(new Set([...firstIds, ...ids]).size).toBe(firstIds.length + ids.length);
  });

  it('back to a file sends nothing again, and new statements come after the old', async (context) => {
    if (absence !== undefined) context.skip(absence);
    const home = fileUrl('home.db');
    await bench.moveTo(home, async () => {
      await move(mongoUrl, home);
    });
    await bench.restartStore();
    await bench.work();
    expect(bench.store.statements()).toEqual([]);
    const third = new ApiLearner(bench);
    await third.act(...rightWay(await third.begin(6, 2)), done);
    await bench.work();
    const own = bench.store.statements();
    expect(own.map(registrationOf)).toEqual(own.map(() => third.attempt.id));
    expect(own.map(verbOf)).toContain('scored');
  });

  it('is not used while incomplete, and starts again only on request', async (context) => {
    if (server === undefined) return context.skip(absence);
    const half = server.nameDatabase();
    const broken = await openMongoTarget(half);
    await broken.rows.organisations.write([{ id: 'o', name: 'n', timeZone: 'z', createdAt: 1 }]);
    await broken.close();
    const started = await operator.runWith({ DATABASE_URL: half }, 'platform', 'list');
    expect([started.code, started.stderr]).toEqual([1, expect.stringContaining('"half-moved"')]);
    const back = fileUrl('back.db');
    expect(await migrate(back, half, '--apply')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('--restart') as string,
    });
    expectMoved(await move(back, half, '--restart'), tallies, 2);
  });
});

describe('moving a database that cannot be moved', () => {
  const made = fileUrl('made.db');
  beforeAll(async () => {
    await (await openSqliteStorage({ file: join(folder, 'made.db') })).close();
  });

  const secret = 'mongodb://user:secret@127.0.0.1:1/numplus';

  it.each([
    ['the same place twice', 'sqlite:a.db', 'sqlite:./a.db', 'name the same database'],
    ['a source that is not there', fileUrl('none.db'), fileUrl('to.db'), 'no database here to read'],
    ['an address of another kind', 'mysql:a', fileUrl('to.db'), '--from must look like'],
    ['a server that does not answer', secret, fileUrl('to.db'), 'No MongoDB server answers at --from'],
  ])('is refused with one line without a password: %s', async (_name, from, to, said) => {
    const { code, stdout, stderr } = await migrate(from, to, '--apply');
    expect([code, stdout, stderr.trim().split('\n')]).toEqual([1, '', [expect.stringContaining(said)]]);
    expect(stderr).not.toContain('secret');
  });

  it('is refused if the target exists, or a move was interrupted there', async () => {
    writeFileSync(join(folder, 'letter.txt'), 'Bonjour.');
    const taken = await migrate(made, fileUrl('letter.txt'), '--apply');
    expect([taken.code, taken.stderr.trim().split('\n').length]).toEqual([1, 1]);
    expect(taken.stderr).toContain('"taken"');
    writeFileSync(join(folder, 'half.db.moving'), '');
    const half = await migrate(made, fileUrl('half.db'), '--apply');
    expect([half.code, half.stderr]).toEqual([1, expect.stringContaining('--restart')]);
    const again = await migrate(made, fileUrl('half.db'), '--apply', '--restart');
    expect([again.code, existsSync(join(folder, 'half.db.moving'))]).toEqual([0, false]);
  });

  it('is refused if the MongoDB database has rows', async (context) => {
    if (server === undefined) return context.skip(absence);
    const used = server.nameDatabase();
    const storage = await openMongoStorage({ url: used });
    await storage.organisations.insert({ id: 'o', name: 'n', timeZone: 'America/Toronto', createdAt: 1 });
    await storage.close();
    const { code, stderr } = await migrate(made, used, '--apply');
    expect([code, stderr]).toEqual([1, expect.stringContaining('"taken"')]);
  });
});
