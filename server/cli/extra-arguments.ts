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
        `\`${command.name()}\` does not take ${extra.map((one) => `“${one}”`).join(' ')}: \`numplus ${nameOf(command)} --help\` shows what it takes.`,
      );
    });
}

/** Includes the command's groups, e.g. `platform add`. */
function nameOf(command: Command): string {
  const group = command.parent;
  return group?.parent ? `${nameOf(group)} ${command.name()}` : command.name();
}
