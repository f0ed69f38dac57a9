/**
 * `npm run bench -- load one|many`: what learners' actions cost over HTTP; both parts if none is named. For a short look:
 * `load one <learners> <seconds> <stored attempts>`.
 */
import { CannotRun } from '../support/cannot-run.ts';
import { benchLoadMany } from './load-many.ts';
import { benchLoadOne } from './load-one.ts';

const parts: Readonly<Record<string, (...sizes: number[]) => Promise<void>>> = {
  one: benchLoadOne,
  many: benchLoadMany,
};

export async function benchLoad(wanted?: string, ...sizes: readonly string[]): Promise<void> {
  const names = wanted === undefined ? Object.keys(parts) : [wanted];
  for (const name of names) {
    const part = parts[name];
    if (part === undefined) throw new CannotRun(`Which part? One of: ${Object.keys(parts).join(', ')}`);
    await part(...sizes.map(Number));
  }
}
