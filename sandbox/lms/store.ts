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
  /** Durable on return. */
  commit(): void;
  takeId(): number;
}

async function createFirstState(signingKey?: StoredState['keys'][number]): Promise<StoredState> {
  return {
    version: 1,
    keys: [signingKey ?? (await createSigningKey())],
    courseLanguages: {},
    activities: structuredClone([...FIRST_ACTIVITIES]),
    lineItems: structuredClone([...FIRST_LINE_ITEMS]),
    grades: [],
    tools: [],
    courseCopies: [],
    noticeHandlers: [],
    hasExamples: false,
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

/** Renames only after the new file is on disk, so a crash leaves the old one whole. */
function writeState(path: string, state: StoredState): void {
  const temporary = `${path}.new`;
  // Holds private keys: owner only.
  const file = openSync(temporary, 'w', 0o600);
  try {
    writeSync(file, JSON.stringify(state, null, 1));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
}

export async function openStore(
  dataFile: string | undefined,
  signingKey?: StoredState['keys'][number],
): Promise<Store> {
  const state =
    dataFile !== undefined && existsSync(dataFile) ? readState(dataFile) : await createFirstState(signingKey);
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
