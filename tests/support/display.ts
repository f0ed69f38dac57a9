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
  return {
    name,
    press: async (key) => {
      await run('xdotool', ['key', '--clearmodifiers', key], { env: { ...process.env, DISPLAY: name } });
    },
    close: async () => {
      server.kill();
      await ended;
    },
  };
}
