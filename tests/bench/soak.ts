/**
 * `npm run bench -- soak [minutes] [learners] [seed] [part of an attack's name]`: honest learners at human pace, a third
 * of the time alone, then with one of each attacker behind the same address. Fails if the attackers slow them down by more than half, or if one of
 * them is refused anything. One process with SQLite that delivers to a slow store; learners and attackers have their
 * own processes.
 */
import { randomBytes, randomInt } from 'node:crypto';
import { startStore } from '../../sandbox/store/start-store.ts';
import { CannotRun } from '../support/cannot-run.ts';
import { findFreePort } from '../support/ports.ts';
import { addTestLms } from '../support/stub-launch.ts';
import { ToolProcess } from '../support/tool-process.ts';
import { formatLatencies, percentile, say, sayLoad } from './figures.ts';
import { rest } from './load-play.ts';
import { readProcess } from './load-world.ts';
import { type Met, type Phase, SoakProcess, type Strikes } from './soak-process.ts';

/** Honest p95 with attackers, to that without. */
const mostRatio = 1.5;
const mostMinutes = 240;
/** So slow that statements of one who sends too many have to wait. */
const storeMs = 1_500;
const shownRefusals = 10;

export async function benchSoak(
  minutes = '30',
  learners = '100',
  seed = String(randomInt(1e6)),
  only = '',
): Promise<void> {
  const totalMs = 60_000 * Number(minutes);
  if (!(totalMs > 0 && totalMs <= 60_000 * mostMinutes))
    throw new CannotRun('The minutes want a number above 0.');
  const credentials = { key: 'sandbox', secret: 'sandbox-secret' };
  const store = await startStore({ host: '127.0.0.1', port: 0, ...credentials });
  store.control.set({ slowMs: storeMs });
  const metricsToken = randomBytes(32).toString('hex');
  const tool = new ToolProcess(await findFreePort(), '127.0.0.1', {
    METRICS_TOKEN: metricsToken,
    LRS_ENDPOINT: store.endpoint.replace(/\/$/, ''),
    LRS_KEY: credentials.key,
    LRS_SECRET: credentials.secret,
  });
  const people = new SoakProcess<Record<Phase, Met>>('soak-people.ts');
  const attackers = new SoakProcess<Strikes>('soak-attackers.ts');
  try {
    for (const child of [people, attackers]) await addTestLms(tool, await child.platform());
    await tool.start();
    say(`\n${learners} learners, a request each 2 to 6 s, seed ${seed}`);
    for (const child of [people, attackers]) {
      child.tell({ begin: { toolUrl: tool.localUrl, learners: Number(learners), seed, only } });
      await child.hear();
    }
    const pass = async (phase: Phase, ms: number): Promise<void> => {
      for (const child of [people, attackers]) child.tell({ phase });
      const before = await readProcess(tool.localUrl, metricsToken);
      await rest(ms);
      const after = await readProcess(tool.localUrl, metricsToken);
      const share = (100_000 * (after.cpuS - before.cpuS)) / ms;
      say(
        `${phase}: ${(ms / 60_000).toFixed(1)} min, ${share.toFixed(0)} % of one processor, ${after.memoryMb.toFixed(0)} MB, ${after.waiting} statements wait`,
      );
    };
    await pass('warm-up', Math.min(60_000, totalMs / 10));
    await pass('without', totalMs / 3);
    await pass('with', (2 * totalMs) / 3);
    sayStrikes(await attackers.end());
    judge(await people.end());
    sayLoad();
  } finally {
    for (const child of [people, attackers]) child.kill();
    await tool.remove();
    await store.close();
  }
}

function sayStrikes(strikes: Strikes): void {
  say('\nattackers, and the status that they met');
  for (const [name, outcomes] of Object.entries(strikes)) {
    const told = Object.entries(outcomes).map(([outcome, count]) => `${outcome}: ${count}`);
    say(`  ${name}: ${told.join(', ')}`);
  }
}

function judge(met: Readonly<Record<Phase, Met>>): void {
  say('\nhonest learners');
  for (const phase of ['without', 'with'] as const) {
    const { requestMs, launchMs } = met[phase];
    say(`  ${phase}: ${requestMs.length} requests, ${formatLatencies(requestMs)}`);
    say(`    ${launchMs.length} launches, ${formatLatencies(launchMs)}`);
  }
  const p95 = (phase: Phase): number => percentile(met[phase].requestMs, 0.95);
  const ratio = p95('with') / p95('without');
  const refusals = Object.values(met).flatMap((each) => each.refusals);
  say(`  p95 with to without: ${ratio.toFixed(2)} (aim: at most ${mostRatio})`);
  say(`  refused: ${refusals.length} (aim: 0)`);
  for (const refusal of refusals.slice(0, shownRefusals)) say(`    ${refusal}`);
  if (ratio <= mostRatio && refusals.length === 0) return;
  process.stderr.write('aims missed\n');
  process.exitCode = 1;
}
