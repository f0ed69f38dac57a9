/**
 * Our statements at record stores that others wrote. Each takes every statement of every named play and of a whole week;
 * what it refused is printed and must be nothing. What it takes that it should not is printed too: it says how much its
 * yes is worth.
 */
import { v5 as uuidV5 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogEvent } from '../../scenarios/kit/log.ts';
import { reconcile } from '../../server/research/reconcile.ts';
import { createLrsClient, type LrsClient } from '../../xapi/lrs-client.ts';
import type { Statement } from '../../xapi/statement.ts';
import { statementsOf } from '../support/statements.ts';
import { ApiLearner } from '../support/api-learner.ts';
import { DeliveryBench } from '../support/delivery-bench.ts';
import { done, rightWay } from '../support/inbox.ts';
import { beginning, finished, plays, wholeWeek } from '../support/profile/played-attempts.ts';
import { asLog, context } from '../unit/xapi/log-samples.ts';
import { type Peer, startLearningLocker, startRalph } from './peer-process.ts';

interface Sent {
  readonly statement: Statement;
  readonly bytes: string;
}

/** Each play is an attempt of its own: a registration and ids that no other has. */
function attemptOf(name: string, events: readonly LogEvent[]): Sent[] {
  const attemptId = uuidV5(name, uuidV5.URL);
  return asLog([...beginning, ...events, ...finished])
    .flatMap((entry) => statementsOf(entry, { ...context, attemptId }))
    .map(({ statement, bytes }) => ({ statement, bytes }));
}

const attempts = new Map([
  ['a whole week', attemptOf('a whole week', wholeWeek)],
  ...plays.map(({ name, events }) => [name, attemptOf(name, events)] as const),
]);
const all = [...attempts.values()].flat();
const batchSize = 50;

interface Spoilt {
  readonly what: string;
  readonly change: (statement: Record<string, unknown>) => void;
}

/** None of these is a statement; a store that takes one says nothing by taking ours. */
const spoilt: readonly Spoilt[] = [
  { what: 'no object', change: (one) => delete one.object },
  { what: 'no verb', change: (one) => delete one.verb },
  { what: 'an id that is no UUID', change: (one) => (one.id = 'first') },
  { what: 'a timestamp that is none', change: (one) => (one.timestamp = 'yesterday') },
  { what: 'a property of our own', change: (one) => (one.mood = 'fine') },
  { what: 'a score beyond its range', change: (one) => (one.result = { score: { scaled: 7 } }) },
  { what: 'a duration that is none', change: (one) => (one.result = { duration: 'P1DT' }) },
  { what: 'a verb that is no IRI', change: (one) => (one.verb = { id: 'answered' }) },
  { what: 'an agent without an account', change: (one) => (one.actor = { objectType: 'Agent' }) },
  { what: 'a null', change: (one) => (one.result = null) },
];

interface Contestant {
  readonly name: string;
  readonly start: () => Promise<Peer>;
  /** What it lets pass of `spoilt`, by today's look. */
  readonly letsPass: readonly string[];
  /** Whether a request of version 2.0.0 is refused, as one who knows 1.0.x alone must. */
  readonly refusesVersion2: boolean;
}

const contestants: readonly Contestant[] = [
  {
    name: 'Learning Locker statements service 7.8.0',
    start: startLearningLocker,
    letsPass: ['a duration that is none'],
    refusesVersion2: true,
  },
  {
    name: 'ralph 5.0.1',
    start: startRalph,
    // It asks for an actor, a verb's id and an object's id, and no more.
    letsPass: [
      'a timestamp that is none',
      'a property of our own',
      'a score beyond its range',
      'a duration that is none',
      'a verb that is no IRI',
      'a null',
    ],
    refusesVersion2: false,
  },
];

function say(line: string): void {
  process.stdout.write(`  ${line}\n`);
}

describe.each(contestants)('$name', ({ name, start, letsPass, refusesVersion2 }) => {
  let peer: Peer;

  beforeAll(async () => {
    peer = await start();
  });
  afterAll(() => peer.close());

  function client(version: '1.0.3' | '2.0.0' = '1.0.3'): LrsClient {
    return createLrsClient({ ...peer, version, timeoutMs: 60_000, clock: Date.now });
  }

  /** Sends in batches as the worker does; answers what came of each. */
  async function sendAll(rows: readonly Sent[]): Promise<{ accepted: number; refused: string[] }> {
    let accepted = 0;
    const refused: string[] = [];
    for (let from = 0; from < rows.length; from += batchSize) {
      const batch = rows.slice(from, from + batchSize);
      const outcome = await client().send(batch.map(({ bytes }) => bytes));
      if (outcome.kind === 'sent') accepted += batch.length;
      else refused.push(`${batch[0]?.statement.verb.id ?? ''} …: ${outcome.status} ${outcome.message}`);
    }
    return { accepted, refused };
  }

  it('accepts every statement of every play', async () => {
    const { accepted, refused } = await sendAll(all);
    say(`${name}: ${accepted} of ${all.length} statements of ${attempts.size} attempts accepted`);
    for (const one of refused) say(`refused from ${one}`);
    expect(refused).toEqual([]);
    expect(accepted).toBe(all.length);
    expect(all.length).toBeGreaterThan(500);
  }, 300_000);

  it('stores the statements unchanged', async () => {
    const few = all.filter((_, index) => index % Math.ceil(all.length / 25) === 0);
    for (const { statement } of few) expect(await read(peer, statement.id)).toMatchObject(asPlain(statement));
  });

  it('accepts the same bytes again as the same statements', async () => {
    const again = all.slice(0, batchSize);
    const { accepted } = await sendAll(again);
    expect(accepted).toBe(again.length);
  });

  it('refuses another statement with a known id', async () => {
    const [first] = all;
    const other = { ...first?.statement, verb: { id: 'https://w3id.org/xapi/numplus/verbs/other' } };
    expect(await client().send([JSON.stringify(other)])).toMatchObject({ kind: 'refused', status: 409 });
  });

  it('refuses invalid statements, except for those printed here', async () => {
    const passed: string[] = [];
    for (const [index, { what, change }] of spoilt.entries()) {
      const sample = asPlain(all[0]?.statement);
      sample.id = uuidV5(`${what} ${index}`, uuidV5.URL);
      change(sample);
      if ((await client().send([JSON.stringify(sample)])).kind !== 'refused') passed.push(what);
    }
    say(`${name}: of ${spoilt.length} that are no statements it takes: ${passed.join(', ') || 'none'}`);
    expect(passed).toEqual(letsPass);
  });

  it('accepts or refuses xAPI 2.0 as its own version does', async () => {
    const outcome = await client('2.0.0').send(all.slice(0, 1).map(({ bytes }) => bytes));
    say(`${name}: a request of version 2.0.0 is ${outcome.kind}`);
    expect(outcome.kind !== 'sent').toBe(refusesVersion2);
  });

  it('receives a complete attempt from the tool’s own worker', async () => {
    const { endpoint: LRS_ENDPOINT, key: LRS_KEY, secret: LRS_SECRET } = peer;
    const bench = await DeliveryBench.start(Date.now(), { LRS_ENDPOINT, LRS_KEY, LRS_SECRET });
    try {
      const learner = new ApiLearner(bench);
      await learner.act(...rightWay(await learner.begin(4)), done);
      await bench.work();
      const { storage } = bench.context;
      const [destination] = await storage.destinations.list({ limit: 1 });
      const own = await storage.attempts.find(destination?.organisationId ?? '', learner.attempt.id);
      if (destination === undefined || own === undefined) throw new Error('nothing was played');
      const { sent, pending, dead } = await storage.deliveries.summary(
        destination.organisationId,
        destination.id,
      );
      expect([sent > 10, pending, dead]).toEqual([true, 0, 0]);
      const compared = await reconcile(bench.context, destination, own, false);
      say(`${name}: reconciled, ${JSON.stringify(compared).slice(0, 120)}`);
      expect(compared).toMatchObject({ state: 'compared', sent, held: sent, missing: [], foreign: [] });
    } finally {
      await bench.close();
    }
  });
});

async function read({ endpoint, key, secret }: Peer, statementId: string): Promise<unknown> {
  const response = await fetch(`${endpoint}/statements?statementId=${statementId}`, {
    headers: {
      authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`,
      'x-experience-api-version': '1.0.3',
    },
  });
  const body = (await response.json()) as { readonly statements?: readonly unknown[] };
  // ralph wraps even a single statement in a list.
  return body.statements === undefined ? body : body.statements[0];
}

function asPlain(statement: Statement | undefined): Record<string, unknown> {
  return JSON.parse(JSON.stringify(statement)) as Record<string, unknown>;
}
