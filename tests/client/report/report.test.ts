import { cleanup, fireEvent, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportFr } from '../../../client/src/i18n/catalogues/report.fr.ts';
import { locale } from '../../../client/src/i18n/i18n.svelte.ts';
import { settle } from '../support/hand-timers.ts';
import { attempt, bar, level, reportWith, show, text } from './report-page.ts';

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

describe('the report', () => {
  it('names the activity beside the attempt, in print too, and nothing if it has no name', async () => {
    await show(reportWith(level()));
    const name = screen.getByText('Semaine du groupe du matin');
    expect(name.parentElement?.textContent).toMatch(/Essai 2, commencé le/u);
    expect(name.closest('.not-printed')).toBeNull();
    cleanup();
    await show(reportWith(level(), { activity: { fr: '', en: '' } }));
    expect(screen.getByText(/Essai 2, commencé le/u).textContent).toMatch(/^Essai/u);
  });

  it('says which of several attempts counts, and why', async () => {
    const counting = { number: 1, because: 'later-too-few' } as const;
    const earlier = { ...attempt, id: 'attempt-1', number: 1, isAnswered: false } as const;
    await show(reportWith({ kind: 'short', played: 1 }, { counting }), undefined, [earlier]);
    expect(text()).toMatch(/L’essai 1 compte encore\s: celui d’après n’a pas assez de tâches\./);
  });

  it('says nothing of counting if there is one attempt', async () => {
    await show(reportWith(level(), { counting: { number: 2, because: 'newest' } }));
    expect(text()).not.toContain('qui compte');
  });

  it('shows strengths before the level, the level in words, and that it is a pilot', async () => {
    await show(reportWith(level()));
    const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(headings.slice(0, 2)).toEqual([reportFr['strengths.title'], reportFr['level.title']]);
    expect(text()).toContain('«\u00a0Je fais sans aide\u00a0» (niveau 3 sur 4)');
    expect(text()).toContain('version pilote');
    expect(screen.queryByText(reportFr['dimensions.title'])).toBeNull();
  });

  it('says of a person who showed nothing yet that the result is a start, as their level does', async () => {
    const first = { ...bar, level: 1, from: 2, at: 10, to: 24 } as const;
    await show(reportWith(level({ overall: first }), { shown: [] }));
    expect(text()).toContain(reportFr['strengths.none']);
    expect(text()).not.toContain('n’a pas pu voir');
    expect(text()).toContain('«\u00a0Je découvre\u00a0» (niveau 1 sur 4)');
  });

  it('names both levels when two are nearly as likely', async () => {
    await show(reportWith(level({ overall: { ...bar, between: 2 } })));
    expect(text()).toMatch(
      /Entre «\u00a0Je fais avec un peu d’aide\u00a0» et «\u00a0Je fais sans aide\u00a0»/,
    );
  });

  it('shows each bar with its meaning in words', async () => {
    const dimensions = (['OUT', 'INF', 'COM', 'PRO', 'SEC', 'RES'] as const).map((dimension) => ({
      dimension,
      ...bar,
    }));
    await show(reportWith(level({ dimensions })));
    const section = screen.getByRole('region', { name: reportFr['dimensions.title'] });
    const items = within(section).getAllByRole('listitem');
    expect(items).toHaveLength(6);
    for (const item of items) expect(item.textContent).toContain('niveau 3 sur 4');
    expect(section.textContent).not.toContain(reportFr['dimensions.more']);
  });

  it('says that the other skills need more tasks if some have no bar', async () => {
    await show(reportWith(level({ dimensions: [{ dimension: 'SEC', ...bar }] })));
    const section = screen.getByRole('region', { name: reportFr['dimensions.title'] });
    expect(within(section).getAllByRole('listitem')).toHaveLength(1);
    expect(section.textContent).toContain(reportFr['dimensions.more']);
  });

  it('names strengths after what the person did, and none if there is none', async () => {
    await show(reportWith(level(), { strengths: ['SEC', 'OUT'] }));
    expect(text()).toMatch(
      /Vous avez averti l’équipe\..*Vos forces cette fois\s: Se protéger et protéger les autres; Appareils et fichiers\./su,
    );
    cleanup();
    await show(reportWith(level()));
    expect(text()).not.toContain('Vos forces');
  });

  it('says that it is over and asks for no more tasks when the activity is too short for a level', async () => {
    await show(reportWith({ kind: 'short', played: 1 }));
    expect(text()).toContain(reportFr['short.title']);
    expect(text()).toContain(reportFr['short.text']);
    expect(text()).not.toMatch(/niveau \d|Je fais|Il en faut/u);
  });

  it('says beside the level that skipped tasks count as 0, and nothing if there are none', async () => {
    await show(reportWith(level({ skipped: 2 })));
    expect(text()).toContain('Vous avez passé 2 tâches');
    cleanup();
    await show(reportWith(level()));
    expect(text()).not.toContain('Vous avez passé');
  });

  it('shows progress or stable, with a caution when attempts are close together', async () => {
    await show(reportWith(level({ change: { kind: 'progress', isSoon: true } })));
    expect(text()).toContain(reportFr['change.progress']);
    expect(text()).toContain(reportFr['change.soon'].split('. ')[1]);
  });

  it('shows what was done and no level when too little was played', async () => {
    await show(reportWith({ kind: 'too-few', played: 1, needed: 6 }));
    expect(text()).toContain('Vous avez terminé 1 tâche qui compte.');
    expect(text()).toContain('Le colis');
    expect(text()).not.toMatch(/niveau \d|Je fais/);
  });

  it('says kindly that an attempt was set aside, and shows nothing of it', async () => {
    await show(reportWith({ kind: 'not-kept' }, { shown: [] }));
    expect(text()).toContain(reportFr['not-kept.text']);
    expect(screen.queryByText(reportFr['strengths.title'])).toBeNull();
  });

  it('says calmly that somebody looks first, and shows nothing of a held attempt', async () => {
    await show(reportWith({ kind: 'held' }, { shown: [] }));
    expect(text()).toContain(reportFr['held.text']);
    expect(screen.queryByText(reportFr['strengths.title'])).toBeNull();
  });

  it('offers to try again when it could not be loaded', async () => {
    const fails = { ask: false, load: true };
    const { requests } = await show(null, fails);
    fails.load = false;
    await fireEvent.click(screen.getByRole('button', { name: reportFr.retry }));
    await settle();
    expect(requests).toHaveLength(2);
    expect(text()).toContain(reportFr.none);
  });
});
