/** The sandbox servers as processes of their own: the product has no code path to them. Used by the demo alone. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../base/project-root.ts';
import { OperatorError } from './operator-error.ts';

const Ready = z.object({ listening: z.string() });

export class SandboxProcesses {
  /** Resolves when one of them ends by itself: the demo is then no longer whole. */
  readonly ended: Promise<void>;
  readonly #children: ChildProcess[] = [];
  #oneEnded: () => void = () => undefined;

  constructor() {
    this.ended = new Promise((resolve) => {
      this.#oneEnded = resolve;
    });
  }

  /** Starts a server and waits for its line `{"listening": …}`. @throws OperatorError where it ends instead */
  async start(name: 'lms' | 'store', args: readonly string[]): Promise<void> {
    const main = join(projectRoot, 'dist', 'sandbox', name, 'main.js');
    // The channel carries nothing: its end tells the server that this process is gone, even where it was killed.
    const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    this.#children.push(child);
    await new Promise<void>((resolve, reject) => {
      child.once('exit', () => {
        reject(new OperatorError(`The sandbox ${name} did not start; its line above says why.`));
        this.#oneEnded();
      });
      child.stdout?.on('data', (chunk: Buffer) => {
        if (isReady(chunk.toString())) resolve();
      });
    });
  }

  async stop(): Promise<void> {
    await Promise.all(
      this.#children.map(async (child) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const exited = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        await exited;
      }),
    );
  }
}

function isReady(text: string): boolean {
  return text.split('\n').some((line) => {
    try {
      return Ready.safeParse(JSON.parse(line)).success;
    } catch {
      return false;
    }
  });
}
