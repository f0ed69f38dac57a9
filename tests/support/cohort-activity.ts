/** An activity with hundreds of attempts, drawn from the bank's model and stored like real ones. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { itemName } from '../../scenarios/psychometrics/item-name.ts';
import type { Storage } from '../../server/storage/ports/storage.ts';
import { openSqliteStorage } from '../../server/storage/sqlite/open.ts';
import { ApiLearner } from './api-learner.ts';
import { type CohortPerson, type CohortPlan, drawCohort, storeAttempt } from './measured-cohort.ts';
import { content } from './s02.ts';
import { startStack, type Stack } from './stack.ts';

/** A real learner, whose attempt shows where to store the others. */
const firstLearner = 4;

const form = content.getForm('first-week');
const bank = content.getBank(form.bankVersion);

/** Scored scenes that everyone plays; only a few reach the last one. */
const scored = form.scenes.filter((scenario) => scenario !== 's00-welcome');
const playedByAll = scored.slice(0, -1);
const [playedByFew = ''] = scored.slice(-1);

/** One item is harder by a logit in English, and another one gives points at random. */
const planted: Pick<CohortPlan, 'itemFor' | 'pointsFor'> = {
  itemFor: (item, { language }) =>
    itemName(item) === 'S02_COM' && language === 'en'
      ? { ...item, steps: item.steps.map((step) => step + 1) }
      : item,
  pointsFor: (item, random) =>
    itemName(item) === 'S05_SEC' ? Math.floor(random.uniform() * (item.steps.length + 1)) : undefined,
};

/** The stack, with the attempts in the activity of the French course (2). */
export async function startCohortStack(
  persons: number,
): Promise<{ stack: Stack; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'numplus-cohort-'));
  const file = join(folder, 'numplus.db');
  const stack = await startStack({ forBrowser: true, env: { DATABASE_URL: `sqlite:${file}` } });
  const close = async (): Promise<void> => {
    await stack.close();
    rmSync(folder, { recursive: true });
  };
  try {
    const storage = await openSqliteStorage({ file });
    await addCohort(stack, storage, persons);
    await storage.close();
  } catch (error) {
    await close();
    throw error;
  }
  return { stack, close };
}

async function addCohort(stack: Stack, storage: Storage, persons: number): Promise<void> {
  await new ApiLearner(stack).begin(firstLearner);
  const [organisation] = await storage.organisations.list({ limit: 1 });
  const [study] = organisation === undefined ? [] : await storage.studies.list(organisation.id, { limit: 1 });
  const [real] =
    study === undefined
      ? []
      : await storage.attempts.listByStudy(study.organisationId, study.id, { limit: 1 });
  if (real === undefined) throw new Error('the learner has no attempt');
  for (const [index, person] of drawPeople(persons).entries()) {
    const own = {
      id: `attempt-${person.id}`,
      personId: person.id,
      createdAt: real.attempt.createdAt + 1 + index,
    };
    await storeAttempt(storage, bank, person, { attempt: { ...real.attempt, ...own, form: form.id } });
  }
}

/** Every twentieth person skips the third scene; eight reach the last one, too few for a page to show. */
function drawPeople(persons: number): CohortPerson[] {
  const few = drawCohort(bank, { persons: 8, seed: 'few', scenarios: [playedByFew] });
  return drawCohort(bank, { persons, seed: 'cohort', scenarios: playedByAll, ...planted }).map(
    (person, index) => ({
      ...person,
      scenes: [
        ...person.scenes.map((scene, place) => ({
          ...scene,
          how: index % 20 === 0 && place === 2 ? ('skipped' as const) : scene.how,
        })),
        ...(few[index]?.scenes ?? []),
      ],
    }),
  );
}
