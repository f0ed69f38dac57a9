/** What staff do for one person, on a server that a test sets up. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach } from 'vitest';
import { toProblem } from '../../../../client/src/api/problem.ts';
import { actionsFr } from '../../../../client/src/i18n/catalogues/actions.fr.ts';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import { PersonView } from '../../../../client/src/staff/actions/person-view.svelte.ts';
import PersonActions from '../../../../client/src/staff/actions/PersonActions.svelte';
import WaitingActions from '../../../../client/src/staff/actions/WaitingActions.svelte';
import { settle } from '../../support/hand-timers.ts';
import { sampleReview } from '../review/sample-review.ts';
import { ActionsServer } from './actions-server.ts';

export interface ActionsPage {
  server: ActionsServer;
  /** Statuses that end the page. */
  problems: number[];
  changes: number;
}

/** A new server for each test of the file. */
export function setUpActionsPage(): ActionsPage {
  const page: ActionsPage = { server: new ActionsServer(), problems: [], changes: 0 };
  beforeEach(() => {
    locale.current = 'fr';
    Object.assign(page, { server: new ActionsServer(), problems: [], changes: 0 });
  });
  afterEach(cleanup);
  return page;
}

export async function show(page: ActionsPage): Promise<void> {
  const view = new PersonView({
    caller: page.server.caller(),
    personId: 'person-1',
    onproblem: (error: unknown) => page.problems.push(toProblem(error).status),
    onchange: () => {
      page.changes += 1;
    },
  });
  void view.read();
  render(WaitingActions, { view, review: sampleReview() });
  render(PersonActions, { view, attemptId: 'attempt-1' });
  await settle();
}

export function button(name: string): HTMLElement {
  return screen.getByRole('button', { name });
}

export async function press(name: string): Promise<void> {
  button(name).focus();
  await fireEvent.click(button(name));
  await settle();
}

export function card(title: string): HTMLElement {
  return screen.getByRole('region', { name: title });
}

/** What a card says about its action. */
export function said(title: string): string {
  return within(card(title)).getByRole('status').textContent.trim();
}

export const note = (): HTMLTextAreaElement => screen.getByLabelText(actionsFr['note.label']);

export async function writeNote(text: string): Promise<void> {
  await fireEvent.input(note(), { target: { value: text } });
  await press(actionsFr['note.go']);
}
