import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toProblem } from '../../../../client/src/api/problem.ts';
import { actionsFr } from '../../../../client/src/i18n/catalogues/actions.fr.ts';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import PersonActions from '../../../../client/src/staff/actions/PersonActions.svelte';
import { settle } from '../../support/hand-timers.ts';
import { ActionsServer, sampleActions, sampleAttempt } from './actions-server.ts';

let server: ActionsServer;
let problems: number[];
let changes: number;

beforeEach(() => {
  locale.current = 'fr';
  server = new ActionsServer();
  problems = [];
  changes = 0;
});
afterEach(cleanup);

async function show(): Promise<void> {
  render(PersonActions, {
    personId: 'person-1',
    attemptId: 'attempt-1',
    caller: server.caller(),
    onproblem: (error: unknown) => problems.push(toProblem(error).status),
    onchange: () => {
      changes += 1;
    },
  });
  await settle();
}

function button(name: string): HTMLElement {
  return screen.getByRole('button', { name });
}

async function press(name: string): Promise<void> {
  button(name).focus();
  await fireEvent.click(button(name));
  await settle();
}

function card(title: string): HTMLElement {
  return screen.getByRole('region', { name: title });
}

/** What a card says about its action. */
function said(title: string): string {
  return within(card(title)).getByRole('status').textContent.trim();
}

const note = (): HTMLTextAreaElement => screen.getByLabelText(actionsFr['note.label']);

async function writeNote(text: string): Promise<void> {
  await fireEvent.input(note(), { target: { value: text } });
  await press(actionsFr['note.go']);
}

describe('a note without text', () => {
  it('is not sent if there is nothing to erase, and the page says so', async () => {
    await show();
    await press(actionsFr['note.go']);
    expect(screen.getByRole('alert').textContent).toBe(actionsFr['note.empty']);
    expect(server.sent).toEqual([]);
    expect(document.activeElement).toBe(note());
  });
});

describe('reopening an attempt', () => {
  it('says what it will do and what it did, and moves focus to where the button was', async () => {
    await show();
    expect(card(actionsFr['reopen.title']).textContent).toContain(actionsFr['reopen.text']);
    server.next = sampleActions(sampleAttempt({ reopenObstacle: 'going-on', isReopened: true }));
    await press(actionsFr['reopen.go']);
    expect(server.sent).toEqual([{ path: '/api/activity/attempts/attempt-1/reopen', body: {} }]);
    expect(said(actionsFr['reopen.title'])).toBe(actionsFr['reopen.done']);
    expect(card(actionsFr['reopen.title']).textContent).toContain(actionsFr['reopen.waits']);
    expect(document.activeElement?.textContent).toBe(actionsFr['reopen.title']);
    expect(changes).toBe(1);
  });

  it('says that it is running, and ignores a second press', async () => {
    await show();
    server.hold();
    await press(actionsFr['reopen.go']);
    expect(said(actionsFr['reopen.title'])).toBe(actionsFr.busy);
    await press(actionsFr['reopen.go']);
    await press(actionsFr['note.go']);
    server.release();
    await settle();
    expect(server.sent).toHaveLength(1);
  });

  it.each(['going-on', 'nothing-left', 'superseded'] as const)('is explained when it is %s', async (why) => {
    server.now = sampleActions(sampleAttempt({ reopenObstacle: why }));
    await show();
    expect(card(actionsFr['reopen.title']).textContent).toContain(actionsFr[`reopen.not.${why}`]);
    expect(screen.queryByRole('button', { name: actionsFr['reopen.go'] })).toBeNull();
  });

  it('says that somebody else has done it already', async () => {
    await show();
    server.changed = false;
    await press(actionsFr['reopen.go']);
    expect(said(actionsFr['reopen.title'])).toBe(actionsFr.already);
  });
});

describe('an action whose request failed', () => {
  it('never claims that nothing changed when the connection broke', async () => {
    await show();
    server.next = null;
    await press(actionsFr['reopen.go']);
    await server.pass(10_000);
    expect(said(actionsFr['reopen.title'])).toBe(actionsFr.lost);
    server.next = sampleActions();
    await press(actionsFr['reopen.go']);
    expect(said(actionsFr['reopen.title'])).toBe(actionsFr['reopen.done']);
  });

  it('says so when the server refuses, and reports the end of the session', async () => {
    await show();
    server.next = { code: 'request.invalid', status: 400 };
    await press(actionsFr['reopen.go']);
    expect(said(actionsFr['reopen.title'])).toBe(actionsFr.not);
    server.next = { code: 'session.expired', status: 401 };
    await press(actionsFr['reopen.go']);
    expect(problems).toEqual([401]);
  });

  it('explains a refusal that has a text, and shows the current state', async () => {
    await show();
    server.next = { code: 'attempt.not-reopenable', status: 409 };
    server.now = sampleActions(sampleAttempt({ reopenObstacle: 'superseded' }));
    await press(actionsFr['reopen.go']);
    expect(said(actionsFr['reopen.title'])).toBe(actionsFr['conflict.attempt.not-reopenable']);
    expect(card(actionsFr['reopen.title']).textContent).toContain(actionsFr['reopen.not.superseded']);
  });

  it('can be loaded again when the first request failed', async () => {
    server.isDown = true;
    await show();
    expect(screen.getByRole('alert').textContent).toBe(actionsFr['loading.not']);
    server.isDown = false;
    await press(actionsFr.retry);
    expect(card(actionsFr['settings.title'])).toBeTruthy();
  });
});

describe('the note beside the level', () => {
  it('is sent with the version that was read, and its deletion is announced', async () => {
    await show();
    server.next = sampleActions(sampleAttempt({ note: { text: 'Bruit', revision: 1 } }));
    await writeNote(' Bruit ');
    expect(server.sent).toEqual([
      { path: '/api/activity/attempts/attempt-1/note', body: { text: 'Bruit', revision: 0 } },
    ]);
    expect([said(actionsFr['note.title']), note().value]).toEqual([actionsFr['note.done'], 'Bruit']);
    expect(document.activeElement).toBe(button(actionsFr['note.go']));
    expect(card(actionsFr['note.title']).textContent).toContain(actionsFr['note.erase']);
    await writeNote('');
    expect(said(actionsFr['note.title'])).toBe(actionsFr['note.gone']);
  });

  it('keeps the writer’s text when somebody else wrote meanwhile, and shows both', async () => {
    await show();
    server.next = { code: 'person.changed', status: 409 };
    server.now = sampleActions(sampleAttempt({ note: { text: 'De Karim', revision: 1 } }));
    await writeNote('De moi');
    expect(said(actionsFr['note.title'])).toBe(actionsFr['conflict.person.changed']);
    expect(note().value).toBe('De moi');
    expect(within(card(actionsFr['note.title'])).getByText('De Karim')).toBeTruthy();
    server.next = sampleActions(sampleAttempt({ note: { text: 'De moi', revision: 2 } }));
    await press(actionsFr['note.go']);
    expect(server.sent.at(-1)?.body).toEqual({ text: 'De moi', revision: 1 });
    expect(within(card(actionsFr['note.title'])).queryByText('De Karim')).toBeNull();
  });

  it('keeps a draft when the response to another action does not contain it', async () => {
    await show();
    await fireEvent.input(note(), { target: { value: 'Brouillon' } });
    await press(actionsFr['reopen.go']);
    expect(note().value).toBe('Brouillon');
  });

  it('shows the remaining characters when few are left', async () => {
    await show();
    await fireEvent.input(note(), { target: { value: 'x'.repeat(799) } });
    expect(card(actionsFr['note.title']).textContent).not.toContain('caractères');
    await fireEvent.input(note(), { target: { value: 'x'.repeat(990) } });
    expect(card(actionsFr['note.title']).textContent).toContain('Encore 10 caractères');
  });
});

describe('an attempt that is held', () => {
  it('says why in words, and is counted by one press', async () => {
    server.now = sampleActions(sampleAttempt({ heldFor: ['not-tried', 'machine-fast'] }));
    await show();
    const shown = card(actionsFr['held.title']).textContent;
    for (const key of ['held.not-tried', 'held.machine-fast', 'held.care'] as const) {
      expect(shown).toContain(actionsFr[key]);
    }
    expect(shown).not.toContain(actionsFr['held.repeated']);
    server.next = sampleActions();
    await press(actionsFr['held.count']);
    expect(server.sent).toMatchObject([{ body: { state: 'valid' } }]);
    expect(card(actionsFr['aside.title']).textContent).toContain(actionsFr['held.done']);
  });

  it('is set aside through the same dialog as any other', async () => {
    server.now = sampleActions(sampleAttempt({ heldFor: ['repeated'] }));
    await show();
    await press(actionsFr['held.aside']);
    expect(screen.getByRole('dialog').textContent).toContain(actionsFr['aside.text']);
  });
});

describe('setting an attempt aside', () => {
  const dialog = (): HTMLElement => screen.getByRole('dialog');
  const reason = (): HTMLElement => within(dialog()).getByRole('combobox');

  it('asks for a reason, lists every consequence, and does nothing without one', async () => {
    server.now = sampleActions(sampleAttempt({ isInGradebook: true }));
    await show();
    await press(actionsFr['aside.open']);
    for (const key of ['aside.text', 'aside.gradebook', 'aside.learner', 'aside.note.hint'] as const) {
      expect(dialog().textContent).toContain(actionsFr[key]);
    }
    await press(actionsFr['aside.go']);
    expect(server.sent).toEqual([]);
    expect(dialog().textContent).toContain(actionsFr['aside.reason.none']);
    expect(document.activeElement).toBe(reason());
  });

  it('is cancelled without a trace', async () => {
    await show();
    await press(actionsFr['aside.open']);
    await press(actionsFr.cancel);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(server.sent).toEqual([]);
    expect(document.activeElement).toBe(button(actionsFr['aside.open']));
  });

  it('stays open with the choices when it failed, and says so there', async () => {
    await show();
    await press(actionsFr['aside.open']);
    await fireEvent.change(reason(), { target: { value: 'technical' } });
    server.next = null;
    await press(actionsFr['aside.go']);
    await server.pass(10_000);
    expect(dialog().textContent).toContain(actionsFr.lost);
    expect((reason() as HTMLSelectElement).value).toBe('technical');
  });

  it('is shown with reason, note and day, and taken back with one press', async () => {
    await show();
    await press(actionsFr['aside.open']);
    await fireEvent.change(reason(), { target: { value: 'technical' } });
    await fireEvent.input(within(dialog()).getByRole('textbox'), { target: { value: 'Panne' } });
    const invalid = { reason: 'technical', at: Date.UTC(2026, 10, 25, 15), note: 'Panne' } as const;
    server.next = sampleActions(sampleAttempt({ invalid }));
    await press(actionsFr['aside.go']);
    expect(server.sent.at(-1)).toEqual({
      path: '/api/activity/attempts/attempt-1/validity',
      body: { state: 'invalid', reason: 'technical', note: 'Panne' },
    });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement?.textContent).toBe(actionsFr['aside.title']);
    expect(card(actionsFr['aside.title']).textContent).toMatch(
      /25 novembre 2026.*Un problème technique.*Panne/su,
    );
    server.next = sampleActions();
    await press(actionsFr['back.go']);
    expect(server.sent.at(-1)?.body).toEqual({ state: 'valid' });
    expect(said(actionsFr['aside.title'])).toBe(actionsFr['back.done']);
    await press(actionsFr['aside.open']);
    expect((reason() as HTMLSelectElement).value).toBe('');
  });
});

describe('another attempt', () => {
  it('shows its number and the consequences, and is not offered again once allowed', async () => {
    await show();
    expect(card(actionsFr['another.title']).textContent).toContain(actionsFr['another.after']);
    server.next = sampleActions(sampleAttempt(), {
      attempts: { limit: 2, next: 2, list: [sampleAttempt()] },
    });
    await press('Permettre l’essai 2');
    expect(server.sent.at(-1)).toEqual({
      path: '/api/activity/people/person-1/attempts',
      body: { number: 2 },
    });
    expect(said(actionsFr['another.title'])).toMatch(/L’essai 2 est permis/);
    expect(card(actionsFr['another.title']).textContent).toContain(
      'Il lui reste 1 essai. Le prochain est l’essai 2.',
    );
  });

  it('is not offered when the activity has no limit', async () => {
    server.now = sampleActions(sampleAttempt(), {
      attempts: { limit: null, next: 2, list: [sampleAttempt()] },
    });
    await show();
    expect(card(actionsFr['another.title']).textContent).toContain(actionsFr['another.any']);
  });
});

describe('settings for one person', () => {
  const helper = (): HTMLInputElement => screen.getByLabelText(actionsFr['settings.helper']);

  it('are sent as a whole, and a choice is kept while another action is running', async () => {
    await show();
    await fireEvent.click(helper());
    await fireEvent.click(screen.getByLabelText(actionsFr['need.keyboard']));
    await fireEvent.change(screen.getByLabelText(actionsFr['settings.form']), {
      target: { value: 'first-week' },
    });
    server.next = sampleActions(sampleAttempt(), {
      settings: { withHelper: false, accessNeeds: [], form: null, revision: 1 },
    });
    await press(actionsFr['another.go'].replace('{number}', '2'));
    expect(helper().checked).toBe(true);
    await press(actionsFr['settings.go']);
    expect(server.sent.at(-1)).toEqual({
      path: '/api/activity/people/person-1/settings',
      body: { withHelper: true, accessNeeds: ['keyboard'], form: 'first-week', revision: 1 },
    });
    expect(document.activeElement).toBe(button(actionsFr['settings.go']));
  });

  it('show what somebody else chose meanwhile', async () => {
    await show();
    server.next = { code: 'person.changed', status: 409 };
    server.now = sampleActions(sampleAttempt(), {
      settings: { withHelper: true, accessNeeds: ['phone'], form: null, revision: 3 },
    });
    await press(actionsFr['settings.go']);
    expect(said(actionsFr['settings.title'])).toBe(actionsFr['conflict.person.changed']);
    expect([
      helper().checked,
      screen.getByLabelText<HTMLInputElement>(actionsFr['need.phone']).checked,
    ]).toEqual([true, true]);
  });
});

describe('a request for a review', () => {
  const request = { id: 'r1', attemptNumber: 1, askedAt: Date.UTC(2026, 10, 25, 15), question: 'Pourquoi?' };

  it('accepts one answer, never an empty one, and shows it instead of the box', async () => {
    server.now = sampleActions(sampleAttempt(), {
      reviewRequests: [{ ...request, answeredAt: null, answer: '' }],
    });
    await show();
    const box = within(card(actionsFr['request.title'])).getByRole('textbox');
    await press(actionsFr['request.go']);
    expect(server.sent).toEqual([]);
    expect(within(card(actionsFr['request.title'])).getByRole('alert').textContent).toBe(
      actionsFr['request.empty'],
    );
    expect(document.activeElement).toBe(box);
    await fireEvent.input(box, { target: { value: 'On regarde.' } });
    server.next = sampleActions(sampleAttempt(), {
      reviewRequests: [{ ...request, answeredAt: Date.UTC(2026, 10, 26, 15), answer: 'On regarde.' }],
    });
    await press(actionsFr['request.go']);
    expect(server.sent.at(-1)).toEqual({
      path: '/api/activity/review-requests/r1/answer',
      body: { text: 'On regarde.' },
    });
    expect(card(actionsFr['request.title']).textContent).toMatch(/Pourquoi\?.*26 novembre.*On regarde\./su);
    expect(within(card(actionsFr['request.title'])).queryByRole('textbox')).toBeNull();
  });
});
