import type { Command } from 'commander';
import { readConfig } from '../base/config.ts';
import { deliveredFolder } from '../content/delivered-folder.ts';
import { loadContent } from '../content/load.ts';
import { createContext } from '../context.ts';
import { examine } from '../doctor/examine.ts';
import type { Finding } from '../doctor/finding.ts';
import { createLogger } from '../base/log.ts';
import { type DoctorLanguage, describeFinding } from '../doctor/describe-finding.ts';
import { listDestinations } from './find-destination.ts';
import { languageOption } from './language.ts';
import { listOrganisations, listPlatforms } from './list-platforms.ts';
import { printJson, spellOut } from './output.ts';

export function addDoctorCommand(program: Command): void {
  program
    .command('doctor')
    .description(
      'check settings, key, database, disk, contents, LMSs, record stores, public address and clock; changes nothing',
    )
    .addOption(languageOption())
    .option('--json', 'print JSON', false)
    .action(async ({ language, json }: { language: DoctorLanguage; json: boolean }) => {
      const findings = await examineAll();
      if (json)
        printJson(
          findings.map((finding) => ({
            ...finding,
            ...describeFinding(language, finding),
            state: finding.state,
          })),
        );
      else for (const finding of findings) printFinding(language, finding);
      if (findings.some(({ state }) => state === 'act')) process.exitCode = 1;
    });
}

function examineAll(): Promise<Finding[]> {
  return examine({
    readConfig: () => readConfig(),
    async withContext(config, work) {
      // Silent: what doctor finds is its output, not a fault of this process.
      const context = await createContext(config, { log: createLogger({ logLevel: 'silent' }) });
      try {
        // The plays as well, which a start of the tool does not replay for the delivered folder.
        await work({ ...context, content: loadContent(config.contentDir ?? deliveredFolder) });
      } finally {
        await context.close();
      }
    },
    listPlatforms,
    listDestinations: ({ storage }) => listDestinations(storage),
    listOrganisationIds: async ({ storage }) => (await listOrganisations(storage)).map(({ id }) => id),
  });
}

const stateWidth = 9;
const checkWidth = 9;

function printFinding(language: DoctorLanguage, finding: Finding): void {
  const { state, meaning, todo } = describeFinding(language, finding);
  const begin = `${state.padEnd(stateWidth)} ${finding.check.padEnd(checkWidth)} `;
  process.stdout.write(`${begin}${spellOut(meaning)}\n`);
  if (todo !== '') process.stdout.write(`${' '.repeat(begin.length)}→ ${todo}\n`);
}
