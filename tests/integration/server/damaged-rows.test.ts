/** Damaged rows that an action reads: the response has a code, and the server continues. */
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { findInboxParts } from '../../support/inbox.ts';
import { act } from '../../support/s02.ts';

let bench: DeliveryBench;
beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now());
});
afterAll(() => bench.close());

const unreadable = [503, 'storage.unavailable'];
const unsealed = [500, 'secret.unreadable'];
const over = [401, 'session.expired'];

it.each([
  ['the attempt’s progress is no JSON', 4, 'attempts', "progress = '{'", unreadable],
  ['the attempt’s progress says nothing', 5, 'attempts', "progress = '{}'", [409, 'attempt.epoch-stale']],
  ['the launch’s settings are no JSON', 6, 'launches', "settings = 'x'", unreadable],
  ['the session belongs to no launch', 7, 'sessions', "launchId = 'none'", over],
  ['the person’s key is cut off', 8, 'persons', 'sealedKey = substr(sealedKey, 1, 20)', unsealed],
])('the server responds with a code when %s', async (_name, personId, table, change, answer) => {
  const learner = new ApiLearner(bench);
  const { question } = findInboxParts(await learner.begin(personId));
  const database = new Database(bench.databaseFile);
  const stored = database.prepare(`SELECT * FROM ${table}`).all() as Record<string, string | number | null>[];
  database.exec(`DROP INDEX IF EXISTS attempts_idle; UPDATE ${table} SET ${change}`);
  try {
    const { status, body } = await learner.act(act.open(question.id));
    expect([status, body.code]).toEqual(answer);
  } finally {
    for (const row of stored) {
      const columns = Object.keys(row).map((name) => `${name} = @${name}`);
      database.prepare(`UPDATE ${table} SET ${columns.join(', ')} WHERE id = @id`).run(row);
    }
    database.close();
  }
  expect((await learner.act(act.reply(question.id))).status).toBe(200);
});
