import type { Command } from 'commander';
import { OperatorError } from './operator-error.ts';

/** Call before commands are added: they inherit it. */
export function refuseExtraArguments(program: Command): void {
  program
    // Commander counts surplus arguments without naming them.
    .allowExcessArguments()
    .hook('preAction', (_program, command) => {
      const { args, registeredArguments } = command;
      if (registeredArguments.at(-1)?.variadic === true) return;
      const extra = args.slice(registeredArguments.length);
      if (extra.length === 0) return;
      throw new OperatorError(
        `\`${command.name()}\` does not take ${extra.map((one) => `“${one}”`).join(' ')}: options begin with two dashes, and \`--help\` lists them.`,
      );
    });
}
