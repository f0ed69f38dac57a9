/** What a command that asks or changes something and ends works with: everything but HTTP, for as long as it runs. */
import { readConfig } from '../base/config.ts';
import { type Context, createContext } from '../context.ts';
import { createLogger } from '../base/log.ts';

/** Standard error: a command's own answer alone stands on standard output, so that `--json` can be read. */
const logDescriptor = 2;

/** Opens the context by the environment, runs `work` and closes it again whatever comes. */
export async function withContext(work: (context: Context) => Promise<void>): Promise<void> {
  const config = readConfig();
  const context = await createContext(config, { log: createLogger(config, logDescriptor) });
  try {
    await work(context);
  } finally {
    await context.close();
  }
}
