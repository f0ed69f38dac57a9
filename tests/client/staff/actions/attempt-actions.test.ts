import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { actionsFr } from '../../../../client/src/i18n/catalogues/actions.fr.ts';
import { settle } from '../../support/hand-timers.ts';
import { button, card, press, said, setUpActionsPage, show } from './actions-page.ts';
import { sampleActions, sampleAttempt } from './actions-server.ts';

const page = setUpActionsPage();

describe('reopening an attempt', () => {
  it('says what it will do and what it did, and moves focus to where the button was', async () => {
    await show(page);
    expect(card(actionsFr['reopen.title']).textContent).toContain(actionsFr['reopen.text']);
    page.server.next = sampleActions(sampleAttempt({ reopenObstacle: 'going-on', isReopened: true }));
    await press(actionsFr['reopen.go']);
    expect(page.server.sent).toEqual([{ path: '/api/activity/attempts/attempt-1/reopen', body: {} }]);
    expect(said(actionsFr['reopen.title'])).toBe(actionsFr['reopen.done']);
    expect(card(actionsFr['reopen.title']).textContent).toContain(actionsFr['reopen.waits']);
    expect(document.activeElement?.textContent).toBe(actionsFr['reopen.title']);
    expect(page.changes).toBe(1);
  });

  it('says that it is running, and ignores a second press', async () => {
    await show(page);
    page.server.hold();
    await press(actionsFr['reopen.go']);
    expect(said(actionsFr['reopen.title'])).toBe(actionsFr.busy);
    await press(actionsFr['reopen.go']);
    await press(actionsFr['note.go']);
    page.server.release();
    await settle();
    expect(page.server.sent).toHaveLength(1);
  });

  it.each(['going-on', 'nothing-left', 'superseded'] as const)('is explained when it is %s', async (why) => {
    page.server.now = sampleActions(sampleAttempt({ reopenObstacle: why }));
    await show(page);
    expect(card(actionsFr['reopen.title']).textContent).toContain(actionsFr[`reopen.not.${why}`]);
    expect(screen.queryByRole('button', { name: actionsFr['reopen.go'] })).toBeNull();
  });

  it('says that somebody else has done it already', async () => {
    await show(page);
    page.server.changed = false;
    await press(actionsFr['reopen.go']);
    expect(said(actionsFr['reopen.title'])).toBe(actionsFr.already);
  });
});

describe('an attempt that is held', () => {
  it('says why in words, and is counted by one press', async () => {
    page.server.now = sampleActions(sampleAttempt({ heldFor: ['not-tried', 'machine-fast'] }));
    await show(page);
    expect(card(actionsFr['waiting.title'])).toBeTruthy();
    const shown = card(actionsFr['held.title']).textContent;
    for (const key of ['held.not-tried', 'held.machine-fast', 'held.care'] as const) {
      expect(shown).toContain(actionsFr[key]);
    }
    expect(shown).not.toContain(actionsFr['held.repeated']);
    page.server.next = sampleActions();
    await press(actionsFr['held.count']);
    expect(page.server.sent).toMatchObject([{ body: { state: 'valid' } }]);
    expect(said(actionsFr['held.title'])).toBe(actionsFr['held.done']);
    expect(screen.queryByRole('region', { name: actionsFr['waiting.title'] })).toBeNull();
    expect(button(actionsFr['aside.open'])).toBeTruthy();
  });

  it.each([1, 2])('replaces one before only if there is one: attempt %i', async (number) => {
    page.server.now = sampleActions(sampleAttempt({ number, heldFor: ['not-tried'] }));
    await show(page);
    const shown = card(actionsFr['held.title']).textContent;
    expect(shown.includes(actionsFr['held.replaces'])).toBe(number > 1);
  });

  it('is set aside through the same dialog as any other', async () => {
    page.server.now = sampleActions(sampleAttempt({ heldFor: ['repeated'] }));
    await show(page);
    await press(actionsFr['held.aside']);
    expect(screen.getByRole('dialog').textContent).toContain(actionsFr['aside.text']);
  });
});

describe('setting an attempt aside', () => {
  const dialog = (): HTMLElement => screen.getByRole('dialog');
  const reason = (): HTMLElement => within(dialog()).getByRole('combobox');

  it('asks for a reason, lists every consequence, and does nothing without one', async () => {
    page.server.now = sampleActions(sampleAttempt({ isInGradebook: true }));
    await show(page);
    await press(actionsFr['aside.open']);
    for (const key of ['aside.text', 'aside.gradebook', 'aside.learner', 'aside.note.hint'] as const) {
      expect(dialog().textContent).toContain(actionsFr[key]);
    }
    await press(actionsFr['aside.go']);
    expect(page.server.sent).toEqual([]);
    expect(dialog().textContent).toContain(actionsFr['aside.reason.none']);
    expect(document.activeElement).toBe(reason());
  });

  it('is cancelled without a trace', async () => {
    await show(page);
    await press(actionsFr['aside.open']);
    await press(actionsFr.cancel);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(page.server.sent).toEqual([]);
    expect(document.activeElement).toBe(button(actionsFr['aside.open']));
  });

  it('stays open with the choices when it failed, and says so there', async () => {
    await show(page);
    await press(actionsFr['aside.open']);
    await fireEvent.change(reason(), { target: { value: 'technical' } });
    page.server.next = null;
    await press(actionsFr['aside.go']);
    await page.server.pass(10_000);
    expect(dialog().textContent).toContain(actionsFr.lost);
    expect((reason() as HTMLSelectElement).value).toBe('technical');
  });

  it('is shown with reason, note and day, and taken back with one press', async () => {
    await show(page);
    await press(actionsFr['aside.open']);
    await fireEvent.change(reason(), { target: { value: 'technical' } });
    await fireEvent.input(within(dialog()).getByRole('textbox'), { target: { value: 'Panne' } });
    const invalid = { reason: 'technical', at: Date.UTC(2026, 10, 25, 15), note: 'Panne' } as const;
    page.server.next = sampleActions(sampleAttempt({ invalid }));
    await press(actionsFr['aside.go']);
    expect(page.server.sent.at(-1)).toEqual({
      path: '/api/activity/attempts/attempt-1/validity',
      body: { state: 'invalid', reason: 'technical', note: 'Panne' },
    });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement?.textContent).toBe(actionsFr['aside.title']);
    expect(card(actionsFr['aside.title']).textContent).toMatch(
      /25 novembre 2026.*Un problème technique.*Panne/su,
    );
    page.server.next = sampleActions();
    await press(actionsFr['back.go']);
    expect(page.server.sent.at(-1)?.body).toEqual({ state: 'valid' });
    expect(said(actionsFr['aside.title'])).toBe(actionsFr['back.done']);
    await press(actionsFr['aside.open']);
    expect((reason() as HTMLSelectElement).value).toBe('');
  });
});
