/** Keeps the state in memory and, when asked, in one JSON file written atomically. Knows no rule of the LMS. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { FIRST_ACTIVITIES, FIRST_LINE_ITEMS } from './people-and-courses.ts';
import { createSigningKey } from './signing-key.ts';
import { storedStateSchema } from './stored-state.ts';
import type { StoredState } from './stored-state.ts';

export interface Store {
  readonly state: StoredState;
  /** Makes the changes made to `state` durable before it returns. */
  commit(): void;
  takeId(): number;
}

async function createFirstState(): Promise<StoredState> {
  return {
    version: 1,
    keys: [await createSigningKey()],
    courseLanguages: {},
    activities: structuredClone([...FIRST_ACTIVITIES]),
    lineItems: structuredClone([...FIRST_LINE_ITEMS]),
    grades: [],
    tools: [],
    nextId: 10,
  };
}

function readState(path: string): StoredState {
  try {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return storedStateSchema.parse(content);
  } catch (cause) {
    throw new Error(`${path} is not a data file of the sandbox LMS; move it away to start afresh.`, {
      cause,
    });
  }
}

/** A crash midway leaves the old file whole: the new one takes its name only once it is on the disk. */
function writeState(path: string, state: StoredState): void {
  const temporary = `${path}.new`;
  // The file holds the private keys, so only its owner may read it.
  const file = openSync(temporary, 'w', 0o600);
  try {
    writeSync(file, JSON.stringify(state, null, 1));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
}

/** Opens the data file or starts a school from nothing. Throws when the file is not one of ours. */
export async function openStore(dataFile: string | undefined): Promise<Store> {
  const state =
    dataFile !== undefined && existsSync(dataFile) ? readState(dataFile) : await createFirstState();
  const commit = (): void => {
    if (dataFile !== undefined) writeState(dataFile, state);
  };
  if (dataFile !== undefined) mkdirSync(dirname(dataFile), { recursive: true });
  commit();
  return {
    state,
    commit,
    takeId() {
      const id = state.nextId;
      state.nextId += 1;
      return id;
    },
  };
}
