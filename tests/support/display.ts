/** A virtual display on which a browser has a window, for keys that only a window gets, e.g. Alt+Left. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Display {
  /** E.g. `:99`. */
  readonly name: string;
  /** Presses a key of the focused window, in the names of xdotool, e.g. `alt+Left`. */
  readonly press: (key: string) => Promise<void>;
  /** Presses what is at this place of the screen. */
  readonly click: (x: number, y: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Null if this machine has no Xvfb or no xdotool. */
export async function openDisplay(): Promise<Display | null> {
  try {
    await run('which', ['Xvfb', 'xdotool']);
  } catch {
    return null;
  }
  // The server picks a free number and writes it to this descriptor once it is ready.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const ended = once(server, 'exit');
  const pipe = server.stdio[3];
  if (pipe === null || pipe === undefined) throw new Error('Xvfb has no pipe for its number');
  const [number] = (await once(pipe, 'data')) as [Buffer];
  const name = `:${number.toString().trim()}`;
  const act = (...actions: readonly string[]): Promise<unknown> =>
    run('xdotool', actions, { env: { ...process.env, DISPLAY: name } });
  return {
    name,
    press: async (key) => {
      await act('key', '--clearmodifiers', key);
    },
    click: async (x, y) => {
      await act('mousemove', String(x), String(y), 'click', '1');
    },
    close: async () => {
      server.kill();
      await ended;
    },
  };
}
