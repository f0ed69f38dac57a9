/** A rehearsal or measurement can't start: printed as one line, with an exit code other than 0. */

export class CannotRun extends Error {}

/** Runs the work and reports CannotRun; rethrows any other error. */
export async function runOrSay(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
