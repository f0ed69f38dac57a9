import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';

const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

interface Run {
  readonly child: ChildProcess;
  readonly output: Promise<string>;
  readonly errors: Promise<string>;
  readonly code: Promise<number | null>;
  readonly firstLine: Promise<string>;
}

function run(...args: readonly string[]): Run {
  const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/lms/main.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  const code = once(child, 'exit').then(() => child.exitCode);
  const firstLine = once(child.stdout, 'data').then(([chunk]) => String(chunk).split('\n', 1)[0] ?? '');
  return { child, output: text(child.stdout), errors: text(child.stderr), code, firstLine };
}

describe('the command of the sandbox LMS', () => {
  it('prints its addresses on one JSON line and stops cleanly on SIGTERM', async () => {
    const lms = run('--port', '0');
    const line: unknown = JSON.parse(await lms.firstLine);
    expect(line).toHaveProperty('listening');
    const { listening } = line as { listening: string }; // asserted just above
    expect((await fetch(listening)).status).toBe(200);
    lms.child.kill('SIGTERM');
    expect(await lms.code).toBe(0);
    expect(await lms.errors).toBe('');
  });

  it('fails with one line and code 1 when its port is in use', async () => {
    const first = run('--port', '0');
    const { port } = new URL((JSON.parse(await first.firstLine) as { listening: string }).listening); // its only form
    const second = run('--port', port);
    expect(await second.code).toBe(1);
    expect(await second.errors).toBe('The port is taken. Choose another with --port.\n');
  });

  it.each([
    ['an unknown option', ['--wrong']],
    ['a port that is none', ['--port', '70000']],
    ['an address that is none', ['--tool-url', 'tool']],
  ])('fails with one line and code 1 for %s', async (_what, args) => {
    const lms = run(...args);
    expect(await lms.code).toBe(1);
    expect((await lms.errors).trimEnd().split('\n')).toHaveLength(1);
    expect(await lms.output).toBe('');
  });

  it('prints a help text', async () => {
    const lms = run('--help');
    expect(await lms.code).toBe(0);
    expect(await lms.output).toContain('--data-file PATH');
  });
});
