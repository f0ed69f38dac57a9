import type { Caller } from '../api/caller.ts';
import { isConnectionProblem, isSessionOver, toProblem } from '../api/problem.ts';
import type { ReadyFile } from './ready-file.ts';

export interface FileDownloadDeps {
  readonly caller: Pick<Caller, 'file'>;
  readonly onproblem: (error: unknown) => void;
  readonly toUrl: (file: Blob) => string;
}

export class FileDownload {
  /** `lost`: the connection broke. `not`: the server has no file. */
  state: 'none' | 'busy' | 'ready' | 'empty' | 'lost' | 'not' = $state('none');
  file: ReadyFile | null = $state.raw(null);
  /** Whole minutes until the server gives another file; 0 if it did not say. */
  waitMinutes = $state(0);
  readonly #deps: FileDownloadDeps;

  constructor(deps: FileDownloadDeps) {
    this.#deps = deps;
  }

  /** Always starts from the beginning: a part must not look complete. */
  async fetch(path: string, name: string): Promise<void> {
    if (this.state === 'busy') return;
    this.state = 'busy';
    this.file = null;
    this.waitMinutes = 0;
    try {
      const blob = await this.#deps.caller.file(path);
      this.file = blob.size === 0 ? null : { url: this.#deps.toUrl(blob), name };
      this.state = this.file === null ? 'empty' : 'ready';
    } catch (error) {
      const problem = toProblem(error);
      this.state = isConnectionProblem(problem) ? 'lost' : 'not';
      this.waitMinutes = Math.ceil(Number(problem.params.waitS ?? 0) / 60);
      if (isSessionOver(problem)) this.#deps.onproblem(error);
    }
  }
}
