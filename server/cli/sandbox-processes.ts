/** Separate processes, because the product has no code path to the sandbox. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../base/project-root.ts';
import { OperatorError } from './operator-error.ts';

const Ready = z.object({ listening: z.string() });

export class SandboxProcesses {
  /** Resolves when one of them exits by itself. */
  readonly ended: Promise<void>;
  readonly #children: ChildProcess[] = [];
  #oneEnded: () => void = () => undefined;

  constructor() {
    this.ended = new Promise((resolve) => {
      this.#oneEnded = resolve;
    });
  }

  /** Waits for the server's line `{"listening": …}`. @throws OperatorError if it exits instead */
  async start(name: 'lms' | 'store', args: readonly string[]): Promise<void> {
    const main = join(projectRoot, 'dist', 'sandbox', name, 'main.js');
    // The IPC channel carries nothing: its end tells the server that this process is gone, even if it was
    // killed.
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
