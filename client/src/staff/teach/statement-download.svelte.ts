/** The activity's statements as a file: asked for, on its way, ready to be saved. */
import type { Caller } from '../../api/caller.ts';
import { isSessionOver, toProblem } from '../../api/problem.ts';

export type DownloadPurpose = 'operational' | 'research';

export interface StatementDownloadDeps {
  readonly caller: Pick<Caller, 'file'>;
  /** Hands over what the page cannot show itself. */
  readonly onproblem: (error: unknown) => void;
  /** The address under which the browser keeps a file of this page. */
  readonly toUrl: (file: Blob) => string;
}

export interface ReadyFile {
  readonly url: string;
  readonly name: string;
}

export class StatementDownload {
  state: 'none' | 'busy' | 'ready' | 'empty' | 'not' = $state('none');
  file: ReadyFile | null = $state.raw(null);
  readonly #deps: StatementDownloadDeps;

  constructor(deps: StatementDownloadDeps) {
    this.#deps = deps;
  }

  /** Fetches the file; answers it where there is something in it. */
  async fetch(purpose: DownloadPurpose): Promise<ReadyFile | null> {
    if (this.state === 'busy') return null;
    this.state = 'busy';
    this.file = null;
    try {
      const blob = await this.#deps.caller.file(`/api/activity/statements?purpose=${purpose}`);
      this.file = blob.size === 0 ? null : { url: this.#deps.toUrl(blob), name: `numplus-${purpose}.jsonl` };
      this.state = this.file === null ? 'empty' : 'ready';
    } catch (error) {
      this.state = 'not';
      if (isSessionOver(toProblem(error))) this.#deps.onproblem(error);
    }
    return this.file;
  }
}
