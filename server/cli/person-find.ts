import type { Command } from 'commander';
import type { OperatorLanguage } from '../base/operator-language.ts';
import type { Context } from '../context.ts';
import { getPlatform } from '../organisations/manage-platform.ts';
import { findByActivity, findByReceipt, findBySubject } from '../own-data/find-persons.ts';
import { recordReading } from '../records/readings.ts';
import type { Person } from '../storage/ports/persons.ts';
import { languageOption } from './language.ts';
import { listOrganisations } from './list-platforms.ts';
import { OperatorError } from './operator-error.ts';
import { printRows } from './output.ts';
import { withContext } from './with-context.ts';
import { personTexts } from './words/person.ts';

interface FindOptions {
  readonly platform?: string;
  readonly subject?: string;
  readonly activity?: string;
  readonly receipt?: string;
  readonly language: OperatorLanguage;
  readonly json: boolean;
}

export function addPersonFindCommand(person: Command): void {
  person
    .command('find')
    .description('find people by their id in the LMS, by activity, or by the attempt that a receipt names')
    .option('--platform <ref>', 'with --subject: the platform, as `platform list` shows it')
    .option('--subject <id>', 'the id of the person in the LMS')
    .option('--activity <id>', 'whoever has an attempt in this activity, as `attempt list` names it')
    .option('--receipt <attempt>', 'the attempt that a receipt names')
    .addOption(languageOption())
    .option('--json', 'print JSON', false)
    .action((options: FindOptions) => withContext((context) => find(context, options)));
}

async function find(context: Context, options: FindOptions): Promise<void> {
  const by = wayOf(options);
  const found = await search(context, options);
  for (const { organisationId, id } of found) {
    await recordReading(context, {
      organisationId,
      actor: 'operator',
      action: 'person.found',
      subject: `person:${id}`,
      details: { by },
    });
  }
  if (found.length === 0) throw new OperatorError(personTexts[options.language].nobody);
  printRows(
    found.map(({ id, platformId, subject, createdAt }) => ({
      person: id,
      platform: platformId,
      subject,
      since: new Date(createdAt).toISOString(),
    })),
    options.json,
  );
}

type Way = 'subject' | 'activity' | 'receipt';

/** @throws OperatorError */
function wayOf({ subject, activity, receipt, platform, language }: FindOptions): Way {
  const given = Object.entries({ subject, activity, receipt }).filter(([, value]) => value !== undefined);
  const [way] = given;
  if (way === undefined || given.length > 1) throw new OperatorError(personTexts[language].oneWay);
  if (subject !== undefined && platform === undefined) {
    throw new OperatorError(personTexts[language].withPlatform);
  }
  return way[0] as Way;
}

async function search(
  context: Context,
  { platform, subject, activity, receipt }: FindOptions,
): Promise<Person[]> {
  const { storage } = context;
  if (subject !== undefined && platform !== undefined) {
    return findBySubject(storage, await getPlatform(context, platform), subject);
  }
  const organisations = await listOrganisations(storage);
  const found = organisations.map(({ id }) =>
    activity === undefined
      ? findByReceipt(storage, id, receipt ?? '')
      : findByActivity(storage, id, activity),
  );
  return (await Promise.all(found)).flat();
}
