/** As a shell reports a program that SIGPIPE ended. */
export const closedOutputCode = 141;

/** A reader such as `head` leaves early. The command still does its whole work. */
export function ignoreClosedOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      if (!isClosedOutput(error)) throw error;
    });
  }
}

export function isClosedOutput(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}
