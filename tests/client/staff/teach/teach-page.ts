/** The staff page of an activity, on a server that a test sets up. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, vi } from 'vitest';
import { Caller } from '../../../../client/src/api/caller.ts';
import { Http } from '../../../../client/src/api/http.ts';
import { toProblem } from '../../../../client/src/api/problem.ts';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import Teach from '../../../../client/src/staff/teach/Teach.svelte';
import { Session } from '../../../../client/src/state/session.svelte.ts';
import { TabMemory } from '../../../../client/src/state/tab-memory.ts';
import { HandTimers, settle } from '../../support/hand-timers.ts';
import { TabHistory } from '../../support/page.ts';
import { TeachServer } from './teach-server.ts';

export interface TeachPage {
  server: TeachServer;
  /** Codes that end the page. */
  problems: string[];
  /** What survives a reload. */
  history: TabHistory;
}

/** A new server for each test of the file. */
export function setUpTeachPage(): TeachPage {
  const page: TeachPage = { server: new TeachServer(), problems: [], history: new TabHistory() };
  beforeEach(() => {
    locale.current = 'fr';
    page.server = new TeachServer();
    page.problems = [];
    page.history = new TabHistory();
  });
  afterEach(() => {
    cleanup();
    vi.restoreAllMocks();
  });
  return page;
}

export async function show(page: TeachPage): Promise<void> {
  const timers = new HandTimers();
  const http = new Http(page.server.fetch, timers);
  const tab = new TabMemory(page.history);
  const session = new Session(http, tab, timers);
  await session.enter('the-code-of-a-launch-1234');
  render(Teach, {
    session,
    tab,
    drafts: new Map(),
    caller: new Caller(http, session, timers),
    onproblem: (error: unknown) => {
      page.problems.push(toProblem(error).code);
    },
  });
  await settle();
}

export async function reload(page: TeachPage): Promise<void> {
  cleanup();
  await show(page);
}

export function group(name: RegExp): HTMLElement {
  return screen.getByRole('region', { name });
}

export async function press(name: string | RegExp): Promise<void> {
  await fireEvent.click(screen.getByRole('button', { name }));
  await settle();
}

/** What a card says about the button that was pressed in it. */
export function answerIn(name: RegExp): string {
  return within(group(name))
    .getAllByRole('status')
    .map(({ textContent }) => textContent.trim())
    .join('');
}

export function said(): string[] {
  return screen.getAllByRole('status').map(({ textContent }) => textContent.trim());
}
