/** The laws explore a scene for up to a minute: a process of its own keeps the game going. */
import { fork } from 'node:child_process';
import { extname, join } from 'node:path';
import type { Problem } from '../../scenarios/kit/yaml-source.ts';
import type { SceneFolder } from './scene-folder.ts';

export function runLaws({ path }: SceneFolder): Promise<readonly Problem[]> {
  const main = join(import.meta.dirname, `laws-main${extname(import.meta.filename)}`);
  const child = fork(main, [path]);
  return new Promise((resolve, reject) => {
    child.once('message', (problems) => {
      // From our own process.
      resolve(problems as Problem[]);
    });
    child.once('exit', (code) => {
      reject(new Error(`the laws ended with code ${String(code)}`));
    });
  });
}
