import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actionsFr } from '../../../../client/src/i18n/catalogues/actions.fr.ts';
import { personFr } from '../../../../client/src/i18n/catalogues/person.fr.ts';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import AttemptReview from '../../../../client/src/staff/review/AttemptReview.svelte';
import Review from '../../../../client/src/staff/review/Review.svelte';
import type { ReviewAnswer, StaffReview } from '../../../../server/contract/review.ts';
import type { PersonActionsAnswer } from '../../../../server/contract/staff-actions.ts';
import { Caller } from '../../../../client/src/api/caller.ts';
import { Http } from '../../../../client/src/api/http.ts';
import { Session } from '../../../../client/src/state/session.svelte.ts';
import { TabMemory } from '../../../../client/src/state/tab-memory.ts';
import { HandTimers, settle } from '../../support/hand-timers.ts';
import { TabHistory } from '../../support/page.ts';
import { sampleActions, sampleAttempt } from '../actions/actions-server.ts';
import { sampleCompared, sampleReview } from './sample-review.ts';

const second = sampleCompared({ id: 'attempt-2', number: 2, status: 'open', endedAt: null, score: null });
const attempts = [second, sampleCompared()];

function reviewOf(id: string): StaffReview {
  const attempt = attempts.find((one) => one.id === id) ?? second;
  return sampleReview({ attempt, attempts });
}

/** A request about the first attempt waits, and the second has begun. */
const actions: PersonActionsAnswer = sampleActions(sampleAttempt(), {
  attempts: { limit: null, next: 3, list: [sampleAttempt({ id: 'attempt-2', number: 2 }), sampleAttempt()] },
  reviewRequests: [
    { id: 'request-1', attemptNumber: 1, askedAt: 0, question: '', answeredAt: null, answer: '' },
  ],
});

const answers = new Map<string, unknown>([
  [
    '/api/review',
    {
      view: 'staff',
      isOtherGroup: false,
      attempts,
      latest: reviewOf('attempt-2'),
      timeZone: 'America/Montreal',
    },
  ],
  ['/api/review/attempt-1', reviewOf('attempt-1')],
  ['/api/review/attempt-2', reviewOf('attempt-2')],
  ['/api/activity/people/person-1', actions],
] satisfies [string, ReviewAnswer | StaffReview | PersonActionsAnswer][]);

const fetchAnswer: typeof fetch = (input) => {
  const path = typeof input === 'string' ? input : new Request(input).url;
  return Promise.resolve(Response.json(answers.get(path) ?? {}, { status: answers.has(path) ? 200 : 404 }));
};

function parts() {
  const timers = new HandTimers();
  const http = new Http(fetchAnswer, timers);
  const tab = new TabMemory(new TabHistory());
  const session = new Session(http, tab, timers);
  const tokens = {
    present: 'token',
    token: () => Promise.resolve('token'),
    renew: () => Promise.resolve('token'),
  };
  const onproblem = (error: unknown): never => {
    throw error;
  };
  return { session, tab, caller: new Caller(http, tokens, timers), onproblem };
}

async function showAttempt(attemptId: string): Promise<void> {
  render(AttemptReview, { attemptId, ...parts(), onback: () => undefined });
  await settle();
}

async function press(name: string | RegExp): Promise<void> {
  await fireEvent.click(screen.getByRole('button', { name }));
  await settle();
}

function table(): HTMLElement {
  return screen.getByRole('region', { name: personFr['compare.title'] });
}

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

describe('the work of a person with two attempts', () => {
  it('has the name of the person in its title, whatever letter it begins with', async () => {
    render(AttemptReview, { attemptId: 'attempt-1', name: 'Ada', ...parts(), onback: () => undefined });
    await settle();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Le travail fait par Ada');
  });

  it('says which attempt is shown, and that there is a newer one', async () => {
    await showAttempt('attempt-1');
    const facts = screen.getByRole('region', { name: 'Essai 1 sur 2' });
    expect(facts.textContent).toMatch(/Il y a un essai plus récent\s: l’essai 2\./u);
    const row = within(table()).getByRole('row', { current: true });
    expect(row.textContent).toMatch(/Essai 1, 25 novembre 2026/u);
    expect(row.textContent).toContain(personFr['compare.shown']);
    expect(within(row).queryByRole('button')).toBeNull();
  });

  it('opens another attempt from its row, and starts reading there', async () => {
    await showAttempt('attempt-2');
    expect(screen.getByRole('region', { name: 'Essai 2 sur 2' }).textContent).not.toContain('plus récent');
    await press(/^Essai 1, 25 novembre 2026/u);
    expect(screen.getByRole('region', { name: 'Essai 1 sur 2' })).toBeTruthy();
    expect(document.activeElement?.textContent.trim()).toBe('Essai 1 sur 2');
    await press(/^Essai 2, 25 novembre 2026/u);
    expect(screen.getByRole('region', { name: 'Essai 2 sur 2' })).toBeTruthy();
  });

  it('has what waits above the sheet, with its action, before the actions are known', async () => {
    answers.delete('/api/activity/people/person-1');
    const asked = { id: 'request-1', attemptNumber: 1, askedAt: 0, question: 'Pourquoi?' };
    const request = { ...asked, answeredAt: null, answer: '' };
    const review = { ...reviewOf('attempt-1'), requests: [request], heldFor: ['not-tried'] as const };
    answers.set('/api/review/attempt-1', review);
    await showAttempt('attempt-1');
    answers.set('/api/review/attempt-1', reviewOf('attempt-1'));
    answers.set('/api/activity/people/person-1', actions);
    const waiting = screen.getByRole('region', { name: actionsFr['waiting.title'] });
    expect(waiting.textContent).toContain('Pourquoi?');
    expect(within(waiting).getByRole('button', { name: actionsFr['request.go'] })).toBeTruthy();
    expect(within(waiting).getByRole('button', { name: actionsFr['held.count'] })).toBeTruthy();
    const sheet = screen.getByRole('region', { name: 'Essai 1 sur 2' });
    expect(waiting.compareDocumentPosition(sheet) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  it('opens the attempt that a request is about, unless it is shown', async () => {
    await showAttempt('attempt-2');
    const card = screen.getByRole('region', { name: actionsFr['request.title'] });
    await fireEvent.click(within(card).getByRole('button', { name: 'Voir l’essai 1' }));
    await settle();
    expect(screen.getByRole('region', { name: 'Essai 1 sur 2' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Voir l’essai 1' })).toBeNull();
  });

  it('opens another attempt from its row when staff come from the gradebook', async () => {
    render(Review, { ...parts(), drafts: new Map() });
    await settle();
    await press(/^Essai 1, 25 novembre 2026/u);
    expect(screen.getByRole('region', { name: 'Essai 1 sur 2' })).toBeTruthy();
    expect(document.activeElement?.textContent.trim()).toBe('Essai 1 sur 2');
  });
});

describe('the work of a person, from the gradebook', () => {
  const namePath = '/api/activity/people/person-1/name';

  async function title(): Promise<string> {
    render(Review, { ...parts(), drafts: new Map() });
    await settle();
    return screen.getByRole('heading', { level: 1 }).textContent;
  }

  afterEach(() => {
    answers.delete(namePath);
  });

  it('has the name of the person in its title, as from the list, when the LMS shares it', async () => {
    answers.set(namePath, { name: 'Ada' });
    expect(await title()).toBe('Le travail fait par Ada');
  });

  it.each([
    ['withholds names', { name: null }],
    ['does not answer', undefined],
  ])('is of « cette personne » when the LMS %s', async (_, answer) => {
    if (answer !== undefined) answers.set(namePath, answer);
    expect(await title()).toBe('Le travail de cette personne');
    expect(screen.getByRole('region', { name: 'Essai 2 sur 2' })).toBeTruthy();
  });
});
