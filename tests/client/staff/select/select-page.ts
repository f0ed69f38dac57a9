/** The page of a selection in a test's hands: rendered over the selection API, pressed and read as people do. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { expect, vi } from 'vitest';
import { Caller } from '../../../../client/src/api/caller.ts';
import { Http } from '../../../../client/src/api/http.ts';
import { toProblem } from '../../../../client/src/api/problem.ts';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import Select from '../../../../client/src/staff/select/Select.svelte';
import { Session } from '../../../../client/src/state/session.svelte.ts';
import { TabMemory } from '../../../../client/src/state/tab-memory.ts';
import type { SelectAnswer, SelectChoice } from '../../../../server/contract/select.ts';
import { HandTimers, settle } from '../../support/hand-timers.ts';
import { TabHistory } from '../../support/page.ts';
import { sampleAnswer, SelectServer } from './select-server.ts';

interface Posted {
  readonly action: string;
  readonly method: string;
  readonly fields: Readonly<Record<string, string>>;
}

export class SelectPage {
  readonly server = new SelectServer();
  readonly timers = new HandTimers();
  /** What survives a reload. */
  readonly history = new TabHistory();
  /** Codes of what the page handed over. */
  readonly problems: string[] = [];
  /** What the browser was made to post: the one thing that is not done for real here. */
  readonly posted: Posted[] = [];

  constructor() {
    locale.current = 'fr';
    const { posted } = this;
    vi.spyOn(HTMLFormElement.prototype, 'submit').mockImplementation(function (this: HTMLFormElement) {
      expect(this.isConnected).toBe(true);
      const inputs = [...this.querySelectorAll('input')].map(({ name, value }) => [name, value] as const);
      posted.push({ action: this.action, method: this.method, fields: Object.fromEntries(inputs) });
    });
  }

  async show(
    accepts: Partial<SelectAnswer['accepts']> = {},
    current: SelectAnswer['current'] = null,
  ): Promise<void> {
    this.server.answer = { ...sampleAnswer, current, accepts: { ...sampleAnswer.accepts, ...accepts } };
    const http = new Http(this.server.fetch, this.timers);
    const tab = new TabMemory(this.history);
    const session = new Session(http, tab, this.timers);
    await session.enter('the-code-of-a-launch-1234');
    render(Select, {
      session,
      drafts: new Map(),
      tab,
      caller: new Caller(http, session, this.timers),
      onproblem: (error: unknown) => {
        this.problems.push(toProblem(error).code);
      },
    });
    await settle();
  }

  /** Resolves once the tab has stored the content of the page. */
  async reload(expected: RegExp): Promise<void> {
    await waitFor(() => {
      expect(JSON.stringify(this.history.state)).toMatch(expected);
    });
    cleanup();
    await this.show();
  }

  close(): void {
    cleanup();
    vi.restoreAllMocks();
  }

  get title(): string {
    return screen.getByRole<HTMLInputElement>('textbox').value;
  }

  get heading(): string {
    return screen.getByRole('heading', { level: 1 }).textContent;
  }

  get lastChoices(): readonly SelectChoice[] {
    const last = this.server.sent.at(-1);
    return last !== undefined && 'choices' in last ? last.choices : [];
  }

  async press(name: string | RegExp): Promise<void> {
    await fireEvent.click(screen.getByRole('button', { name }));
    await settle();
  }

  async choose(role: 'radio' | 'checkbox', name: string | RegExp): Promise<void> {
    await fireEvent.click(screen.getByRole(role, { name }));
  }

  async pick(list: string, value: string): Promise<void> {
    await fireEvent.change(screen.getByRole('combobox', { name: list }), { target: { value } });
  }

  async type(text: string): Promise<void> {
    await fireEvent.input(screen.getByRole('textbox'), { target: { value: text } });
  }
}

/** Text that a control is described by. */
export function descriptionOf(element: HTMLElement): string {
  return document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent.trim() ?? '';
}
