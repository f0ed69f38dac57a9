import type { Command } from 'commander';
import { addPersonEraseCommands } from './person-erase.ts';

export function addPersonCommand(program: Command): void {
  const person = program.command('person').description('people, by the number that the program gave them');
  addPersonEraseCommands(person);
}
