/** Context of short commands: everything but the HTTP server. */
import { readConfig } from '../base/config.ts';
import { type Context, createContext } from '../context.ts';
import { createLogger } from '../base/log.ts';

/** Logs go to standard error: standard output holds the command's output only, so that `--json` can be parsed. */
const logDescriptor = 2;

/** Opens the context from the environment, runs `work`, and always closes it. */
export async function withContext(work: (context: Context) => Promise<void>): Promise<void> {
  const config = readConfig();
  const context = await createContext(config, { log: createLogger(config, logDescriptor) });
  try {
    await work(context);
  } finally {
    await context.close();
  }
}
