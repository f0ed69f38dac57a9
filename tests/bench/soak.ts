/**
 * `npm run bench -- soak [minutes] [learners] [seed] [part of an attack's name]`: honest learners at human pace, alone
 * and with one of each attacker behind the same address, in turns, so that what else the machine does meets both. Fails
 * if the attackers slow them down by more than half, or if one of them is refused anything. One process with SQLite that delivers to a slow store;
 * learners and attackers have their own processes. The attackers' has the lowest priority: elsewhere they would have
 * processors of their own.
 */
import { randomBytes, randomInt } from 'node:crypto';
import { startStore } from '../../sandbox/store/start-store.ts';
import { CannotRun } from '../support/cannot-run.ts';
import { findFreePort } from '../support/ports.ts';
import { addTestLms } from '../support/stub-launch.ts';
import { ToolProcess } from '../support/tool-process.ts';
import { say, sayLoad } from './figures.ts';
import { rest } from './load-play.ts';
import { readProcess } from './load-world.ts';
import { type Met, type Phase, SoakProcess, type Strikes } from './soak-process.ts';
import { sayReport, sayStrikes, type Span } from './soak-report.ts';

const mostMinutes = 240;
/** In each, the learners are alone for a third of the time. */
const rounds = 5;
/** To prepare and to end. Then the processes are killed, and the soak fails. */
const graceMs = 5 * 60_000;
/** So slow that statements of one who sends too many have to wait. */
const storeMs = 1_500;

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
  const tooLate = setTimeout(() => {
    for (const child of [people, attackers]) child.kill();
  }, totalMs + graceMs);
  try {
    for (const child of [people, attackers]) await addTestLms(tool, await child.platform());
    await tool.start();
    say(`\n${learners} learners, a request each 2 to 6 s, seed ${seed}`);
    for (const child of [people, attackers]) {
      child.tell({ begin: { toolUrl: tool.localUrl, learners: Number(learners), seed, only } });
      await child.hear();
    }
    const pass = async (phase: Phase, ms: number): Promise<Span> => {
      for (const child of [people, attackers]) child.tell({ phase });
      const begin = await readProcess(tool.localUrl, metricsToken);
      await rest(ms);
      const end = await readProcess(tool.localUrl, metricsToken);
      say(`${phase}: done after ${(ms / 60_000).toFixed(1)} min`);
      return { minutes: ms / 60_000, begin, end };
    };
    await pass('warm-up', Math.min(60_000, totalMs / 10));
    const spans: Record<'without' | 'with', Span[]> = { without: [], with: [] };
    for (let round = 0; round < rounds; round += 1) {
      spans.without.push(await pass('without', totalMs / rounds / 3));
      spans.with.push(await pass('with', (2 * totalMs) / rounds / 3));
    }
    sayStrikes(await attackers.end());
    say('\nhonest learners, without and with attackers');
    if (!sayReport(await people.end(), spans)) {
      process.stderr.write('aims missed\n');
      process.exitCode = 1;
    }
    sayLoad();
  } finally {
    clearTimeout(tooLate);
    for (const child of [people, attackers]) child.kill();
    await tool.remove();
    await store.close();
  }
}
