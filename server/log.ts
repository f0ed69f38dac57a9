/** The log: what code may say to it, what its lines carry besides, and where they go. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { type Logger, type LoggerOptions, pino } from 'pino';
import type { Config } from './config.ts';

/** The part of a logger that is used: an object with codes and ids first, never a name or a text of a person. */
export interface Log {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** What a line is about: ids alone. */
type LogIds = Readonly<Record<string, string>>;

const idsAtWork = new AsyncLocalStorage<LogIds>();

/** Every line that `work` writes, or what it awaits, carries these ids: no function has to hand them on. */
export function withLogIds<Result>(ids: LogIds, work: () => Result): Result {
  return idsAtWork.run(ids, work);
}

/**
 * JSON lines; whatever might hold a token, a name or a text is taken out.
 * @param descriptor file descriptor, standard output where none is named
 */
export function createLogger(config: Pick<Config, 'logLevel'>, descriptor = 1): Logger {
  const options: LoggerOptions = {
    level: config.logLevel,
    // A new object each time: pino adds the line's own fields to it, which win.
    mixin: () => ({ ...idsAtWork.getStore() }),
    redact: {
      paths: [
        'req.headers',
        'res.headers',
        '*.authorization',
        '*.cookie',
        '*.id_token',
        '*.typed',
        '*.bytes',
      ],
      remove: true,
    },
  };
  return pino(options, pino.destination({ dest: descriptor, sync: true }));
}

/**
 * Notes what nobody awaited, and lets the process live: one request's fault is not every learner's. Answers how to
 * stop noting.
 */
export function logUnhandledRejections(log: Log): () => void {
  const note = (error: unknown): void => {
    log.error({ err: error }, 'process.unhandled-rejection');
  };
  process.on('unhandledRejection', note);
  return () => void process.removeListener('unhandledRejection', note);
}
