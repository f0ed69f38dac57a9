/**
 * What taking actions costs three processes that serve and two that deliver, on one MongoDB, behind a small proxy. Record store
 * and LMS accept everything.
 */
import { drain } from '../chaos/heal.ts';
import { type Installation, startInstallation } from '../chaos/installation.ts';
import { countStatements, listAttempts } from '../chaos/proofs/prove.ts';
import { formatLatencies, say, sayLoad } from './figures.ts';
import { LoadClient } from './load-client.ts';
import { connections, measureCost, playAtHumanPace, type Tool } from './load-play.ts';
import { type LoadLearner, type LoadWorld, readProcess, sendLearners } from './load-world.ts';

const rounds = 2;
const learnersAtOnce = 40;
const humanForMs = 15_000;
const drainLimitMs = 5 * 60_000;

/** @throws CannotRun if there is no MongoDB */
export async function benchLoadMany(): Promise<void> {
  say('\nthree serve processes and two workers, with the MongoDB-wire server');
  const installation = await startInstallation({ setup: 'many' });
  const client = new LoadClient(connections);
  try {
    await measure(installation, client);
  } finally {
    client.close();
    await installation.close(false);
  }
}

async function measure(installation: Installation, client: LoadClient): Promise<void> {
  const { lms, proxy, units, env } = installation;
  const baseUrl = `http://127.0.0.1:${proxy.port}`;
  const world: LoadWorld = { lms, tool: { localUrl: baseUrl } };
  const tool: Tool = {
    baseUrl,
    readProcesses: () =>
      Promise.all(units.map(({ localUrl }) => readProcess(localUrl, env.METRICS_TOKEN ?? ''))),
  };
  const { learners, launchMs } = await sendLearners(world, learnersAtOnce);
  say(`launch to session, one at a time: ${formatLatencies(launchMs)}`);
  const cost = await measureCost(tool, client, learners, rounds);
  say(`processor time of an action, all processes: ${cost.toFixed(2)} ms`);
  const { eachMs, processors } = await playAtHumanPace(tool, client, learners, humanForMs);
  say(`${learners.length} people, an action each 2 to 6 s: ${formatLatencies(eachMs)}`);
  say(`  ${(100 * processors).toFixed(0)} % of one processor`);
  await endAttempts(learners);
  await sayDelivered(installation);
  const figures = await tool.readProcesses();
  const memory = units.map(({ name }, index) => `${name} ${(figures[index]?.memoryMb ?? NaN).toFixed(0)}`);
  say(`\nMB resident at the end: ${memory.join(', ')}`);
  sayLoad();
}

async function endAttempts(learners: readonly LoadLearner[]): Promise<void> {
  const eachMs: number[] = [];
  for (const { api } of learners) {
    await api.find();
    const startedAt = performance.now();
    await api.act({ app: 'frame', type: 'end' });
    eachMs.push(performance.now() - startedAt);
  }
  say(`  the action that ends an attempt: ${formatLatencies(eachMs)}`);
}

/** How long the workers take for what is still on its way when the last learner has ended. */
async function sayDelivered(installation: Installation): Promise<void> {
  const endedAt = performance.now();
  const statements = await countStatements(installation, await listAttempts(installation));
  const { sent, pending, grades } = await drain(installation, statements, drainLimitMs);
  const seconds = ((performance.now() - endedAt) / 1000).toFixed(0);
  say(
    `\n${seconds} s after the last act: ${sent} of ${statements} statements and ${grades.sent} grades arrived`,
  );
  if (pending + grades.pending > 0) say(`  on their way: ${pending} statements, ${grades.pending} grades`);
}
