import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Caller } from '../../../client/src/api/caller.ts';
import { Http } from '../../../client/src/api/http.ts';
import { actionsFr } from '../../../client/src/i18n/catalogues/actions.fr.ts';
import { locale } from '../../../client/src/i18n/i18n.svelte.ts';
import StaffApp from '../../../client/src/staff/StaffApp.svelte';
import { Session } from '../../../client/src/state/session.svelte.ts';
import { TabMemory } from '../../../client/src/state/tab-memory.ts';
import { HandTimers, settle } from '../support/hand-timers.ts';
import { TabHistory } from '../support/page.ts';
import { sampleActions } from './actions/actions-server.ts';
import { sampleReview } from './review/sample-review.ts';
import { sampleActivity, sampleView } from './teach/teach-samples.ts';
import { TeachServer } from './teach/teach-server.ts';

const courseLink = { name: 'Retourner au cours' };

let server: TeachServer;
/** What survives a reload. */
let history: TabHistory;

beforeEach(() => {
  locale.current = 'fr';
  server = new TeachServer();
  history = new TabHistory();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

async function show(code: string | null = 'the-code-of-a-launch-1234'): Promise<void> {
  const timers = new HandTimers();
  const tab = new TabMemory(history);
  const http = new Http(server.fetch, timers);
  const session = new Session(http, tab, timers);
  const caller = new Caller(http, session, timers);
  render(StaffApp, { session, caller, tab, code });
  await settle();
}

function asksBeforeReload(): boolean {
  return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
}

describe('a staff page', () => {
  it('never mentions a game when it cannot be shown, and can be loaded again', async () => {
    server.refusal = 404;
    await show();
    await screen.findByRole('heading', { name: 'Nous n’arrivons pas à ouvrir cette page' });
    server.refusal = null;
    await fireEvent.click(screen.getByRole('button', { name: 'Réessayer' }));
    await screen.findByRole('heading', { name: 'Une semaine aux Ateliers' });
  });

  it('continues after a reload in the chosen language', async () => {
    await show();
    await screen.findByRole('button', { name: 'Essayer l’activité' });
    await fireEvent.click(screen.getByRole('button', { name: 'English' }));
    cleanup();
    locale.current = 'fr';
    await show(null);
    await screen.findByRole('button', { name: 'Try the activity' });
  });

  it('leads back to the course from the list and from a person’s page when the launch brought an address', async () => {
    const way = (): string[] =>
      screen.getAllByRole<HTMLAnchorElement>('link', courseLink).map(({ href }) => href);
    server.activity = sampleActivity([sampleView(1)]);
    await show();
    await screen.findByRole('button', { name: 'Essayer l’activité' });
    expect(way()).toEqual(['https://lms.example/course']);
    await fireEvent.click(screen.getByRole('button', { name: /^Voir le travail/ }));
    expect(way()).toEqual(['https://lms.example/course']);
    server.refusal = 401;
    cleanup();
    await show(null);
    await screen.findByRole('heading', { name: 'Votre session est terminée' });
    expect(way()).toEqual(['https://lms.example/course']);
  });

  it('has no link to a course when the launch brought no address', async () => {
    server.returnUrl = null;
    await show();
    await screen.findByRole('button', { name: 'Essayer l’activité' });
    expect(screen.queryByRole('link', courseLink)).toBeNull();
  });

  it('lets Back leave the list without a question, and asks while a note is typed and not saved, before a reload too', async () => {
    const back = vi.spyOn(window.history, 'back').mockImplementation(() => undefined);
    const forward = vi.spyOn(window.history, 'forward').mockImplementation(() => undefined);
    const goBack = async (): Promise<void> => {
      back.mockClear();
      forward.mockClear();
      history.state = { guard: false };
      window.dispatchEvent(new PopStateEvent('popstate'));
      await settle();
    };
    const asks = (): boolean => screen.queryByRole('dialog', { name: 'Quitter cette page?' }) !== null;
    server.activity = sampleActivity([sampleView(1)]);
    server.others.set('/api/review/attempt-1', sampleReview());
    server.others.set('/api/activity/people/person-1', sampleActions());
    await show();
    await screen.findByRole('button', { name: 'Essayer l’activité' });
    await goBack();
    expect(asks()).toBe(false);
    expect(back).toHaveBeenCalled();
    expect(forward).not.toHaveBeenCalled();
    expect(asksBeforeReload()).toBe(false);
    await fireEvent.click(screen.getByRole('button', { name: /^Voir le travail/ }));
    const note = await screen.findByLabelText(actionsFr['note.label']);
    await fireEvent.input(note, { target: { value: 'À revoir.' } });
    expect(asksBeforeReload()).toBe(true);
    await goBack();
    await screen.findByRole('button', { name: 'Essayer l’activité' });
    expect(asks()).toBe(false);
    await goBack();
    expect(asks()).toBe(true);
    expect(forward).toHaveBeenCalled();
  });

  it('does not mention the reader’s own work when the session is over', async () => {
    server.refusal = 401;
    await show();
    await screen.findByRole('heading', { name: 'Votre session est terminée' });
    screen.getByText('Rouvrez cette page à partir de votre cours. Ce qui est enregistré n’est pas perdu.');
  });
});
