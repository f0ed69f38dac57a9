import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { researchEn as askedEn } from '../../../client/src/i18n/catalogues/research.en.ts';
import { researchFr as askedFr } from '../../../client/src/i18n/catalogues/research.fr.ts';
import { reportEn } from '../../../client/src/i18n/catalogues/report.en.ts';
import { reportFr } from '../../../client/src/i18n/catalogues/report.fr.ts';
import { addAdoptionCommand } from '../../../server/cli/adoption.ts';
import { addAttemptCommand } from '../../../server/cli/attempt.ts';
import { addAuditCommand } from '../../../server/cli/audit.ts';
import { addCalibrateCommand } from '../../../server/cli/calibrate.ts';
import { addDeploymentCommand } from '../../../server/cli/deployment.ts';
import { addExportCommand } from '../../../server/cli/export.ts';
import { addLrsCommand } from '../../../server/cli/lrs.ts';
import { addPersonCommand } from '../../../server/cli/person.ts';
import { addPlatformCommand } from '../../../server/cli/platform.ts';
import { addReceiptCommand } from '../../../server/cli/receipt.ts';
import { addRescoreCommand } from '../../../server/cli/rescore.ts';
import { addRetentionCommand } from '../../../server/cli/retention.ts';
import { addSecretCommand } from '../../../server/cli/secret.ts';
import { addSessionCommand } from '../../../server/cli/session.ts';
import { addStudyCommand } from '../../../server/cli/study.ts';
import { StudyFacts } from '../../../server/contract/study-facts.ts';
import { researchEn } from '../../../server/studies/research.en.ts';
import { researchFr } from '../../../server/studies/research.fr.ts';
import { listTypographyFaults } from '../../support/french-typography.ts';

const root = resolve(import.meta.dirname, '../../..');
const folder = join(root, 'docs', 'privacy');
const pairs = [
  ['fr/responsable.md', 'en/person-in-charge.md'],
  ['fr/comite-ethique.md', 'en/ethics-board.md'],
] as const;

function read(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

const program = new Command();
for (const add of [
  addAdoptionCommand,
  addAttemptCommand,
  addAuditCommand,
  addCalibrateCommand,
  addDeploymentCommand,
  addExportCommand,
  addLrsCommand,
  addPlatformCommand,
  addPersonCommand,
  addRetentionCommand,
  addReceiptCommand,
  addRescoreCommand,
  addSecretCommand,
  addSessionCommand,
  addStudyCommand,
]) {
  add(program);
}

interface NamedCommand {
  readonly path: string;
  readonly isWhole: boolean;
  readonly unknown: readonly string[];
  readonly options: readonly string[];
}

/** Words of commands come first, then arguments and options. */
function readCommand(line: string): NamedCommand {
  const words = line.trim().split(' ');
  const path: string[] = [];
  let found = program;
  for (const word of words) {
    const next = found.commands.find((one) => one.name() === word);
    if (next === undefined) break;
    found = next;
    path.push(word);
  }
  const known = found.options.map(({ long }) => long);
  const options = words.filter((word) => word.startsWith('--'));
  return {
    path: path.join(' '),
    isWhole: path.length > 0 && found.commands.length === 0,
    unknown: options.filter((option) => !known.includes(option)),
    options,
  };
}

function listCommands(name: string): NamedCommand[] {
  return [...read(name).matchAll(/numplus\.js ([^`\n]+)/g)].map(([, line = '']) => readCommand(line));
}

describe.each(pairs)('the pages %s and %s', (...names) => {
  const [french, english] = names;

  it.each(names)('name commands and options that exist: %s', (name) => {
    const named = listCommands(name);
    expect(named.length).toBeGreaterThan(9);
    expect(named.filter(({ isWhole, unknown }) => !isWhole || unknown.length > 0)).toEqual([]);
  });

  it('have the same commands in the same order', () => {
    expect(listCommands(french)).toEqual(listCommands(english));
  });

  it('have the same headings, lists, tables and boxes', () => {
    const outline = (name: string): string[] =>
      [...read(name).matchAll(/^(?:#+|- \[ \]|-|\d+\.|\||```)(?= )/gm)].map(([sign]) => sign);
    expect(outline(french).length).toBeGreaterThan(40);
    expect(outline(french)).toEqual(outline(english));
  });

  it('are on the first page', () => {
    for (const name of names) expect(read('README.md')).toContain(`](${name})`);
  });
});

it.each(pairs.map(([french]) => french))('%s follows Québec typography', (name) => {
  expect(listTypographyFaults(read(name))).toEqual([]);
});

describe('the words that people read', () => {
  const facts = StudyFacts.parse({
    research: {
      team: { fr: 'L’équipe LINC', en: 'The LINC team' },
      purpose: { fr: 'Elle étudie l’apprentissage au travail.', en: 'It studies learning at work.' },
      contact: 'recherche@coop.example',
      keptMonths: 60,
      future: true,
    },
  });
  const { research } = facts;

  it('are quoted whole for an ethics board', () => {
    if (research === null) throw new Error('no research');
    const quoted = (name: string): string => read(name).replaceAll(/\n> ?/g, ' ').replaceAll(/ +/g, ' ');
    expect(quoted('fr/comite-ethique.md')).toContain(researchFr(research).join(' '));
    expect(quoted('en/ethics-board.md')).toContain(researchEn(research).join(' '));
  });

  it.each([
    ['fr', 'comite-ethique.md', 'responsable.md', askedFr, reportFr, '«\u00a0', '\u00a0»'],
    ['en', 'ethics-board.md', 'person-in-charge.md', askedEn, reportEn, '“', '”'],
  ] as const)('are those of the buttons: %s', (language, board, officer, data, report, open, close) => {
    for (const key of ['research.yes', 'research.no', 'research.later', 'research.withdraw'] as const) {
      expect(read(`${language}/${board}`)).toContain(`${open}${data[key]}${close}`);
    }
    const page = read(`${language}/${officer}`).replaceAll(/\s+(?=\S)/g, ' ');
    const told = [data['research.withdraw'], report['ask.open']].map((words) => `${open}${words}${close}`);
    for (const words of told) expect(page).toContain(words.replaceAll('\u00a0', ' '));
  });
});

it('the test named for an ethics board exists, and compares each answer that the page names', () => {
  for (const name of ['fr/comite-ethique.md', 'en/ethics-board.md']) {
    const [, file = ''] = /`(tests\/[\w./-]+)`/.exec(read(name)) ?? [];
    expect(readFileSync(join(root, file), 'utf8')).toContain(
      "['later', 'refused', 'given', 'withdrawn', 'given', 'refused']",
    );
  }
});

it('the first page leads to every page, and all links lead to files that exist', () => {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.md'),
  );
  const listTargets = (name: string): string[] =>
    [...read(name).matchAll(/\]\(([^)#:]+)\)/g)].map(([, target = '']) => join(dirname(name), target));
  for (const name of pages) {
    const missing = listTargets(name).filter((target) => !existsSync(join(folder, target)));
    expect([name, missing]).toEqual([name, []]);
  }
  const others = pages.filter((name) => name !== 'README.md');
  expect(others.filter((name) => !listTargets('README.md').includes(name))).toEqual([]);
});
