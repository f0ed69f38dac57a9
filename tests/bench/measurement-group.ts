/** What it costs to list a group of 300 learners with their levels, from a real database file. */
import { readOverview } from '../../server/reporting/overview.ts';
import { everyone } from '../../server/reporting/reach.ts';
import { sampleAttempt, sampleEntry, sampleProgress } from '../contract/storage/sample-attempts.ts';
import { org, sampleLink } from '../contract/storage/sample-rows.ts';
import { highVector, lowVector, measureOf, steadyVector } from '../support/measured-attempts.ts';
import { content } from '../support/s02.ts';
import { openTestStorage } from '../support/test-storage.ts';

const learners = 300;
const rounds = 15;
/** Target for the whole list, milliseconds. */
const aimMs = 1_000;

export async function benchGroup(): Promise<void> {
  const { storage, close } = await openTestStorage();
  try {
    const organisation = { id: org, name: 'Bench', timeZone: 'America/Montreal', createdAt: 1 };
    await storage.organisations.insert(organisation);
    const link = await storage.resourceLinks.ensure(sampleLink());
    const measures = [lowVector, steadyVector, highVector].map((vector) => measureOf(vector, 16));
    for (let number = 0; number < learners; number += 1) {
      const measure = measures[number % measures.length] ?? null;
      const id = `attempt-${String(number)}`;
      await storage.attempts.create(
        sampleAttempt({
          id,
          personId: `person-${String(number)}`,
          form: 'first-week',
          createdAt: number,
          resourceLinkId: link.id,
        }),
        {
          entries: [sampleEntry(1)],
          statements: [],
          gradeIntents: [],
          progress: sampleProgress(1, { status: 'finished', measure, score: measure?.overall.score ?? null }),
        },
      );
    }
    const activity = {
      organisationId: org,
      family: 'moodle' as const,
      resourceLinkId: link.id,
      studyId: 'study-1',
    };
    const settings = {
      form: null,
      scenes: null,
      attempts: null,
      language: null,
      dimensionItems: false,
      activity: null,
    };
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const startedAt = performance.now();
      const { people } = await readOverview({ storage, content }, { ...activity, settings, reach: everyone });
      JSON.stringify(people);
      times.push(performance.now() - startedAt);
      if (people.length !== learners) throw new Error(`${String(people.length)} people were listed`);
    }
    const sorted = times.toSorted((left, right) => left - right);
    const [median = NaN, slowest = NaN] = [sorted[Math.floor(rounds / 2)], sorted.at(-1)];
    process.stdout.write(
      `group list of ${learners} learners with six dimensions each: median ${median.toFixed(0)} ms of ${rounds}, ` +
        `slowest ${slowest.toFixed(0)} ms (aim < ${aimMs} ms)\n`,
    );
  } finally {
    await close();
  }
}
