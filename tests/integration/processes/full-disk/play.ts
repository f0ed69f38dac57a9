/** Plays against `serve` on a small disk, at the path given, which becomes full in the middle; prints what was seen, as JSON. */
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ApiLearner } from '../../../support/api-learner.ts';
import { done, rightWay } from '../../../support/inbox.ts';
import { registrationOf } from '../../../support/outcome.ts';
import { startStack } from '../../../support/stack.ts';
import { until } from '../../../support/until.ts';

const disk = process.argv[2] ?? '';
const rest = join(disk, 'rest');

function fill(): void {
  const file = openSync(rest, 'a');
  try {
    for (;;) writeSync(file, Buffer.alloc(4_096));
  } catch {
    // That is what it is for.
  } finally {
    closeSync(file);
  }
}

async function readiness(): Promise<Record<string, unknown>> {
  const response = await fetch(`${stack.tool.localUrl}/readyz`);
  const { database, reason } = (await response.json()) as Record<string, unknown>;
  return { status: response.status, database, reason };
}

const stack = await startStack({ env: { DATABASE_URL: `sqlite:${join(disk, 'numplus.db')}` } });
try {
  const learner = new ApiLearner(stack);
  const way = rightWay(await learner.begin(4));
  const batches = learner.number([...way, done]);
  let acknowledged = 0;
  let refusal: unknown;
  for (const [index, action] of batches.entries()) {
    const { status, body } = await learner.send([action]);
    if (status !== 200) {
      refusal = { status, code: body.code, params: body.params };
      break;
    }
    acknowledged = body.acknowledged;
    // What was written may still have had room that was set aside: then the next one has none.
    if (index > 0) fill();
  }
  const alive = (await fetch(`${stack.tool.localUrl}/healthz`)).status;
  const unready = await readiness();
  const stored = (await learner.scene()).body.actions.length;
  rmSync(rest);
  const ready = (await readiness()).status;
  const after = await learner.send(batches.slice(acknowledged));
  await until('the grade', () =>
    stack.lms.gradebook().find(({ userId, points }) => userId === 4 && points !== null),
  );
  // What was sent and could not be noted down as sent is leased for up to a minute, and then sent again.
  const isDelivered = async (): Promise<true | undefined> => {
    const ready = (await (await fetch(`${stack.tool.localUrl}/readyz`)).json()) as {
      readonly delivery: { readonly pending: number };
    };
    return ready.delivery.pending === 0 ? true : undefined;
  };
  await until('everything is delivered', isDelivered, 120_000);
  const ids = stack.store
    .statements()
    .filter((one) => registrationOf(one) === learner.attempt.id)
    .map(({ id }) => id);
  console.log(
    JSON.stringify({
      acknowledged,
      refusal,
      alive,
      unready,
      ready,
      stored,
      after: after.status,
      attempt: learner.attempt.status,
      statements: ids.length,
      different: new Set(ids).size,
    }),
  );
} finally {
  await stack.close();
}
process.exit();
