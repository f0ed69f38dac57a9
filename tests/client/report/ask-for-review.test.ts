import { cleanup, fireEvent, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportFr } from '../../../client/src/i18n/catalogues/report.fr.ts';
import { locale } from '../../../client/src/i18n/i18n.svelte.ts';
import { settle } from '../support/hand-timers.ts';
import { attempt, level, reportWith, show, text } from './report-page.ts';

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

describe('asking for a review by a person', () => {
  async function write(): Promise<void> {
    await fireEvent.click(screen.getByRole('button', { name: reportFr['ask.open'] }));
    await fireEvent.input(screen.getByRole('textbox'), { target: { value: '  Mon mot ' } });
    await fireEvent.click(screen.getByRole('button', { name: reportFr['ask.send'] }));
    await settle();
  }

  it('sends the text once, then shows it and that an answer will come', async () => {
    const { requests } = await show(reportWith(level()));
    await write();
    expect(requests.filter(({ method }) => method === 'POST')).toEqual([
      { method: 'POST', path: '/api/report/attempt-2/review-request', body: { text: 'Mon mot' } },
    ]);
    expect(text()).toContain('Vous avez envoyé votre demande');
    expect(screen.queryByRole('button', { name: reportFr['ask.open'] })).toBeNull();
  });

  it('keeps the text in the box when sending failed', async () => {
    await show(reportWith(level()), { ask: true, load: false });
    await write();
    expect(screen.getByRole('alert').textContent).toBe(reportFr['ask.late']);
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toContain('Mon mot');
  });

  it('shows the answer, and allows another request', async () => {
    const request = {
      state: 'answered',
      askedAt: 1,
      text: null,
      answeredAt: 1_764_000_000_000,
      answer: 'Regardons cela jeudi.',
    } as const;
    await show(reportWith(level(), { request }));
    expect(text()).toContain('Regardons cela jeudi.');
    expect(screen.getByRole('button', { name: reportFr['ask.again'] })).toBeTruthy();
  });

  it('is not offered to staff who try out the activity', async () => {
    await show(reportWith(level(), { practice: true }));
    expect(screen.queryByText(reportFr['ask.title'])).toBeNull();
  });
});

describe('an answer about an earlier attempt', () => {
  it('is announced, and opens with one press', async () => {
    const earlier = { ...attempt, id: 'attempt-1', number: 1 } as const;
    const { requests } = await show(reportWith(level()), undefined, [{ ...earlier, isAnswered: true }]);
    expect(text()).toContain('Quelqu’un a répondu à votre demande sur l’essai 1.');
    await fireEvent.click(screen.getByRole('button', { name: 'Lire la réponse (essai 1)' }));
    await settle();
    expect(requests.at(-1)).toMatchObject({ method: 'GET', path: '/api/report/attempt-1' });
    expect(document.activeElement?.textContent).toBe(reportFr['ask.title']);
  });

  it('is not announced before it came', async () => {
    await show(reportWith(level()), undefined, [
      { ...attempt, id: 'attempt-1', number: 1, isAnswered: false },
    ]);
    expect(screen.queryByRole('button', { name: /Lire la réponse/ })).toBeNull();
  });
});
