/** One clear line on an error; exit code 0 only on success. */
import { closedOutputCode, ignoreClosedOutput, isClosedOutput } from './closed-output.ts';
import { createProgram } from './program.ts';
import { explainRefusal } from './refusal.ts';

ignoreClosedOutput();
try {
  const program = await createProgram(process.argv[2]);
  await program.parseAsync();
} catch (error) {
  if (isClosedOutput(error)) process.exitCode = closedOutputCode;
  else {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  }
}

function explain(error: unknown): string {
  return explainRefusal(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error));
}
