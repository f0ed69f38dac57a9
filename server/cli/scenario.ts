import type { Command } from 'commander';
import { deliveredFolder } from '../content/delivered-folder.ts';
import { loadContent } from '../content/load.ts';
import { languageOption } from './language.ts';
import { OperatorError } from './operator-error.ts';
import { folder } from './option-values.ts';
import { printProblems, printRows } from './output.ts';
import { addScenarioNewCommand } from './scenario-new.ts';
import { addScenarioPlayCommand } from './scenario-play.ts';
import { explainFinding } from './words/law-findings.ts';
import { scenarioCheckWords } from './words/scenario-check.ts';
import type { OperatorLanguage } from '../base/operator-language.ts';
import { checkThoroughly } from '../../scenarios/checks/check-scenario.ts';

interface ScenarioOptions {
  readonly dir: string;
  readonly json: boolean;
}

interface CheckOptions extends ScenarioOptions {
  readonly language: OperatorLanguage;
}

export function addScenarioCommand(program: Command): void {
  const scenario = program.command('scenario').description('begin, preview, check and list scenarios');
  addScenarioNewCommand(scenario);
  addScenarioPlayCommand(scenario);
  scenario
    .command('check')
    .description('check all scenarios and list every problem by file and line')
    .option('--dir <folder>', 'folder of scenarios', folder, deliveredFolder)
    .option('--json', 'print JSON', false)
    .addOption(languageOption())
    .action(({ dir, json, language }: CheckOptions) => {
      const { problems, scenarios } = loadContent(dir, checkThoroughly);
      const errors = printProblems(problems, json, (problem) => explainFinding(problem, language));
      const say = scenarioCheckWords[language];
      if (errors > 0) throw new OperatorError(say.leftOut(errors));
      if (!json) process.stdout.write(`${say.sound(scenarios().length)}\n`);
    });
  scenario
    .command('list')
    .description('list scenarios and forms')
    .option('--dir <folder>', 'folder of scenarios', folder, deliveredFolder)
    .option('--json', 'print JSON', false)
    .action(({ dir, json }: ScenarioOptions) => {
      const { scenarios, forms } = loadContent(dir);
      const rows = scenarios().map((version) => ({
        scenario: version.scenario,
        worldVersion: version.worldVersion,
        scoringVersion: version.scoringVersion,
        forms: forms
          .filter((form) => form.scenes.includes(version.scenario))
          .map(({ id }) => id)
          .join(' '),
      }));
      printRows(rows, json);
    });
}
