import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { getPlatform } from '../organisations/manage-platform.ts';
import { recordReading } from '../records/readings.ts';
import { type AttemptsOf, listAttempts } from '../research/list-attempts.ts';
import type { AttemptWithProgress } from '../storage/ports/attempts.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { listAll } from '../storage/read-pages.ts';
import { describeAttempt } from './describe-attempt.ts';
import { listOrganisations } from './list-platforms.ts';
import { wholeNumber } from './option-values.ts';
import { printRows } from './output.ts';
import { withContext } from './with-context.ts';

interface ListOptions {
  readonly activity?: string;
  readonly platform?: string;
  readonly limit: number;
  readonly json: boolean;
}

interface Newest {
  readonly found: readonly AttemptWithProgress[];
  readonly total: number;
}

const usualLimit = 50;

export function addAttemptListCommand(attempt: Command): void {
  attempt
    .command('list')
    .description(
      'list attempts, newest first, with the ids of activity and person (subject: their id in the LMS)',
    )
    .option('--activity <id>', 'those of one activity, as this list names it')
    .option('--platform <ref>', 'those of one platform, as `platform list` shows it')
    .option('--limit <count>', 'how many at most', wholeNumber, usualLimit)
    .option('--json', 'print JSON', false)
    .action((options: ListOptions) =>
      withContext(async (context) => {
        const { found, total } = await findNewest(context, options);
        await note(context, found, options);
        printRows(await Promise.all(found.map((one) => describeFully(context.storage, one))), options.json);
        if (total > found.length) {
          process.stderr.write(`${found.length} of ${total} attempts; --limit shows more\n`);
        }
      }),
    );
}

/** One row per organisation whose attempts are shown. */
async function note(
  context: Context,
  found: readonly AttemptWithProgress[],
  { activity, platform }: ListOptions,
): Promise<void> {
  for (const organisationId of new Set(found.map(({ attempt }) => attempt.organisationId))) {
    const own = found.filter(({ attempt }) => attempt.organisationId === organisationId);
    await recordReading(context, {
      organisationId,
      actor: 'operator',
      action: 'attempts.listed',
      subject: activity === undefined ? `organisation:${organisationId}` : `activity:${activity}`,
      details: {
        attempts: own.length,
        persons: new Set(own.map(({ attempt }) => attempt.personId)).size,
        ...(platform === undefined ? {} : { platform }),
      },
    });
  }
}

async function findNewest(
  context: Context,
  { activity, platform: ref, limit }: ListOptions,
): Promise<Newest> {
  const { storage } = context;
  const platform = ref === undefined ? undefined : await getPlatform(context, ref);
  const found: AttemptWithProgress[] = [];
  let total = 0;
  for (const { id } of await listOrganisations(storage)) {
    for (const of of await listSources(storage, id, activity)) {
      const newest: AttemptWithProgress[] = [];
      for await (const one of listAttempts(storage.attempts, id, of)) {
        if (platform !== undefined && one.attempt.platformId !== platform.id) continue;
        total += 1;
        newest.push(one);
        if (newest.length > limit) newest.shift();
      }
      found.push(...newest);
    }
  }
  found.sort((one, other) => other.attempt.createdAt - one.attempt.createdAt);
  return { found: found.slice(0, limit), total };
}

async function listSources(
  { studies }: Storage,
  organisationId: string,
  activity: string | undefined,
): Promise<AttemptsOf[]> {
  if (activity !== undefined) return [{ resourceLinkId: activity }];
  const all = await listAll((page) => studies.list(organisationId, page));
  return all.map(({ id }) => ({ studyId: id }));
}

async function describeFully(
  { resourceLinks, persons }: Storage,
  one: AttemptWithProgress,
): Promise<Readonly<Record<string, string | number | null>>> {
  const { organisationId, resourceLinkId, personId } = one.attempt;
  const link = await resourceLinks.find(organisationId, resourceLinkId);
  const person = await persons.find(organisationId, personId);
  const about = { title: link?.title ?? null, subject: person?.subject ?? null };
  return { ...describeAttempt(one), ...about };
}
