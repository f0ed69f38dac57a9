/** A small file of the activity: asked for, on its way, ready to be saved. */
import type { Caller } from '../../api/caller.ts';
import { isConnectionProblem, isSessionOver, toProblem } from '../../api/problem.ts';
import type { ReadyFile } from '../kit/ready-file.ts';

export interface FileDownloadDeps {
  readonly caller: Pick<Caller, 'file'>;
  /** Hands over what the page cannot show itself. */
  readonly onproblem: (error: unknown) => void;
  /** The address under which the browser keeps a file of this page. */
  readonly toUrl: (file: Blob) => string;
}

export class FileDownload {
  /** `lost`: the connection broke, and nothing was kept of what had come. `not`: the server has no answer. */
  state: 'none' | 'busy' | 'ready' | 'empty' | 'lost' | 'not' = $state('none');
  file: ReadyFile | null = $state.raw(null);
  readonly #deps: FileDownloadDeps;

  constructor(deps: FileDownloadDeps) {
    this.#deps = deps;
  }

  /** Fetches the file from its beginning, always: half of one must not look like a whole one. */
  async fetch(path: string, name: string): Promise<void> {
    if (this.state === 'busy') return;
    this.state = 'busy';
    this.file = null;
    try {
      const blob = await this.#deps.caller.file(path);
      this.file = blob.size === 0 ? null : { url: this.#deps.toUrl(blob), name };
      this.state = this.file === null ? 'empty' : 'ready';
    } catch (error) {
      const problem = toProblem(error);
      this.state = isConnectionProblem(problem) ? 'lost' : 'not';
      if (isSessionOver(problem)) this.#deps.onproblem(error);
    }
  }
}
