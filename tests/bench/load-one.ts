/**
 * What people notice of one process with SQLite (ADR 23): a thousand learners at human pace, its memory, and the cost
 * of an action with an empty database and with 100,000 stored attempts. Fails if a target is missed.
 */
import { formatLatencies, median, percentile, say, sayLoad } from './figures.ts';
import { LoadClient } from './load-client.ts';
import { fillAttempts } from './load-fill.ts';
import { measureCost, playAtHumanPace, rest, sendBatch, type Tool } from './load-play.ts';
import {
  beginAnew,
  type LoadLearner,
  type LoadStack,
  readProcess,
  sendLearners,
  startLoadStack,
  timeFlushes,
} from './load-world.ts';

/** Aims of ADR 23. */
const aims = { p95Ms: 25, memoryMb: 300, growth: 1.2, longScene: 1.15 } as const;
/** Learners whose actions are counted for the cost of one. */
const counted = 40;
const rounds = 4;
/** More connections than actions under way: a browser has its own. */
const openConnections = 200;
const longScene = { learners: 3, batches: 200, size: 10 } as const;

/**
 * @param learners how many play at human pace
 * @param seconds for how long
 * @param stored how many attempts the full database holds
 */
export async function benchLoadOne(
  learners: number | undefined = 1_000,
  seconds: number | undefined = 90,
  stored: number | undefined = 100_000,
): Promise<void> {
  say('\none process with SQLite');
  say(`a flush of this disk: ${formatLatencies(timeFlushes())}`);
  const stack = await startLoadStack();
  const client = new LoadClient(openConnections);
  const { localUrl } = stack.tool;
  const tool: Tool = {
    baseUrl: localUrl,
    readProcesses: async () => [await readProcess(localUrl, stack.metricsToken)],
  };
  const missed: string[] = [];
  const report = (what: string, figure: number, aim: number, unit: string): void => {
    say(`  ${what}: ${figure.toFixed(2)} ${unit} (aim: at most ${aim} ${unit})`);
    if (!(figure <= aim)) missed.push(what);
  };
  try {
    const first = await sendLearners(stack, Math.min(counted, learners));
    say(`launch to session, one at a time: ${formatLatencies(first.launchMs)}`);
    const empty = await measureCost(tool, client, first.learners, rounds);
    report(
      'last 200 actions of a scene of 2,000, to its first 200',
      await growScene(stack, client, first.learners.slice(0, longScene.learners)),
      aims.longScene,
      'times',
    );

    const more = await sendLearners(stack, learners - first.learners.length, first.learners.length);
    const all = [...first.learners, ...more.learners];
    for (const learner of first.learners) await beginAnew(learner);
    const { eachMs, processors } = await playAtHumanPace(tool, client, all, 1_000 * seconds);
    const [figures] = await tool.readProcesses();
    say(`\n${all.length} people, an action each 2 to 6 s, for ${seconds} s: ${eachMs.length} actions`);
    say(`  ${formatLatencies(eachMs)}, ${(100 * processors).toFixed(0)} % of one processor`);
    report('p95 of an action', percentile(eachMs, 0.95), aims.p95Ms, 'ms');
    report('memory', figures?.memoryMb ?? NaN, aims.memoryMb, 'MB');

    fillAttempts(stack.databaseFile, first.learners[0]?.api.attempt.id ?? '', stored);
    // Filling blocked this process: it has yet to learn which connections the tool closed in that time.
    await rest(1_000);
    const full = await measureCost(tool, client, first.learners, rounds);
    say(
      `\nprocessor time of an action: ${empty.toFixed(2)} ms, with ${stored} attempts stored ${full.toFixed(2)} ms`,
    );
    report('growth of that cost', full / empty, aims.growth, 'times');
    sayLoad();
  } finally {
    client.close();
    await stack.close();
  }
  if (missed.length === 0) return;
  process.stderr.write(`aims missed: ${missed.join('; ')}\n`);
  process.exitCode = 1;
}

/** Returns how much more the last 200 actions of a long scene take than its first 200, one batch after the other. */
async function growScene(
  stack: LoadStack,
  client: LoadClient,
  learners: readonly LoadLearner[],
): Promise<number> {
  const eachMs: number[][] = [];
  for (const learner of learners) {
    await beginAnew(learner);
    for (let batch = 0; batch < longScene.batches; batch += 1) {
      (eachMs[batch] ??= []).push(await sendBatch(client, learner, stack.tool.localUrl, longScene.size));
    }
  }
  const cost = (from: number, to: number): number => median(eachMs.slice(from, to).flat());
  // The first batch of all warms the scene up.
  return cost(longScene.batches - 20, longScene.batches) / cost(1, 21);
}
