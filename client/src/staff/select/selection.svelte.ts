import type { SelectAnswer, SelectReply, SelectRequest } from '../../../../server/contract/select.ts';
import type { Caller } from '../../api/caller.ts';
import { isConnectionProblem, isSessionOver, toProblem } from '../../api/problem.ts';
import type { Language } from '../../i18n/i18n.svelte.ts';
import {
  changeDraft,
  createDraft,
  createDraftAgain,
  type Draft,
  type Faults,
  findFaults,
  toChoice,
} from './draft.ts';
import type { StoredChoice } from './stored-choice.ts';

type ProblemText = 'problem.connection' | 'problem.content' | 'problem.accepted' | 'problem.other';

interface SelectionDeps {
  readonly answer: SelectAnswer;
  readonly caller: Caller;
  readonly language: Language;
  /** What the page held before a reload. */
  readonly stored: StoredChoice | null;
  readonly postForm: (address: string, fields: Readonly<Record<string, string>>) => void;
  readonly onproblem: (error: unknown) => void;
}

export class Selection {
  step: 'edit' | 'summary' | 'leaving' = $state('edit');
  draft: Draft | null = $state.raw(null);
  chosen: readonly Draft[] = $state.raw([]);
  /** Index in `chosen`; null for a new one. */
  changing: number | null = $state(null);
  showsFaults = $state(false);
  problem: ProblemText | null = $state(null);
  isBusy = $state(false);
  readonly answer: SelectAnswer;
  readonly #deps: SelectionDeps;
  #sent: SelectRequest = { cancel: true };

  constructor(deps: SelectionDeps) {
    this.#deps = deps;
    this.answer = deps.answer;
    const fresh = createDraftAgain(deps.answer, deps.language) ?? createDraft(deps.answer, deps.language);
    const { stored } = deps;
    this.draft = stored === null ? fresh : stored.draft;
    this.step = stored?.step ?? 'edit';
    this.chosen = stored?.chosen ?? [];
    this.changing = stored?.changing ?? null;
  }

  /** Stored for a reload; null once sent. */
  get stored(): StoredChoice | null {
    const { step, draft, chosen, changing } = this;
    return step === 'leaving' ? null : { step, draft, chosen, changing };
  }

  get faults(): Faults {
    if (this.draft === null || !this.showsFaults) return { scenes: null, title: null };
    return findFaults(this.answer, this.draft);
  }

  change(change: Partial<Draft>): void {
    if (this.draft !== null) this.draft = changeDraft(this.answer, this.draft, change);
  }

  check(): boolean {
    const { draft } = this;
    if (draft === null) return false;
    this.showsFaults = true;
    const { scenes, title } = this.faults;
    if (scenes !== null || title !== null) return false;
    const { changing } = this;
    this.chosen =
      changing === null
        ? [...this.chosen, draft]
        : this.chosen.map((other, place) => (place === changing ? draft : other));
    this.#show('summary');
    return true;
  }

  addAnother(): void {
    this.draft = createDraft(this.answer, this.chosen.at(-1)?.titleLanguage ?? this.#deps.language);
    this.changing = null;
    this.#show('edit');
  }

  changeChosen(place: number): void {
    this.draft = this.chosen[place] ?? null;
    this.changing = place;
    this.#show('edit');
  }

  remove(place: number): void {
    this.chosen = this.chosen.filter((_, other) => other !== place);
    this.problem = null;
  }

  leaveFields(): void {
    this.#show('summary');
  }

  send(): Promise<void> {
    return this.#leave({ choices: this.chosen.map((draft) => toChoice(this.answer, draft)) });
  }

  cancel(): Promise<void> {
    return this.#leave({ cancel: true });
  }

  /** The server signs again; the LMS accepts only one of the messages. */
  sendAgain(): Promise<void> {
    return this.#leave(this.#sent);
  }

  async #leave(request: SelectRequest): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.problem = null;
    this.#sent = request;
    try {
      const { caller, postForm } = this.#deps;
      const reply = await caller.retried<SelectReply>({ method: 'POST', path: '/api/select', body: request });
      this.step = 'leaving';
      postForm(reply.returnUrl, { JWT: reply.jwt });
    } catch (error) {
      if (isSessionOver(toProblem(error))) this.#deps.onproblem(error);
      else this.problem = textOf(error);
    } finally {
      this.isBusy = false;
    }
  }

  #show(step: 'edit' | 'summary'): void {
    this.showsFaults = false;
    this.problem = null;
    this.step = step;
  }
}

function textOf(error: unknown): ProblemText {
  const problem = toProblem(error);
  if (problem.code === 'activity.content-unknown') return 'problem.content';
  if (problem.code === 'selection.not-accepted') return 'problem.accepted';
  return isConnectionProblem(problem) ? 'problem.connection' : 'problem.other';
}
