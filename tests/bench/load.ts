/** `npm run bench -- load one|slow|many`: what learners' actions cost over HTTP, all parts where none is named. */
import { CannotRun } from '../support/cannot-run.ts';
import { benchLoadMany } from './load-many.ts';
import { benchLoadOne } from './load-one.ts';
import { benchLoadSlow } from './load-slow.ts';

const parts: Readonly<Record<string, () => Promise<void>>> = {
  one: benchLoadOne,
  slow: benchLoadSlow,
  many: benchLoadMany,
};

export async function benchLoad(wanted?: string): Promise<void> {
  const names = wanted === undefined ? Object.keys(parts) : [wanted];
  for (const name of names) {
    const part = parts[name];
    if (part === undefined) throw new CannotRun(`Which part? One of: ${Object.keys(parts).join(', ')}`);
    await part();
  }
}
