import { readConfig } from '../base/config.ts';
import { type Context, createContext } from '../context.ts';
import { createLogger } from '../base/log.ts';

/** Logs go to standard error, so that the output of `--json` can be parsed. */
export const logDescriptor = 2;
/** Whoever runs a command sees its table; `audit list` has the rest. */
export const untold = ['audit.recorded'];

/** Closes the context even if `work` throws. */
export async function withContext(work: (context: Context) => Promise<void>): Promise<void> {
  const config = readConfig();
  const context = await createContext(config, { log: createLogger(config, logDescriptor, untold) });
  try {
    await work(context);
  } finally {
    await context.close();
  }
}
