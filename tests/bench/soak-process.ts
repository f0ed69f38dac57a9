/** The processes of the soak besides the tool, and what they say to each other. */
import { type ChildProcess, fork } from 'node:child_process';
import { on, once } from 'node:events';
import { join } from 'node:path';
import type { SessionAnswer } from '../../server/contract/session.ts';
import { TestLms } from '../support/lti-lms.ts';
import { launchToSession, type Registrable } from '../support/stub-launch.ts';

export const phases = ['warm-up', 'without', 'with'] as const;

export type Phase = (typeof phases)[number];

/** What honest people met in one phase. */
export interface Met {
  readonly requestMs: readonly number[];
  readonly launchMs: readonly number[];
  /** Path, status and code of each. */
  readonly refusals: readonly string[];
}

/** How often each attack met which outcome: a status, or `cut` if there was none. */
export type Strikes = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface Begin {
  readonly toolUrl: string;
  readonly learners: number;
  readonly seed: string;
  /** Part of the names of the attacks that strike; empty: all. */
  readonly only: string;
}

export type ToChild = { readonly begin: Begin } | { readonly phase: Phase } | 'end';

export type FromChild<Figures> = { readonly platform: Registrable } | 'ready' | { readonly figures: Figures };

/** A child process with an LMS of its own. */
export class SoakProcess<Figures> {
  readonly #child: ChildProcess;
  readonly #messages: AsyncIterator<unknown[], undefined>;
  readonly #exited: Promise<never>;

  /** @param file of this folder */
  constructor(file: string) {
    this.#child = fork(join(import.meta.dirname, file), { execArgv: ['--import', 'tsx'] });
    this.#messages = on(this.#child, 'message');
    this.#exited = once(this.#child, 'exit').then(([code]) => {
      throw new Error(`a process of the soak ended with ${String(code)}`);
    });
    this.#exited.catch(() => undefined);
  }

  /** @throws if the process ends before it says so */
  async hear(): Promise<FromChild<Figures>> {
    const { value } = await Promise.race([this.#messages.next(), this.#exited]);
    return (value as [FromChild<Figures>])[0];
  }

  async platform(): Promise<Registrable> {
    const message = await this.hear();
    if (typeof message === 'string' || !('platform' in message)) throw new Error('no platform was named');
    return message.platform;
  }

  tell(message: ToChild): void {
    this.#child.send(message);
  }

  async end(): Promise<Figures> {
    this.tell('end');
    const message = await this.hear();
    if (typeof message === 'string' || !('figures' in message)) throw new Error('no figures were given');
    this.#child.disconnect();
    return message.figures;
  }

  /** Also if it hangs. */
  kill(): void {
    this.#child.kill('SIGKILL');
  }
}

/** The child's half: starts its LMS, names it, and hands on what it is told. */
export async function beSoakProcess<Figures>(
  work: (
    begin: Begin,
    lms: TestLms,
  ) => Promise<{
    readonly enter: (phase: Phase) => void;
    readonly end: () => Promise<Figures>;
  }>,
): Promise<void> {
  const say = (message: FromChild<Figures>): void => {
    process.send?.(message);
  };
  const messages: AsyncIterator<unknown[], undefined> = on(process, 'message');
  const hear = async (): Promise<ToChild> => {
    const { value } = await messages.next();
    return (value as [ToChild])[0];
  };
  const lms = await TestLms.start();
  const { issuer, clientId, deploymentId, keySetUrl } = lms;
  say({ platform: { issuer, clientId, deploymentId, keySetUrl } });
  const first = await hear();
  if (typeof first === 'string' || !('begin' in first)) throw new Error('told to go on before the beginning');
  const { enter, end } = await work(first.begin, lms);
  say('ready');
  for (let message = await hear(); message !== 'end'; message = await hear()) {
    if ('phase' in message) enter(message.phase);
  }
  // Its end may be noticed before its last message is read.
  const released = once(process, 'disconnect');
  say({ figures: await end() });
  await lms.close();
  await released;
}

const custom = 'https://purl.imsglobal.org/spec/lti/claim/custom';

/** Launches into an activity whose first scene is the inbox, without a grade to send. */
export function launchAs(toolUrl: string, lms: TestLms, subject: string): Promise<SessionAnswer> {
  return launchToSession(toolUrl, lms, subject, {
    [custom]: { numplus_form: 'demo' },
    'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint': undefined,
  });
}
