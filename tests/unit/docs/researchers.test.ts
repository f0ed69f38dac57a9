import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { addAuditCommand } from '../../../server/cli/audit.ts';
import { addCalibrateCommand } from '../../../server/cli/calibrate.ts';
import { addExportCommand } from '../../../server/cli/export.ts';
import { addOutboxCommand } from '../../../server/cli/outbox.ts';
import { addReceiptCommand } from '../../../server/cli/receipt.ts';
import { addSimulateCommand } from '../../../server/cli/simulate.ts';
import { addStudyCommand } from '../../../server/cli/study.ts';

const folder = resolve(import.meta.dirname, '../../../docs/researchers');
const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

function getPage(name: string): string {
  const page = pages.find((one) => one.name === name);
  if (page === undefined) throw new Error(`no page ${name}`);
  return page.text;
}

const program = new Command();
for (const add of [
  addAuditCommand,
  addCalibrateCommand,
  addExportCommand,
  addOutboxCommand,
  addReceiptCommand,
  addSimulateCommand,
  addStudyCommand,
]) {
  add(program);
}

describe('the pages for researchers', () => {
  it('name commands and options that exist', () => {
    const options = program.commands
      .flatMap((group) => [group, ...group.commands])
      .flatMap((command) => ['--help', ...command.options.map(({ long }) => long)]);
    for (const { name, text } of pages) {
      const used = [...text.matchAll(/--[a-z]+(?:-[a-z]+)*/g)].map(([option]) => option);
      expect([name, used.filter((option) => !options.includes(option))]).toEqual([name, []]);
      for (const [, group = '', command = ''] of text.matchAll(/numplus\.js ([a-z]+) ([a-z]+)/g)) {
        const found = program.commands.find((one) => one.name() === group);
        expect(found?.commands.map((one) => one.name())).toContain(command);
      }
    }
  });

  it('have the same commands, options, verdicts and formulas in both languages', () => {
    const shared = (text: string): string[] =>
      [...text.matchAll(/`[^`\n]+`|numplus\.js .*/g)]
        .map(([span]) => span)
        .filter((span) => !/CURSOR|CURSEUR|registration/.test(span))
        .sort();
    expect(shared(getPage('fr/donnees.md'))).toEqual(shared(getPage('en/data.md')));
    expect(shared(getPage('fr/calibrage.md'))).toEqual(shared(getPage('en/calibration.md')));
  });

  it('link to pages that exist', () => {
    for (const { name, text } of pages) {
      for (const [, target = ''] of text.matchAll(/\]\(([^)#:]+)\)/g)) {
        expect([name, target, existsSync(join(folder, dirname(name), target))]).toEqual([name, target, true]);
      }
    }
  });
});
