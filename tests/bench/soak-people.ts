/** Honest learners of the soak, in a process of their own: it measures what they wait for, and notes what refuses them. */
import { createRandom, type Random } from '../../scenarios/measurement/random.ts';
import { type Answer, ApiLearner } from '../support/api-learner.ts';
import type { TestLms } from '../support/lti-lms.ts';
import { EndlessActions } from './load-actions.ts';
import { inLanes } from './load-client.ts';
import { rest } from './load-play.ts';
import { type Begin, beSoakProcess, launchAs, type Met, type Phase, phases } from './soak-process.ts';

/** Milliseconds between two requests of a person: evenly spread between the two. */
const thinkMs = { from: 2_000, to: 6_000 } as const;
/** Of its requests, a person reloads the page in one of so many, and leaves and comes back in one of so many. */
const oneIn = { reload: 25, launch: 75 } as const;
/** The page does so too, before its bearer expires after 15 minutes. */
const refreshAfterMs = 10 * 60_000;
const launchesAtOnce = 4;

type Noting = { readonly [Part in keyof Met]: Met[Part][number][] };

class Notes {
  #phase: Phase = 'warm-up';
  readonly met = Object.fromEntries(
    phases.map((phase) => [phase, { requestMs: [], launchMs: [], refusals: [] }]),
  ) as unknown as Readonly<Record<Phase, Noting>>;

  enter(phase: Phase): void {
    this.#phase = phase;
  }

  /** Belongs to the phase in which it began. */
  async time<Result>(
    part: 'requestMs' | 'launchMs',
    what: string,
    work: () => Promise<Result>,
  ): Promise<Result> {
    const notes = this.met[this.#phase];
    const startedAt = performance.now();
    try {
      return await work();
    } catch (error) {
      notes.refusals.push(`${what}: ${String(error)}`);
      throw error;
    } finally {
      notes[part].push(performance.now() - startedAt);
    }
  }

  refuse(refusal: string): void {
    this.met[this.#phase].refusals.push(refusal);
  }
}

class Person extends ApiLearner {
  readonly #notes: Notes;
  readonly #launch: () => ReturnType<typeof launchAs>;
  #actions: EndlessActions | null = null;
  #openedAt = 0;

  constructor(toolUrl: string, notes: Notes, launch: () => ReturnType<typeof launchAs>) {
    super({ lms: { publicUrl: '' }, tool: { localUrl: toolUrl } });
    this.#notes = notes;
    this.#launch = launch;
  }

  override async request<Body>(method: string, path: string, body?: unknown): Promise<Answer<Body>> {
    const what = `${method} ${path.replace(/[0-9a-f-]{20,}/, ':id')}`;
    const answer = await this.#notes.time('requestMs', what, () => super.request<Body>(method, path, body));
    if (answer.status >= 400) {
      const { code = '' } = answer.body as { readonly code?: string };
      this.#notes.refuse(`${what}: ${answer.status} ${code}`);
    }
    return answer;
  }

  /** Opens the activity, ends an attempt of before and begins the next one. */
  async come(): Promise<void> {
    this.adopt(await this.#notes.time('launchMs', 'launch', this.#launch));
    this.#openedAt = performance.now();
    if ((await this.find())?.status === 'open') await this.act({ app: 'frame', type: 'end' });
    const { world } = await this.startAttempt();
    this.#actions = new EndlessActions(world, this.attempt.epoch);
  }

  async goOn(random: Random): Promise<void> {
    if (random.uniform() < 1 / oneIn.launch) return this.come();
    if (performance.now() - this.#openedAt > refreshAfterMs) {
      await this.refresh();
      this.#openedAt = performance.now();
    }
    if (random.uniform() < 1 / oneIn.reload) {
      await this.scene();
    } else if (this.#actions !== null) {
      const actions = this.#actions.take(1);
      await this.send(actions, { stateHash: this.#actions.stateHash });
    }
  }
}

async function sendPeople(
  { toolUrl, learners, seed }: Begin,
  lms: TestLms,
): Promise<{ enter: (phase: Phase) => void; end: () => Promise<Record<Phase, Met>> }> {
  const notes = new Notes();
  const people = Array.from(
    { length: learners },
    (_, seat) => new Person(toolUrl, notes, () => launchAs(toolUrl, lms, `honest-${seat}`)),
  );
  await inLanes(
    launchesAtOnce,
    people.map((person) => () => person.come()),
  );
  const stopping = new AbortController();
  const lives = people.map(async (person, seat) => {
    const random = createRandom(`${seed} ${seat}`);
    for (;;) {
      await rest(thinkMs.from + random.uniform() * (thinkMs.to - thinkMs.from));
      if (stopping.signal.aborted) return;
      // What went wrong is noted as a refusal: the person presses again later.
      await person.goOn(random).catch(() => undefined);
    }
  });
  return {
    enter: (phase) => {
      notes.enter(phase);
    },
    end: async () => {
      stopping.abort();
      await Promise.all(lives);
      return notes.met;
    },
  };
}

await beSoakProcess(sendPeople);
