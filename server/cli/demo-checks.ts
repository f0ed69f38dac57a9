import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { makeFolder } from '../base/make-folder.ts';
import { OperatorError } from './operator-error.ts';

export interface DemoPorts {
  readonly port: number;
  readonly lmsPort: number;
  readonly lrsPort: number;
}

/** Spells a command line for the operator to copy. */
type Respell = (option: string, value: string) => string;

const servers = [
  { key: 'port', option: '--port', name: 'the tool' },
  { key: 'lmsPort', option: '--lms-port', name: 'the sandbox LMS' },
  { key: 'lrsPort', option: '--lrs-port', name: 'the sandbox record store' },
] as const;

/** Ports that were not given follow the tool's. @throws OperatorError if one is too high or used twice */
export function choosePorts(given: { port: number; lmsPort?: number; lrsPort?: number }): DemoPorts {
  const ports = {
    port: given.port,
    lmsPort: given.lmsPort ?? given.port + 1,
    lrsPort: given.lrsPort ?? given.port + 2,
  };
  const numbers = Object.values(ports);
  if (Math.max(...numbers) > 65_535) {
    throw new OperatorError('The demo uses three ports in a row, from --port. Choose 65533 or lower.');
  }
  if (new Set(numbers).size < numbers.length) {
    throw new OperatorError('The demo needs three different ports: check --port, --lms-port and --lrs-port.');
  }
  return ports;
}

/**
 * @param respell the command of this start with one option changed
 * @throws OperatorError if a port is in use
 */
export async function checkPorts(ports: DemoPorts, respell: Respell): Promise<void> {
  for (const { key, option, name } of servers) {
    const port = ports[key];
    const fault = await tryPort(port);
    if (fault === undefined) continue;
    const state = fault === 'EADDRINUSE' ? 'is taken' : `cannot be used (${fault})`;
    throw new OperatorError(
      `Port ${port} of ${name} ${state}: choose another one, as in \`${respell(option, String(suggestPort(port)))}\`, or stop what uses it.`,
    );
  }
}

function suggestPort(port: number): number {
  return port < 1024 ? 3100 : port > 65_000 ? port - 100 : port + 100;
}

/** Returns the code of the fault, e.g. EADDRINUSE; undefined if the port is free. */
function tryPort(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code ?? error.message);
    });
    server.listen(port, '127.0.0.1', () => {
      server.close(() => {
        resolve(undefined);
      });
    });
  });
}

const Running = z.object({ pid: z.number(), lmsPort: z.number() });

/** @throws OperatorError if another demo uses the folder */
export async function refuseSecondDemo(folder: string): Promise<void> {
  const other = readNote(noteIn(folder));
  // A killed demo leaves its lock file behind: its process or its port is then gone.
  if (other === undefined || !isAlive(other.pid)) return;
  if ((await tryPort(other.lmsPort)) !== 'EADDRINUSE') return;
  throw new OperatorError(
    `The demo is already running: open http://lms.localhost:${other.lmsPort}, or stop it with Ctrl+C, or start a ` +
      'second one with other ports and another folder (`npm start -- --port 3100 --data data-2`).',
  );
}

/**
 * Writes a lock file; returns a function that removes it.
 * @throws OperatorError if the folder cannot be written
 */
export function claimFolder(folder: string, { lmsPort }: DemoPorts): () => void {
  const note = noteIn(folder);
  inFolder(folder, () => {
    makeFolder(folder);
    writeFileSync(note, JSON.stringify({ pid: process.pid, lmsPort }));
  });
  return () => {
    rmSync(note, { force: true });
  };
}

const noteIn = (folder: string): string => join(folder, 'demo-running.json');

export function inFolder<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === '') throw error;
    const isFile = code === 'ENOTDIR' || code === 'EEXIST';
    const fault = isFile ? 'a file has that name' : `${code}: this account cannot write there`;
    throw new OperatorError(
      `The demo cannot use its data folder ${folder} (${fault}). Choose another one, as in \`npm start -- --data folder\`.`,
    );
  }
}

function readNote(file: string): z.infer<typeof Running> | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return Running.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // A demo was killed while it wrote the file.
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: a process of another account exists.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
