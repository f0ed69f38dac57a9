/**
 * Disk space per attempt: copies one attempt, played through the API and delivered, many times, and measures the
 * database file before and after. Plays are the authors' own, so people's differ in length.
 */
import Engine from 'better-sqlite3';
import { ApiLearner } from '../support/api-learner.ts';
import { done, rightWay } from '../support/inbox.ts';
import { startStack, type Stack } from '../support/stack.ts';
import { until } from '../support/until.ts';
import { scenesOfWeek, WeekLearner } from '../support/week-learner.ts';
import { say } from './figures.ts';
import { countOfEntries } from '../../server/storage/sqlite/entry-runs.ts';
import { fillAttempts } from './load-fill.ts';

const copies = 1_000;
const weekActivity = 1_000;

/** `npm run bench -- disk` */
export async function benchDisk(): Promise<void> {
  const stack = await startStack();
  try {
    const played = [
      { what: 'one scene', id: await playScene(stack) },
      { what: `the first week, ${scenesOfWeek} scenes`, id: await playWeek(stack) },
    ];
    await until('everything is delivered', () => isDelivered(stack), 60_000);
    await stack.tool.stop();
    for (const { what, id } of played) measure(stack.tool.databaseFile, what, id);
  } finally {
    await stack.close();
  }
}

async function playScene(stack: Stack): Promise<string> {
  const learner = new ApiLearner(stack);
  await learner.act(...rightWay(await learner.begin(4)), done);
  return learner.attempt.id;
}

async function playWeek(stack: Stack): Promise<string> {
  const learner = await WeekLearner.begin(stack, 5, weekActivity);
  await learner.playScenes(1, scenesOfWeek);
  return learner.attempt.id;
}

async function isDelivered({ tool }: Stack): Promise<true | undefined> {
  const ready = (await (await fetch(`${tool.localUrl}/readyz`)).json()) as { delivery: { pending: number } };
  return ready.delivery.pending === 0 ? true : undefined;
}

function measure(file: string, what: string, attemptId: string): void {
  const { attempts, entries, statements, status, bytes: before } = look(file, attemptId);
  if (status !== 'finished') throw new Error(`${what}: ${status}`);
  fillAttempts(file, attemptId, attempts + copies);
  const each = (look(file, attemptId).bytes - before) / copies;
  say(
    `${what}: ${entries} log entries, ${statements} statements, ${(each / 1000).toFixed(1)} kB on the disk` +
      ` (${Math.round(each / statements)} bytes a statement)`,
  );
}

interface Look {
  readonly attempts: number;
  readonly entries: number;
  readonly statements: number;
  readonly status: string;
  readonly bytes: number;
}

function look(file: string, attemptId: string): Look {
  const database = new Engine(file);
  const found = database
    .prepare(
      `SELECT (SELECT count(*) FROM attempts) AS attempts,
         (SELECT ${countOfEntries} FROM entries WHERE attemptId = @attemptId) AS entries,
         (SELECT count(*) FROM statements WHERE attemptId = @attemptId) AS statements,
         (SELECT json_extract(progress, '$.status') FROM attempts WHERE id = @attemptId) AS status,
         (SELECT page_count * page_size FROM pragma_page_count, pragma_page_size) AS bytes`,
    )
    .get({ attemptId }) as Look;
  database.close();
  return found;
}
