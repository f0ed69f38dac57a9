/** People who agree to research, and one who takes it back while the processes that serve are killed. */
import { randomUUID } from 'node:crypto';
import type { ResearchAnswer } from '../../server/contract/research.ts';
import { type BackgroundAnswers, noBackground } from '../../server/contract/background.ts';
import { putBackground } from '../../server/studies/background.ts';
import { hasAgreed, listAnswers } from '../../server/studies/consent.ts';
import type { Participant } from '../../server/studies/participant.ts';
import { ensureDefaults } from '../../server/organisations/defaults.ts';
import { ApiLearner } from '../support/api-learner.ts';
import { backOff, type Day, GivenUp, pause } from './asking.ts';
import { findPerson, killServers, worldOf } from './leavers.ts';
import type { HeldStatement } from './proofs/check-erasures.ts';
import type { Asking } from './research.ts';

interface Pace {
  readonly day: Day;
  readonly chance: () => number;
}

const firstActivity = 1_000;
const background: BackgroundAnswers = { ...noBackground, ageGroup: '35-44' };

/** Resolves once the tool knows the yes; with answers about the person, as after the play. */
export async function agree(asking: Asking, pace: Pace, userId: number): Promise<void> {
  const { operator } = asking;
  const participant = await answerUntil(asking, pace, userId, 'given');
  await putBackground(operator, participant, background, operator.clock());
}

/** Resolves once the tool knows the no. */
export async function withdraw(asking: Asking, pace: Pace, userId: number): Promise<void> {
  await untilSent(asking, pace, userId);
  await answerUntil(asking, pace, userId, 'withdrawn');
}

/** Resolves once the store for research has something of theirs: before, nothing would be tried. */
export async function untilSent(asking: Asking, { day }: Pace, userId: number): Promise<void> {
  const { id } = await findPerson(asking, userId);
  while (!(await isSent(asking, id))) {
    if (day.isOver) throw new GivenUp();
    await pause(200);
  }
}

/** Whoever got no response looks whether the answer is there, and repeats it only if it isn't: the worker does the rest. */
async function answerUntil(
  asking: Asking,
  { day, chance }: Pace,
  userId: number,
  answer: 'given' | 'withdrawn',
): Promise<Participant> {
  const { operator } = asking;
  const { study } = await ensureDefaults(operator);
  for (let tries = 0; ; tries += 1) {
    const isKilled = answer === 'withdrawn';
    // The network may fail, and a process is killed: whoever looks afterwards knows.
    await say(asking, userId, answer, () =>
      isKilled ? killServers(asking, chance, tries) : undefined,
    ).catch(() => undefined);
    const person = await findPerson(asking, userId);
    const participant = { ...person, personId: person.id, studyId: study.id };
    const answers = await listAnswers(operator, participant);
    if (answers.length > 0 && hasAgreed(answers) === (answer === 'given')) return participant;
    await backOff(day, tries, chance);
  }
}

/** @param meanwhile begins together with the answer */
async function say(
  asking: Asking,
  userId: number,
  answer: 'given' | 'withdrawn',
  meanwhile: () => Promise<void> | undefined,
): Promise<void> {
  const learner = new ApiLearner(worldOf(asking, userId));
  await learner.launch(userId, firstActivity);
  const { body } = await learner.request<ResearchAnswer>('GET', '/api/research');
  const version = body.question?.version ?? randomUUID();
  const said = { version, language: 'fr', answer, future: answer === 'given' };
  const request = learner.request('POST', '/api/research', said).catch(() => undefined);
  await Promise.all([request, meanwhile()]);
}

async function isSent({ operator, research }: Asking, personId: string): Promise<boolean> {
  const { organisation } = await ensureDefaults(operator);
  const own = await operator.storage.erasures.listAttempts(organisation.id, personId, 1_000);
  const ids = new Set(own.map(({ id }) => id));
  const held = research.statements() as unknown as readonly HeldStatement[];
  return held.some(({ context }) => ids.has(context?.registration ?? ''));
}
