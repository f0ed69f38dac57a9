/**
 * A full or read-only disk for one command, mounted in a separate namespace, so that not even root can write to it and
 * nothing stays mounted. `ulimit -f` would not do: SQLite reports it differently from a full disk.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { toolMain } from './tool-main.ts';
import type { CommandResult } from './tool-process.ts';

const root = resolve(import.meta.dirname, '../..');

/** Without the right to mount, a user namespace may grant it. */
const unshare = ['--mount', ...(process.getuid?.() === 0 ? [] : ['--map-root-user'])];

const faults = {
  full: 'cat /dev/zero > "$disk/rest" 2> /dev/null',
  'read-only': 'mount -o remount,ro "$disk"',
} as const;

export type DiskFault = keyof typeof faults;

/** Why such a disk is not available here, as one line; undefined if it is. */
export function findDiskAbsence(): string | undefined {
  const probe =
    'disk=$(mktemp -d); mount -t tmpfs tmpfs "$disk"; code=$?; umount "$disk"; rmdir "$disk"; exit $code';
  const { status } = spawnSync('unshare', [...unshare, 'sh', '-c', probe], { stdio: 'ignore' });
  return status === 0
    ? undefined
    : 'broken disks were not run: this machine lets us mount none (`unshare --mount`)';
}

/**
 * Runs a command with a copy of the database `file` on a disk with this fault, and copies it back to `file` afterwards.
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

/** Runs a test script with the path of a disk of this size as its argument. */
export function runScriptOnDisk(size: string, script: string): Promise<CommandResult> {
  const mount = `mount -t tmpfs -o size=${size} tmpfs "$1" && exec "$2" --import tsx "$3" "$1"`;
  return runOnMount(mount, () => ({ args: [process.execPath, script], env: process.env }));
}

/** Runs a shell script that mounts at its first argument. */
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
