/**
 * `npm run chaos -- --minutes 5 --learners 200 --setup sqlite|many --seed N --database URL`: learners play while processes are
 * killed, connections cut and neighbours fail; then all is healed and it is proved that nothing promised was lost.
 * Ends with `N passed, N failed`, one for each proof. The seed repeats the choices, not the moments.
 */
import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createRandom } from '../../scenarios/measurement/random.ts';
import { CannotRun, runOrSay } from '../support/cannot-run.ts';
import { until } from '../support/until.ts';
import { type Day, pause } from './asking.ts';
import { Belongings } from './belongings.ts';
import { agree, untilSent, withdraw } from './choices.ts';
import { Library } from './book.ts';
import { Limiter } from './limiter.ts';
import { endWhenTold } from './end-when-told.ts';
import { drain, heal, wake } from './heal.ts';
import { type Installation, type Setup, startInstallation } from './installation.ts';
import { type Departure, drainVoidings, erase, finishErasures, isExcused } from './leavers.ts';
import { ChaosLearner } from './learner.ts';
import { countStatements, listAttempts, type Proof, prove } from './proofs/prove.ts';
import { type Asking, askForResearch } from './research.ts';
import { Tormentor } from './tormentor.ts';
import { planTorments } from './torments.ts';

const learnersOfSandbox = [4, 5, 6, 7, 8] as const;
/** Timeouts allow for a busy machine: a healthy run needs a small part of them. */
const beginLimitMs = 5 * 60_000;
const endingLimitMs = 8 * 60_000;
const drainLimitMs = 10 * 60_000;
const thinkMs = 2_500;
const launchesAtOnce = 12;
const shownBreaches = 20;
/** Who erases themselves, in all their activities, and at what share of the time; the first had agreed to research. */
const leavers = [
  { userId: 5, at: 0.35 },
  { userId: 8, at: 0.7 },
] as const;
/** Who agrees to research at the beginning; nobody asks the others. */
const agreeing = [4, 5, 6] as const;
/** Who takes the yes back. */
const withdrawing = { userId: 6, at: 0.5 } as const;

interface Options {
  readonly minutes: number;
  readonly learners: number;
  readonly setup: Setup;
  readonly seed: number;
  /** Database of the tool, if it is not to be a new one. */
  readonly database: string | undefined;
}

function readOptions(): Options {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { minutes: text, learners: text, setup: text, seed: text, database: text },
  });
  const number = (name: 'minutes' | 'learners' | 'seed', usual: number, most: number): number => {
    const value = Number(values[name] ?? usual);
    if (!(value > 0 && value <= most))
      throw new CannotRun(`--${name} wants a number above 0, at most ${most}.`);
    return value;
  };
  const { setup = 'sqlite' } = values;
  if (setup !== 'sqlite' && setup !== 'many') throw new CannotRun('--setup wants sqlite or many.');
  return {
    minutes: number('minutes', 1, 120),
    learners: number('learners', 40, 2_000),
    seed: number('seed', randomInt(1, 1_000_000), 2 ** 31),
    setup,
    database: values.database,
  };
}

async function run(options: Options): Promise<readonly Proof[]> {
  const { minutes, learners, setup, seed, database } = options;
  const belongings = new Belongings();
  endWhenTold(belongings);
  const started = await startInstallation({ setup, databaseUrl: database }, belongings);
  let isProved = false;
  try {
    const installation = await askForResearch(started, belongings);
    const library = new Library();
    const counts = { batches: 0, launches: 0, lost: 0, deferred: 0 };
    const day: Day = {
      thinkMs,
      isEnding: false,
      isOver: false,
      counts,
      launches: new Limiter(launchesAtOnce),
    };
    const lives = await sendLearners(installation, learners, { day, library, seed });
    await until(
      'half of the learners play',
      () => library.list().length * 2 >= learners || undefined,
      beginLimitMs,
    );
    const cuts = createRandom(`cuts ${seed}`);
    const tormentor = new Tormentor(
      installation,
      () => cuts.uniform(),
      () => counts.batches,
    );
    const plan = planTorments(seed, minutes, installation.units.length);
    const operatorWakes = setInterval(() => void wake(installation).catch(() => undefined), 10_000);
    const lengthMs = minutes * 60_000;
    const [departures] = await Promise.all([
      choose(installation, day, { lengthMs, seed }),
      tormentor.carryOut(plan, lengthMs),
      pause(lengthMs),
    ]);
    clearInterval(operatorWakes);
    await heal(installation);
    say(`healed; learners come to an end (${library.list().length} attempts so far)`);
    Object.assign(day, { isEnding: true, thinkMs: 0 });
    const limit = setTimeout(() => (day.isOver = true), endingLimitMs);
    await Promise.all(lives);
    clearTimeout(limit);
    await finishErasures(installation);
    const attempts = await listAttempts(installation);
    const statements = await countStatements(installation, attempts);
    const endedAt = performance.now();
    const outbox = await drain(installation, statements, drainLimitMs);
    await drainVoidings(installation, drainLimitMs);
    const drainedS = ((performance.now() - endedAt) / 1000).toFixed(0);
    const proofs = await prove(installation, library, outbox, departures);
    const gone = library.list().filter((book) => isExcused(book, departures)).length;
    isProved = proofs.every(({ breaches }) => breaches.length === 0);
    const actions = library.list().reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
    const kills = installation.units.reduce((sum, unit) => sum + unit.kills, 0);
    const torments = [...tormentor.done].map(([kind, times]) => `${kind} ${times}`).join(', ');
    say(
      [
        `${learners} learners, ${attempts.length} attempts, ${counts.launches} launches`,
        `${actions} actions acknowledged in ${counts.batches} batches; ${counts.lost} answers lost, ${counts.deferred} deferred`,
        `${departures.length} people erased, who had begun ${gone} attempts; ${agreeing.length} agreed to research, 1 withdrew`,
        `${kills} processes killed; torments: ${torments}`,
        `${statements} statements and ${outbox.grades.sent} grades delivered, ${drainedS} s after the last action`,
      ].join('\n'),
    );
    return proofs;
  } finally {
    await started.close(!isProved);
    if (existsSync(started.folder)) say(`logs and database are kept in ${started.folder}`);
  }
}

/** Agreeing, withdrawing and leaving, at the same shares of every run, whatever else goes wrong. */
async function choose(
  installation: Asking,
  day: Day,
  { lengthMs, seed }: { readonly lengthMs: number; readonly seed: number },
): Promise<Departure[]> {
  const random = createRandom(`leavers ${seed}`);
  const chance = (): number => random.uniform();
  const pace = { day, chance };
  const after = (share: number): Promise<void> => pause(share * lengthMs);
  const agreed = Promise.all(agreeing.map((userId) => agree(installation, pace, userId)));
  const withdrawal = after(withdrawing.at)
    .then(() => agreed)
    .then(() => withdraw(installation, pace, withdrawing.userId));
  const departures = leavers.map(async ({ userId, at }) => {
    await Promise.all([after(at), agreed]);
    if (agreeing.some((id) => id === userId)) await untilSent(installation, pace, userId);
    return erase(installation, pace, userId);
  });
  const [left] = await Promise.all([Promise.all(departures), withdrawal]);
  return left;
}

/** Each learner has their own activity and person: five people, and as many activities as needed. */
async function sendLearners(
  { lms, proxy }: Installation,
  learners: number,
  { day, library, seed }: { readonly day: Day; readonly library: Library; readonly seed: number },
): Promise<Promise<boolean>[]> {
  const forms = ['demo', 'demo', 'first-week', 'demo', 'adaptive-week'] as const;
  const lives: Promise<boolean>[] = [];
  for (let index = 0; index < learners; index += 1) {
    const group = Math.floor(index / learnersOfSandbox.length);
    const activityId = 1_000 + group;
    const personId = learnersOfSandbox[index % learnersOfSandbox.length] ?? 4;
    if (index % learnersOfSandbox.length === 0) {
      const custom = { numplus_form: forms[group % forms.length] ?? 'demo' };
      await lms.control({
        command: 'addActivity',
        cmid: activityId,
        courseId: 2,
        title: `Groupe ${group}`,
        custom,
      });
    }
    const world = {
      lms,
      tool: { localUrl: `http://127.0.0.1:${proxy.port}` },
      headers: { 'x-forwarded-for': `10.0.${Math.floor(index / 250)}.${(index % 250) + 1}` },
    };
    const random = createRandom(`learner ${index} of ${seed}`);
    lives.push(
      new ChaosLearner({ world, personId, activityId }, day, library, () => random.uniform()).live(),
    );
  }
  return lives;
}

function report(proofs: readonly Proof[], seed: number): void {
  for (const { name, breaches } of proofs) {
    say(`${breaches.length === 0 ? '✓' : '✗'} ${name}`);
    for (const { about, what } of breaches.slice(0, shownBreaches))
      say(`    ${about}: ${what} (seed ${seed})`);
    if (breaches.length > shownBreaches) say(`    and ${breaches.length - shownBreaches} more`);
  }
  const failed = proofs.filter(({ breaches }) => breaches.length > 0).length;
  say(`\n${proofs.length - failed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

await runOrSay(async () => {
  const options = readOptions();
  const { minutes, learners, setup, seed } = options;
  say(
    `chaos · setup ${setup} · ${minutes} min · ${learners} learners · seed ${seed} · Node ${process.version}`,
  );
  report(await run(options), seed);
});
