/** Why a rehearsal or a measurement cannot begin: one line for whoever asked for it, and an exit code other than 0. */

export class CannotRun extends Error {}

/** Does the work; where it cannot begin, says why. Any other error goes on, with its stack. */
export async function runOrSay(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
