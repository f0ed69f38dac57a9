import type { Command } from 'commander';
import { addPersonEraseCommands } from './person-erase.ts';
import { addPersonExportCommand } from './person-export.ts';
import { addPersonFindCommand } from './person-find.ts';
import { addPersonShowCommand } from './person-show.ts';

export function addPersonCommand(program: Command): void {
  const person = program
    .command('person')
    .description('find a person, show, export and erase what is kept about them');
  addPersonFindCommand(person);
  addPersonShowCommand(person);
  addPersonExportCommand(person);
  addPersonEraseCommands(person);
}
