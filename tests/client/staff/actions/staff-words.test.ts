import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { actionsFr } from '../../../../client/src/i18n/catalogues/actions.fr.ts';
import { button, card, note, press, said, setUpActionsPage, show, writeNote } from './actions-page.ts';
import { sampleActions, sampleAttempt } from './actions-server.ts';

const page = setUpActionsPage();

describe('a note without text', () => {
  it('is not sent if there is nothing to erase, and the page says so', async () => {
    await show(page);
    await press(actionsFr['note.go']);
    expect(screen.getByRole('alert').textContent).toBe(actionsFr['note.empty']);
    expect(page.server.sent).toEqual([]);
    expect(document.activeElement).toBe(note());
  });
});

describe('the note beside the level', () => {
  it('is sent with the version that was read, and its deletion is announced', async () => {
    await show(page);
    page.server.next = sampleActions(sampleAttempt({ note: { text: 'Bruit', revision: 1 } }));
    await writeNote(' Bruit ');
    expect(page.server.sent).toEqual([
      { path: '/api/activity/attempts/attempt-1/note', body: { text: 'Bruit', revision: 0 } },
    ]);
    expect([said(actionsFr['note.title']), note().value]).toEqual([actionsFr['note.done'], 'Bruit']);
    expect(document.activeElement).toBe(button(actionsFr['note.go']));
    expect(card(actionsFr['note.title']).textContent).toContain(actionsFr['note.erase']);
    await writeNote('');
    expect(said(actionsFr['note.title'])).toBe(actionsFr['note.gone']);
  });

  it('is no longer said to be saved when its text changes', async () => {
    await show(page);
    page.server.next = sampleActions(sampleAttempt({ note: { text: 'Bruit', revision: 1 } }));
    await writeNote('Bruit');
    expect(said(actionsFr['note.title'])).toBe(actionsFr['note.done']);
    await fireEvent.input(note(), { target: { value: 'Bruit et fatigue' } });
    expect(said(actionsFr['note.title'])).toBe('');
  });

  it('keeps the writer’s text when somebody else wrote meanwhile, and shows both', async () => {
    await show(page);
    page.server.next = { code: 'person.changed', status: 409 };
    page.server.now = sampleActions(sampleAttempt({ note: { text: 'De Karim', revision: 1 } }));
    await writeNote('De moi');
    expect(said(actionsFr['note.title'])).toBe(actionsFr['conflict.person.changed']);
    expect(note().value).toBe('De moi');
    expect(within(card(actionsFr['note.title'])).getByText('De Karim')).toBeTruthy();
    page.server.next = sampleActions(sampleAttempt({ note: { text: 'De moi', revision: 2 } }));
    await press(actionsFr['note.go']);
    expect(page.server.sent.at(-1)?.body).toEqual({ text: 'De moi', revision: 1 });
    expect(within(card(actionsFr['note.title'])).queryByText('De Karim')).toBeNull();
  });

  it('keeps a draft when the response to another action does not contain it', async () => {
    await show(page);
    await fireEvent.input(note(), { target: { value: 'Brouillon' } });
    await press(actionsFr['reopen.go']);
    expect(note().value).toBe('Brouillon');
  });

  it('shows the remaining characters when few are left', async () => {
    await show(page);
    await fireEvent.input(note(), { target: { value: 'x'.repeat(799) } });
    expect(card(actionsFr['note.title']).textContent).not.toContain('caractères');
    await fireEvent.input(note(), { target: { value: 'x'.repeat(990) } });
    expect(card(actionsFr['note.title']).textContent).toContain('Encore 10 caractères');
  });
});

describe('a request for a review', () => {
  const request = { id: 'r1', attemptNumber: 1, askedAt: Date.UTC(2026, 10, 25, 15), question: 'Pourquoi?' };

  it('accepts one answer, never an empty one, and shows it instead of the box', async () => {
    page.server.now = sampleActions(sampleAttempt(), {
      reviewRequests: [{ ...request, answeredAt: null, answer: '' }],
    });
    await show(page);
    const box = within(card(actionsFr['request.title'])).getByRole('textbox');
    await press(actionsFr['request.go']);
    expect(page.server.sent).toEqual([]);
    expect(within(card(actionsFr['request.title'])).getByRole('alert').textContent).toBe(
      actionsFr['request.empty'],
    );
    expect(document.activeElement).toBe(box);
    await fireEvent.input(box, { target: { value: 'On regarde.' } });
    page.server.next = sampleActions(sampleAttempt(), {
      reviewRequests: [{ ...request, answeredAt: Date.UTC(2026, 10, 26, 15), answer: 'On regarde.' }],
    });
    await press(actionsFr['request.go']);
    expect(page.server.sent.at(-1)).toEqual({
      path: '/api/activity/review-requests/r1/answer',
      body: { text: 'On regarde.' },
    });
    expect(card(actionsFr['request.title']).textContent).toMatch(/Pourquoi\?.*26 novembre.*On regarde\./su);
    expect(within(card(actionsFr['request.title'])).queryByRole('textbox')).toBeNull();
    expect(card(actionsFr['waiting.settled'])).toBeTruthy();
    expect(screen.queryByRole('region', { name: actionsFr['waiting.title'] })).toBeNull();
  });
});
