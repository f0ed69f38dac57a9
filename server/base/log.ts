/** The log: what code may say to it, and where its lines go. */
import { type Logger, type LoggerOptions, pino } from 'pino';
import type { Config } from './config.ts';

/** The part of a logger that is used: an object with codes and ids first, never a name or a text of a person. */
export interface Log {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/**
 * JSON lines; whatever might hold a token, a name or a text is taken out.
 * @param descriptor file descriptor, standard output where none is named
 */
export function createLogger(config: Pick<Config, 'logLevel'>, descriptor = 1): Logger {
  const options: LoggerOptions = {
    level: config.logLevel,
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
 * Notes what nobody awaited, and lets the process live: one request's fault is not every learner's. Which request it
 * was is not known here. Answers how to stop noting.
 */
export function logUnhandledRejections(log: Log): () => void {
  const note = (error: unknown): void => {
    log.error({ err: error }, 'process.unhandled-rejection');
  };
  process.on('unhandledRejection', note);
  return () => void process.removeListener('unhandledRejection', note);
}
