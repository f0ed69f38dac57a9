/** Cost of the item report for an activity with the most attempts that one response reads. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { readActivityItems } from '../../server/research/activity-items.ts';
import { everyone } from '../../server/reporting/reach.ts';
import { org, sampleLink } from '../contract/storage/sample-rows.ts';
import { drawCohort, storeAttempt } from '../support/measured-cohort.ts';
import { bank1 } from '../support/measurement/bank.ts';
import { content } from '../support/s02.ts';
import { openTestStorage } from '../support/test-storage.ts';

const persons = 5_000;
/** Writes at once, while the attempts are stored: they share their way to the disk. */
const storedAtOnce = 100;
/** Target for the longest time in which nobody else is served, milliseconds. */
const aimMs = 2_000;
const mebibyte = 1024 * 1024;

/** Prints time, the longest block of the event loop and memory of one response. */
export async function benchItems(): Promise<void> {
  const { storage, close } = await openTestStorage();
  try {
    await storage.organisations.insert({
      id: org,
      name: 'Bench',
      timeZone: 'America/Montreal',
      createdAt: 1,
    });
    const link = await storage.resourceLinks.ensure(sampleLink());
    const scenarios = [...new Set(bank1.items.map(({ scenario }) => scenario))];
    const people = drawCohort(bank1, { persons, seed: 'bench items', scenarios });
    for (let from = 0; from < persons; from += storedAtOnce) {
      await Promise.all(
        people.slice(from, from + storedAtOnce).map((person, index) =>
          storeAttempt(storage, bank1, person, {
            attempt: {
              id: `attempt-${from + index}`,
              personId: person.id,
              createdAt: from + index,
              resourceLinkId: link.id,
            },
          }),
        ),
      );
    }
    const before = process.memoryUsage.rss();
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const cpuBefore = process.cpuUsage();
    const startedAt = performance.now();
    const answer = await readActivityItems(
      { storage, content },
      { organisationId: org, resourceLinkId: link.id },
      everyone.sees,
    );
    const elapsed = performance.now() - startedAt;
    const { user, system } = process.cpuUsage(cpuBefore);
    delay.disable();
    const { report } = answer;
    if (report.persons !== persons) throw new Error(`${String(report.persons)} people are in the report`);
    const peak = process.resourceUsage().maxRSS * 1024;
    process.stdout.write(
      `item report of ${persons} stored attempts of ${scenarios.length} scenes: ${(elapsed / 1000).toFixed(1)} s, ` +
        `${((user + system) / 1e6).toFixed(1)} s of processor, ` +
        `others wait ${(delay.max / 1e6).toFixed(0)} ms at most (aim < ${aimMs} ms), ` +
        `memory ${(before / mebibyte).toFixed(0)} MiB before, ${(peak / mebibyte).toFixed(0)} MiB at its peak\n`,
    );
  } finally {
    await close();
  }
}
