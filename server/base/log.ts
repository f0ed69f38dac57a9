import { type Logger, type LoggerOptions, pino } from 'pino';
import type { Config } from './config.ts';

/** Details hold codes and ids, never a person's name or text. */
export interface Log {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/**
 * Removes fields that might hold a token, a name or a text.
 * @param descriptor default: standard output
 * @param untold messages that are left out
 */
export function createLogger(
  config: Pick<Config, 'logLevel'>,
  descriptor = 1,
  untold: readonly string[] = [],
): Logger {
  const options: LoggerOptions = {
    level: config.logLevel,
    hooks: {
      logMethod(given, method) {
        if (!given.some((one: unknown) => untold.some((message) => message === one)))
          method.apply(this, given);
      },
    },
    redact: {
      paths: [
        'req.headers',
        'res.headers',
        '*.authorization',
        '*.cookie',
        '*.id_token',
        '*.typed',
        '*.bytes',
        '*.head',
        '*.frame',
        '*.tail',
      ],
      remove: true,
    },
  };
  return pino(options, pino.destination({ dest: descriptor, sync: true }));
}

/**
 * Keeps the process alive, because one faulty request must not stop all learners.
 * @returns a function that stops logging
 */
export function logUnhandledRejections(log: Log): () => void {
  const note = (error: unknown): void => {
    log.error({ err: error }, 'process.unhandled-rejection');
  };
  process.on('unhandledRejection', note);
  return () => void process.removeListener('unhandledRejection', note);
}
