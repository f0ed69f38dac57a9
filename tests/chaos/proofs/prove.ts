/** Collects the facts after a run, and checks the seven proofs with them. */
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { listAll } from '../../../server/storage/read-pages.ts';
import { findStudy } from '../../../server/cli/find-study.ts';
import { beginTransaction } from '../../../server/attempts/transaction.ts';
import { readCompleteness } from '../../../server/research/completeness.ts';
import type { AttemptWithProgress } from '../../../server/storage/ports/attempts.ts';
import type { JsonObject } from '../../../sandbox/store/json.ts';
import { toolMain } from '../../support/tool-main.ts';
import type { AttemptBook, Library } from '../book.ts';
import type { Outbox } from '../heal.ts';
import type { Installation } from '../installation.ts';
import type { Asking } from '../research.ts';
import { type Departure, isExcused } from '../leavers.ts';
import type { Breach } from './breach.ts';
import { checkChoices } from './check-choices.ts';
import { checkEndings } from './check-endings.ts';
import { checkErasures, type HeldStatement, isVoiding } from './check-erasures.ts';
import { checkGrades, type PlayedAttempt } from './check-grades.ts';
import { checkLog } from './check-log.ts';
import { checkReceipts, verdicts } from './check-receipts.ts';
import { checkStatements, readExport } from './check-statements.ts';
import { readChoices } from './read-choices.ts';
import { readErasures } from './read-erasures.ts';

export interface Proof {
  readonly name: string;
  readonly breaches: readonly Breach[];
}

/** Every attempt of the study, whoever played it. */
export async function listAttempts({
  operator,
}: Pick<Installation, 'operator'>): Promise<AttemptWithProgress[]> {
  const { id, organisationId } = await findStudy(operator, undefined);
  const found: AttemptWithProgress[] = [];
  const { attempts } = operator.storage;
  for (let after: { after?: string } = {}; ;) {
    const page = await attempts.listByStudy(organisationId, id, { limit: 200, ...after });
    found.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < 200) return found;
    after = { after: last.attempt.id };
  }
}

/** How many statements the attempts made. */
export async function countStatements(
  { operator }: Pick<Installation, 'operator'>,
  attempts: readonly AttemptWithProgress[],
): Promise<number> {
  let count = 0;
  for (const own of attempts) count += (await readCompleteness(operator, own)).statements.length;
  return count;
}

export async function prove(
  installation: Asking,
  library: Library,
  outbox: Outbox,
  departures: readonly Departure[],
): Promise<Proof[]> {
  const attempts = await listAttempts(installation);
  const existing = new Set(attempts.map(({ attempt: { id } }) => id));
  const excused = library
    .list()
    .filter((book) => !existing.has(book.attemptId) && isExcused(book, departures));
  const [logs, played] = await proveLogs(installation, library, attempts, excused);
  const file = join(installation.folder, 'export.jsonl');
  const exported = await runTool(
    installation,
    'export',
    'statements',
    '--purpose',
    'operational',
    '--reason',
    'chaos',
    '--out',
    file,
  );
  if (exported.code !== 0) throw new Error(`export statements: ${exported.stderr}`);
  const held = installation.store.statements() as unknown as readonly (HeldStatement & JsonObject)[];
  const statements = [
    ...checkStatements(
      await readExport(file),
      held.filter((one) => !isVoiding(one) && existing.has(one.context?.registration ?? '')),
    ),
    ...(await findUntold(installation, attempts)),
  ];
  const verified = await runTool(installation, 'receipt', 'verify', file, '--json');
  const ended = attempts
    .filter(({ progress: { endedAt } }) => endedAt !== null)
    .map(({ attempt: { id } }) => id);
  const receipts = checkReceipts(verdicts.parse(JSON.parse(verified.stdout)), ended);
  if (verified.code !== 0 && receipts.length === 0) {
    receipts.push({ about: 'export', what: `receipt verify: ${verified.stderr.trim()}` });
  }
  const { operator, lms } = installation;
  return [
    { name: 'every acknowledged action is stored once, in order, and replays alike', breaches: logs },
    { name: 'every statement is in the store once, byte for byte', breaches: statements },
    { name: 'every receipt verifies', breaches: receipts },
    {
      name: 'every grade follows from the log and stands in the gradebook',
      breaches: checkGrades(operator.content, played, lms.gradebook(), excused),
    },
    {
      name: 'no attempt is stuck, nothing is left over',
      breaches: await proveEndings(installation, library, attempts, outbox),
    },
    {
      name: 'nothing is left of who was erased, and stores have voided what they had',
      breaches: checkErasures(await readErasures(installation, { departures, excused, existing, held })),
    },
    {
      name: 'the store for research keeps what people agree to, and has voided the rest',
      breaches: checkChoices(await readChoices(installation, attempts)),
    },
  ];
}

async function proveLogs(
  { operator }: Installation,
  library: Library,
  attempts: readonly AttemptWithProgress[],
  excused: readonly AttemptBook[],
): Promise<[Breach[], PlayedAttempt[]]> {
  const breaches: Breach[] = [];
  const played: PlayedAttempt[] = [];
  const known = new Set([
    ...attempts.map(({ attempt }) => attempt.id),
    ...excused.map(({ attemptId }) => attemptId),
  ]);
  for (const { attemptId } of library.list()) {
    if (!known.has(attemptId)) breaches.push({ about: attemptId, what: 'the attempt is gone' });
  }
  for (const own of attempts) {
    const book = library.find(own.attempt.id);
    // The last proof reports attempts that no learner knows of.
    if (book === undefined) continue;
    const log = await (await beginTransaction(operator, own)).listEntries(1);
    played.push({ ...own, place: book.place, log });
    const worldOf = (sceneId: string): ReturnType<typeof operator.content.publicScene>['world'] => {
      const scene = own.progress.scenes.find((one) => one.sceneId === sceneId);
      if (scene === undefined) throw new Error(`attempt ${own.attempt.id} has no scene ${sceneId}`);
      const { seed, createdAt } = own.attempt;
      return operator.content.publicScene(scene.scenario, scene.worldVersion, seed, createdAt).world;
    };
    breaches.push(...checkLog(book, log, worldOf));
  }
  return [breaches, played];
}

/** Log entries without any statement. */
async function findUntold(
  { operator }: Installation,
  attempts: readonly AttemptWithProgress[],
): Promise<Breach[]> {
  const breaches: Breach[] = [];
  for (const own of attempts) {
    const { attempt: about, logGaps, statementGaps } = await readCompleteness(operator, own);
    for (const { from, to } of logGaps)
      breaches.push({ about, what: `log entries ${from}–${to} are missing` });
    for (const { from, to } of statementGaps) {
      breaches.push({ about, what: `log entries ${from}–${to} made no statement` });
    }
  }
  return breaches;
}

async function proveEndings(
  { operator, units }: Installation,
  library: Library,
  attempts: readonly AttemptWithProgress[],
  outbox: Outbox,
): Promise<Breach[]> {
  const endings = attempts.map(({ attempt: { id: attemptId }, progress: { status } }) => ({
    attemptId,
    status,
    isSeen: library.find(attemptId)?.isFinished ?? null,
  }));
  const ownEnds = units.flatMap(({ name, ownEnds: times }) => Array.from({ length: times }, () => name));
  return checkEndings(endings, outbox, await countLeasable(operator), ownEnds);
}

/** What another worker would get after all leases have expired: nothing, if all is done. */
async function countLeasable({ storage }: Installation['operator']): Promise<number> {
  const now = Date.now() + 7 * 24 * 3_600_000;
  const request = { holder: 'stranger', now, until: now + 1, limit: 100 };
  let count = (await storage.grades.lease({ ...request, minGapMs: 0 })).length;
  for (const { id: destinationId, organisationId, purpose } of await listAll((page) =>
    storage.destinations.list(page),
  )) {
    const batch = { ...request, organisationId, destinationId, purpose, maxBytes: 1_000_000 };
    count += (await storage.deliveries.lease(batch)).length;
  }
  return count;
}

/** A command of the tool, as an operator runs it. */
async function runTool(
  { env }: Installation,
  ...args: readonly string[]
): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> {
  const root = resolve(import.meta.dirname, '../../..');
  const child = spawn(process.execPath, [...toolMain(), ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { code, ...said };
}
