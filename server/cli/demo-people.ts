import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { z } from 'zod';
import { players } from './demo-players/players.ts';

interface Places {
  readonly port: number;
  readonly lmsPort: number;
  readonly data: string;
}

const Note = z.object({ played: z.array(z.number()) });
const Message = z.object({ played: z.number() });

const loopback = (port: number): string => `http://127.0.0.1:${port}`;

export class DemoPeople {
  readonly #places: Places;
  readonly #played: Set<number>;
  #child: ChildProcess | null = null;

  constructor(places: Places) {
    this.#places = places;
    this.#played = new Set(readNote(noteIn(places.data)));
  }

  start(): void {
    if (this.#played.size >= players.length) {
      this.#tell(false);
      return;
    }
    const { port, lmsPort } = this.#places;
    const main = join(import.meta.dirname, 'demo-players', `main${extname(import.meta.filename)}`);
    const child = fork(main, [loopback(lmsPort), loopback(port), [...this.#played].join(',')]);
    this.#child = child;
    this.#tell(true);
    child.on('message', (message) => {
      this.#played.add(Message.parse(message).played);
      writeFileSync(noteIn(this.#places.data), JSON.stringify({ played: [...this.#played] }));
      this.#tell(true);
    });
    child.once('exit', () => {
      if (this.#child === null) return;
      this.#child = null;
      this.#tell(false);
    });
  }

  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const exited = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await exited;
  }

  /** Best effort: one sentence of a page. */
  #tell(arePlaying: boolean): void {
    const body = JSON.stringify({ command: 'tellExamples', played: this.#played.size, arePlaying });
    const headers = { 'content-type': 'application/json' };
    fetch(`${loopback(this.#places.lmsPort)}/sandbox/control`, { method: 'POST', headers, body }).catch(
      () => undefined,
    );
  }
}

const noteIn = (folder: string): string => join(folder, 'demo-people.json');

function readNote(file: string): readonly number[] {
  if (!existsSync(file)) return [];
  try {
    return Note.parse(JSON.parse(readFileSync(file, 'utf8'))).played;
  } catch {
    // Killed while it was written.
    return [];
  }
}
