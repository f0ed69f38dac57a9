import { type Command, Option } from 'commander';
import type { OperatorLanguage } from '../base/operator-language.ts';
import { csvLine } from '../base/csv.ts';
import type { Context } from '../context.ts';
import { type AuditFilter, listAudit } from '../records/list-audit.ts';
import type { AuditRow } from '../storage/ports/audit.ts';
import { inLanguage, languageOption } from './language.ts';
import { listOrganisations } from './list-platforms.ts';
import { OperatorError } from './operator-error.ts';
import { collect, moment, wholeNumber } from './option-values.ts';
import { printRows } from './output.ts';
import { withContext } from './with-context.ts';
import { auditActions, sayAction } from './words/audit-actions.ts';

interface ListOptions {
  readonly since?: number;
  readonly until?: number;
  readonly kind: readonly string[];
  readonly person?: string;
  readonly by?: string;
  readonly limit?: number;
  readonly after?: string;
  readonly language: OperatorLanguage;
  readonly csv: boolean;
  readonly json: boolean;
}

type Line = Readonly<Record<string, string>>;

export function addAuditCommand(program: Command): void {
  program
    .command('audit')
    .description('the append-only record of what operators, staff and registering LMSs did and read')
    .command('list')
    .description('list the record, oldest first')
    .option('--since <date>', 'from this moment on (UTC unless it names a zone)', moment)
    .option('--until <date>', 'before this moment', moment)
    .option('--kind <action>', 'only such actions, e.g. sheet.opened or statements; repeatable', collect, [])
    .option('--person <id>', 'only what concerns this person, by their id in this tool')
    .option('--by <who>', 'only of this actor: operator, worker, an account or the id of a person')
    .option('--limit <count>', 'how many at most; standard error says how to go on', wholeNumber)
    .option('--after <id>', 'go on after this row')
    .addOption(languageOption())
    .addOption(new Option('--csv', 'print CSV').default(false).conflicts('json'))
    .option('--json', 'print JSON', false)
    .action((options: ListOptions) =>
      inLanguage(options.language, () => withContext((context) => list(context, options))),
    );
}

async function list(context: Context, options: ListOptions): Promise<void> {
  const { lines, next } = await readPage(context, options);
  if (options.csv) printCsv(lines);
  else printRows(lines, options.json);
  if (next !== null) process.stderr.write(`${goOn[options.language]} --after ${next}\n`);
}

const goOn: Readonly<Record<OperatorLanguage, string>> = {
  fr: 'Il y en a d’autres. La suite\u00a0:',
  en: 'There are more. To go on:',
};

interface Page {
  readonly lines: readonly Line[];
  /** The last row, if others follow. */
  readonly next: string | null;
}

/** @throws OperatorError if the row of --after is not among those that match */
async function readPage({ storage }: Context, options: ListOptions): Promise<Page> {
  const { limit = Infinity, after, language } = options;
  const filter = filterOf(options);
  const lines: Line[] = [];
  let isPassed = after === undefined;
  let last: string | null = null;
  for (const { id, name } of await listOrganisations(storage)) {
    for await (const row of listAudit(storage, id, filter)) {
      if (!isPassed) {
        isPassed = row.id === after;
        continue;
      }
      if (lines.length >= limit) return { lines, next: last };
      lines.push(describe(row, name, language));
      last = row.id;
    }
  }
  if (!isPassed) throw new OperatorError(noSuchRow[language]);
  return { lines, next: null };
}

const noSuchRow: Readonly<Record<OperatorLanguage, string>> = {
  fr: '--after nomme une ligne que ces filtres ne montrent pas.',
  en: '--after names a row that these filters do not show.',
};

/** @throws OperatorError for a kind that no action has */
function filterOf({ since, until, kind, person, by, language }: ListOptions): AuditFilter {
  const unknown = kind.find(
    (one) => !auditActions.some((action) => action === one || action.startsWith(`${one}.`)),
  );
  if (unknown !== undefined) {
    const says = { fr: 'Aucune action ne s’appelle ainsi', en: 'No action has this name' }[language];
    throw new OperatorError(`--kind ${unknown}: ${says}. ${auditActions.join(', ')}`);
  }
  return {
    kinds: kind,
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(person === undefined ? {} : { personId: person }),
    ...(by === undefined ? {} : { by }),
  };
}

function describe(row: AuditRow, organisation: string, language: OperatorLanguage): Line {
  return {
    at: new Date(row.at).toISOString(),
    organisation,
    actor: row.actor,
    action: row.action,
    subject: row.subject,
    details: JSON.stringify(row.details),
    says: sayAction(row.action, language),
    id: row.id,
  };
}

/** The header is there without rows too. */
function printCsv(lines: readonly Line[]): void {
  const names = ['at', 'organisation', 'actor', 'action', 'subject', 'details', 'says', 'id'];
  const rows = [names, ...lines.map((line) => names.map((name) => line[name] ?? ''))];
  process.stdout.write(rows.map((cells) => csvLine(cells)).join(''));
}
