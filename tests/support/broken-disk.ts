/**
 * A disk of its own for one command: a small one that is full, or one that cannot be written. It is mounted in a
 * namespace of its own, so that even root can write nothing there, and nothing stays mounted whatever happens.
 * A limit on the size of files (`ulimit -f`) would be another fault: SQLite tells it from a full disk.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { toolMain } from './tool-main.ts';
import type { CommandResult } from './tool-process.ts';

const root = resolve(import.meta.dirname, '../..');

/** Where there is no right to mount, a namespace of users gives it, if the machine lets it. */
const unshare = ['--mount', ...(process.getuid?.() === 0 ? [] : ['--map-root-user'])];

const faults = {
  full: 'cat /dev/zero > "$disk/rest" 2> /dev/null',
  'read-only': 'mount -o remount,ro "$disk"',
} as const;

export type DiskFault = keyof typeof faults;

/** Why no disk can be had here, as one line; undefined where it can. */
export function findDiskAbsence(): string | undefined {
  const probe =
    'disk=$(mktemp -d); mount -t tmpfs tmpfs "$disk"; code=$?; umount "$disk"; rmdir "$disk"; exit $code';
  const { status } = spawnSync('unshare', [...unshare, 'sh', '-c', probe], { stdio: 'ignore' });
  return status === 0
    ? undefined
    : 'broken disks were not run: this machine lets us mount none (`unshare --mount`)';
}

/**
 * Runs a command of the tool with `file` as its database on a disk with this fault, and copies the database back to
 * `file` at the end, as the command left it.
 */
export function runOnDisk(
  fault: DiskFault,
  file: string,
  command: { readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> },
): Promise<CommandResult> {
  const script = [
    'disk=$1; file=$2; shift 2',
    'mount -t tmpfs -o size=512k tmpfs "$disk" && cp "$file" "$disk/numplus.db" || exit 99',
    faults[fault],
    '"$@"; code=$?',
    'cp "$disk/numplus.db" "$file" || exit 98',
    'exit $code',
  ].join('\n');
  return runOnMount(script, (disk) => ({
    args: [file, process.execPath, ...toolMain(), ...command.args],
    env: { ...command.env, DATABASE_URL: `sqlite:${join(disk, 'numplus.db')}` },
  }));
}

/** Runs a script of the tests with a disk of its own of this size, whose path is its argument. */
export function runScriptOnDisk(size: string, script: string): Promise<CommandResult> {
  const mount = `mount -t tmpfs -o size=${size} tmpfs "$1" && exec "$2" --import tsx "$3" "$1"`;
  return runOnMount(mount, () => ({ args: [process.execPath, script], env: process.env }));
}

/** Runs a script of the shell that mounts at its first argument. */
async function runOnMount(
  script: string,
  command: (disk: string) => { readonly args: readonly string[]; readonly env: NodeJS.ProcessEnv },
): Promise<CommandResult> {
  const disk = mkdtempSync(join(tmpdir(), 'numplus-disk-'));
  const { args, env } = command(disk);
  const child = spawn('unshare', [...unshare, 'sh', '-c', script, 'sh', disk, ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  rmSync(disk, { recursive: true });
  return { code, stdout, stderr };
}
