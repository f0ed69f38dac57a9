/** Each command either leaves a row in the audit record when it gives data about people, or is named here with why not. */
import type { Command } from 'commander';
import { expect, it } from 'vitest';
import { createProgram } from '../../../../server/cli/program.ts';
import { auditedCommands } from '../../../support/audited-commands.ts';

const withoutPersons: Readonly<Record<string, string>> = {
  'adoption kit': 'settings and texts',
  'audit list': 'ids of people only; it would fill the record with its own reading',
  demo: 'invented people',
  'deployment approve': 'an LMS',
  'deployment list': 'an LMS',
  'deployment revoke': 'an LMS',
  doctor: 'counts of rows, and settings',
  'export codebook': 'meanings of columns',
  'grades resend': 'ids of attempts; each grade sent has a row of its own',
  'grades status': 'ids of attempts in trouble, without a score',
  'lrs add': 'a record store',
  'lrs list': 'a record store',
  'lrs pause': 'a record store',
  'lrs resume': 'a record store',
  'lrs credentials': 'a record store',
  'lrs test': 'a record store',
  'outbox discard': 'counts; it has a row of its own',
  'outbox replay': 'counts; it has a row of its own',
  'person certificate': 'counts',
  'person erase': 'counts; it has a row of its own',
  'receipt verify': 'a file that somebody has already',
  restore: 'puts a copy where the tool reads it; the copy has its row',
  serve: 'the server: its pages have their own test',
  'retention purge': 'counts; each erasure has a row of its own',
  'retention show': 'counts',
  'session end': 'counts; it has a row of its own',
  simulate: 'invented people',
  worker: 'sends what the settings say',
};

/** Of LMSs, scenarios, studies’ texts, resources and keys: nobody’s data. */
const withoutPersonsAtAll = ['platform', 'resources', 'scenario', 'secret'];
const studyTexts = ['study add', 'study change', 'study close', 'study list', 'study show'];

function namesOf(command: Command, path: readonly string[] = []): string[] {
  return command.commands.flatMap((one) => {
    const name = [...path, one.name()];
    return one.commands.length === 0 ? [name.join(' ')] : namesOf(one, name);
  });
}

it('knows every command, so that a new one says whether it gives data about people', async () => {
  const known = new Set([...auditedCommands, ...Object.keys(withoutPersons), ...studyTexts]);
  const unknown = namesOf(await createProgram()).filter(
    (name) => !known.has(name) && !withoutPersonsAtAll.includes(name.split(' ', 1)[0] ?? ''),
  );
  expect(unknown).toEqual([]);
});

it('names no command that is gone', async () => {
  const all = new Set(namesOf(await createProgram()));
  const named = [...auditedCommands, ...Object.keys(withoutPersons), ...studyTexts];
  expect(named.filter((name) => !all.has(name))).toEqual([]);
});

it('loads one command alone if it is asked for, and all for any other word', async () => {
  expect((await createProgram('person')).commands.map((one) => one.name())).toEqual(['person']);
  const all = (await createProgram('toString')).commands.map((one) => one.name());
  expect(all).toEqual((await createProgram()).commands.map((one) => one.name()));
  expect(all.length).toBeGreaterThan(20);
  for (const name of all)
    expect((await createProgram(name)).commands.map((one) => one.name())).toEqual([name]);
});
