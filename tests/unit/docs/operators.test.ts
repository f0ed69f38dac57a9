import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { ltiErrorCodes } from '../../../lti/launch/codes.ts';
import { addAdoptionCommand } from '../../../server/cli/adoption.ts';
import { addAttemptCommand } from '../../../server/cli/attempt.ts';
import { addAuditCommand } from '../../../server/cli/audit.ts';
import { addBackupCommand } from '../../../server/cli/backup.ts';
import { addDeploymentCommand } from '../../../server/cli/deployment.ts';
import { addDoctorCommand } from '../../../server/cli/doctor.ts';
import { addGradesCommand } from '../../../server/cli/grades.ts';
import { addLrsCommand } from '../../../server/cli/lrs.ts';
import { addMigrateStoreCommand } from '../../../server/cli/migrate-store.ts';
import { addOutboxCommand } from '../../../server/cli/outbox.ts';
import { addPersonCommand } from '../../../server/cli/person.ts';
import { addPlatformCommand } from '../../../server/cli/platform.ts';
import { addRescoreCommand } from '../../../server/cli/rescore.ts';
import { addResourcesCommand } from '../../../server/cli/resources.ts';
import { addRestoreCommand } from '../../../server/cli/restore.ts';
import { addScenarioCommand } from '../../../server/cli/scenario.ts';
import { addRetentionCommand } from '../../../server/cli/retention.ts';
import { addSecretCommand } from '../../../server/cli/secret.ts';
import { gradeReasons } from '../../../server/contract/grade-reasons.ts';
import { listTypographyFaults } from '../../support/french-typography.ts';

const root = resolve(import.meta.dirname, '../../..');
const folder = join(root, 'docs', 'operators');
const languages = ['fr', 'en'] as const;

const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

/** Codes of a list that is private to its module, as its source spells them. */
function readCodes(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8');
  return [...source.matchAll(/^ {2}'([a-z]+\.[a-z-]+)':/gm)].map(([, code = '']) => code);
}

const codes = [
  ...ltiErrorCodes,
  ...readCodes('lti/registration/registration-codes.ts'),
  ...readCodes('server/base/errors.ts'),
  ...gradeReasons,
].sort();

function getPage(name: string): string {
  const page = pages.find((one) => one.name === name);
  if (page === undefined) throw new Error(`no page ${name}`);
  return page.text;
}

describe('troubleshooting', () => {
  it('covers every code of a page, a response or a grade', () => {
    expect(readCodes('lti/registration/registration-codes.ts').length).toBeGreaterThan(10);
    expect(readCodes('server/base/errors.ts').length).toBeGreaterThan(20);
  });

  it.each(languages)('has one entry for each code, and no other: %s', (language) => {
    const rows = getPage(`${language}/troubleshooting.md`).matchAll(/^\| `([^`]+)` +\|/gm);
    expect([...rows].map(([, code]) => code).sort()).toEqual(codes);
  });

  it.each(languages)('says what each code means, and what teacher and operator do: %s', (language) => {
    const rows = getPage(`${language}/troubleshooting.md`)
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    for (const row of rows) {
      const cells = row.split('|').slice(2, -1);
      expect([row, cells.length]).toEqual([row, 3]);
      expect(cells.filter((cell) => !/\w.*\.\s*$/.test(cell))).toEqual([]);
    }
  });
});

describe('record stores', () => {
  const told = [
    ...readFileSync(join(root, 'server/organisations/store-notes.ts'), 'utf8').matchAll(
      /^ {2}'((?:store|destination)\.[a-z-]+)':/gm,
    ),
  ].map(([, code]) => code);

  it.each(languages)('have one entry for each message of a command, and no other: %s', (language) => {
    const rows = getPage(`${language}/record-stores.md`).matchAll(/^\| `([^`]+)` +\|/gm);
    expect(told.length).toBeGreaterThan(20);
    expect([...rows].map(([, code]) => code)).toEqual(told);
  });
});

describe('commands', () => {
  const program = new Command();
  for (const add of [
    addAdoptionCommand,
    addPlatformCommand,
    addPersonCommand,
    addRetentionCommand,
    addDeploymentCommand,
    addGradesCommand,
    addLrsCommand,
    addOutboxCommand,
    addRescoreCommand,
    addAttemptCommand,
    addResourcesCommand,
    addScenarioCommand,
    addAuditCommand,
    addBackupCommand,
    addDoctorCommand,
    addRestoreCommand,
    addMigrateStoreCommand,
    addSecretCommand,
  ]) {
    add(program);
  }
  const groups = new Map(program.commands.map((group) => [group.name(), group]));

  /** `group command --option …` in code spans and blocks, with or without the program's path. */
  const named = pages.flatMap(({ name, text }) =>
    [...text.matchAll(/(?:`|numplus\.js )([a-z]+(?:-[a-z]+)*) ([a-z-]+)\b([^`\n]*)/g)]
      .filter(([, group = '']) => groups.has(group))
      .map(([, group = '', command = '', rest = '']) => ({ name, group, command, rest })),
  );

  it('named on the pages exist, with the options shown', () => {
    expect(named.length).toBeGreaterThan(30);
    for (const { name, group, command, rest: behind } of named) {
      const program = groups.get(group);
      // One without subcommands is followed by its options at once.
      const isAlone = program?.commands.length === 0;
      const found = isAlone ? program : program?.commands.find((one) => one.name() === command);
      const rest = isAlone ? `${command}${behind}` : behind;
      expect([name, group, command, found?.name()]).toEqual([
        name,
        group,
        command,
        isAlone ? group : command,
      ]);
      // As `platform invitation list`.
      const [next = ''] = rest.trim().split(' ');
      const last = found?.commands.length === 0 ? found : found?.commands.find((one) => one.name() === next);
      expect([name, command, next, last !== undefined]).toEqual([name, command, next, true]);
      const known = last?.options.map(({ long }) => long) ?? [];
      const used = [...rest.matchAll(/--[a-z-]+/g)].map(([option]) => option);
      expect([name, command, used.filter((option) => !known.includes(option))]).toEqual([name, command, []]);
    }
  });
});

/** Pages that a page leads to, by their names. */
function listTargets({ name, text }: (typeof pages)[number]): string[] {
  const links = text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g);
  return [...links].map(([, target = '']) => relative(folder, join(folder, dirname(name), target)));
}

describe('links', () => {
  it('lead to pages that exist, and the first page leads to every page', () => {
    for (const page of pages) {
      const missing = listTargets(page).filter((target) => !existsSync(join(folder, target)));
      expect([page.name, missing]).toEqual([page.name, []]);
    }
    const first = { name: 'README.md', text: getPage('README.md') };
    const here = listTargets(first).filter((target) => !target.startsWith('..'));
    expect(here.sort()).toEqual(
      pages
        .map(({ name }) => name)
        .filter((name) => name !== first.name)
        .sort(),
    );
  });
});

describe('the French and English pages', () => {
  const frenchNames = listNames('fr');

  function listNames(language: (typeof languages)[number]): string[] {
    return pages
      .filter(({ name }) => dirname(name) === language)
      .map(({ name }) => basename(name))
      .sort();
  }

  /** What stays the same in every language: commands, options, settings, codes, addresses, words of an LMS's screens. */
  const shared = [
    /(?:`|numplus\.js )[a-z]+ [a-z-]+/,
    /--[a-z][a-z-]+/,
    /numplus_[a-z_]+/,
    /`[a-z]+\.[a-z-]+`/,
    /\/lti\/[a-z]+/,
    /`https:\/\/[\w./]+`/,
    /(?<=[ (*])_[^_`]+_/,
  ];
  const sharedWords = new RegExp(shared.map(({ source }) => source).join('|'), 'g');

  /** What a page is built of: headings, paragraphs, list items and rows, with the shared words of each. */
  function outline(text: string): string[] {
    return text
      .replace(/```[\s\S]*?```/g, (block) => block.replaceAll('\n', ' '))
      .split(/\n(?=\n|#|- |\d+\. |\|)/)
      .map((block) => block.trim().replace(/\s+/g, ' '))
      .filter((block) => block !== '' && !block.startsWith('| -'))
      .map((block) => {
        const sign = /^(?:#+|-|\d+\.|\||```)/.exec(block)?.[0] ?? 'text';
        return [sign, ...[...new Set(block.match(sharedWords))].sort()].join(' ');
      });
  }

  it('exist in pairs', () => {
    expect(frenchNames.length).toBeGreaterThan(8);
    expect(listNames('en')).toEqual(frenchNames);
  });

  it.each(frenchNames)('have the same structure, commands, codes and screens: %s', (name) => {
    expect(outline(getPage(`en/${name}`))).toEqual(outline(getPage(`fr/${name}`)));
  });

  it.each(languages)('link only to pages and pictures in the same language: %s', (language) => {
    for (const page of pages.filter(({ name }) => dirname(name) === language)) {
      // Measurements are one page for both languages.
      const elsewhere = listTargets(page).filter(
        (target) =>
          basename(dirname(target)) !== language &&
          target !== '../benchmarks.md' &&
          !(target.startsWith('../screenshots/') && target.endsWith(`-${language}.png`)),
      );
      expect([page.name, elsewhere]).toEqual([page.name, []]);
    }
  });
});

describe('French pages', () => {
  it('follow Québec typography: a fixed space before a colon and a unit, none before ; ? !', () => {
    for (const { name, text } of pages.filter((page) => page.name.startsWith('fr/'))) {
      const faults = listTypographyFaults(text);
      expect([name, faults]).toEqual([name, []]);
    }
  });
});
