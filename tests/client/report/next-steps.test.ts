import { cleanup, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportEn } from '../../../client/src/i18n/catalogues/report.en.ts';
import { reportFr } from '../../../client/src/i18n/catalogues/report.fr.ts';
import { stepsFr } from '../../../client/src/i18n/catalogues/steps.fr.ts';
import { locale } from '../../../client/src/i18n/i18n.svelte.ts';
import { level, reportWith, show, text } from './report-page.ts';

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

const site = {
  id: 'r',
  dimension: 'SEC',
  levels: { from: 1, to: 4 },
  kind: 'website',
  title: { fr: 'Un site', en: 'A site' },
  text: { fr: 'Des conseils.', en: 'Advice.' },
  link: { fr: 'https://fr.example/', en: 'https://en.example/' },
} as const;

describe('what to do next', () => {
  it('has one small step with its action, one link to its resource, and its scene', async () => {
    const practice = { fr: 'Le colis', en: 'The parcel' };
    const step = { dimension: 'SEC', stage: 2, resource: site, practice, left: [] } as const;
    await show(reportWith(level(), { nextSteps: [step] }));
    expect(text()).toContain(stepsFr['SEC.2']);
    const link = screen.getByRole('link', { name: 'Un site (s’ouvre dans un nouvel onglet)' });
    expect(link.getAttribute('href')).toBe('https://fr.example/');
    expect(link.getAttribute('target')).toBe('_blank');
    expect(text().split('Un site')).toHaveLength(2);
    expect(text()).toContain('Cette habileté servait dans cette tâche\u00a0: Le colis.');
  });

  it('says what was left to do in its scene, and gives no advice about what was shown', async () => {
    const practice = { fr: 'L’écocentre', en: 'The recycling centre' };
    const left = [{ fr: 'Dis l’heure à Rosa.', en: 'Tell Rosa the time.' }];
    const step = { dimension: 'INF', stage: 3, resource: site, practice, left } as const;
    await show(reportWith(level(), { nextSteps: [step] }));
    expect(text()).toContain('«\u00a0L’écocentre\u00a0», il restait à faire');
    expect(text()).toContain('«\u00a0Dis l’heure à Rosa.\u00a0»');
    expect(text()).toContain(stepsFr.like);
    expect(text()).not.toContain(stepsFr['INF.3']);
    expect(screen.getByRole('link').textContent).toContain('Un site');
    expect(text()).not.toContain('Cette habileté servait');
  });

  it('says what was left to do beside the advice when little was shown', async () => {
    const practice = { fr: 'L’écocentre', en: 'The recycling centre' };
    const left = [{ fr: 'Dis l’heure à Rosa.', en: 'Tell Rosa the time.' }];
    const step = { dimension: 'INF', stage: 2, resource: site, practice, left } as const;
    await show(reportWith(level(), { nextSteps: [step] }));
    expect(text()).toContain('«\u00a0Dis l’heure à Rosa.\u00a0»');
    expect(text()).toContain(stepsFr['INF.2']);
  });

  it('says what can be done with a level when no step stands out', async () => {
    for (const language of ['fr', 'en'] as const) {
      locale.current = language;
      const words = { fr: reportFr, en: reportEn }[language];
      await show(reportWith(level()));
      const after = screen.getByRole('region', { name: words['after.title'] });
      expect(after.textContent).toContain(words['after.show']);
      expect(after.textContent).toContain(words['after.help']);
      expect(screen.queryByRole('region', { name: words['next.title'] })).toBeNull();
      cleanup();
    }
  });

  it('says nothing of that beside a step, or without a level', async () => {
    await show(
      reportWith(level(), {
        nextSteps: [{ dimension: 'SEC', stage: 2, resource: null, practice: null, left: [] }],
      }),
    );
    expect(screen.queryByRole('region', { name: reportFr['after.title'] })).toBeNull();
    cleanup();
    await show(reportWith({ kind: 'short', played: 3 }));
    expect(screen.queryByRole('region', { name: reportFr['after.title'] })).toBeNull();
  });

  it('says at the second step that its resource is the same as at the first', async () => {
    const other = { ...site, id: 'r2', dimension: 'INF', text: { fr: 'Des fiches.', en: 'Pages.' } } as const;
    const steps = [
      { dimension: 'SEC', stage: 2, resource: site, practice: null, left: [] },
      { dimension: 'INF', stage: 2, resource: other, practice: null, left: [] },
    ] as const;
    await show(reportWith(level(), { nextSteps: steps }));
    const [first, second] = within(screen.getByRole('region', { name: reportFr['next.title'] })).getAllByRole(
      'listitem',
    );
    expect(first?.textContent).toContain('Pour vous aider\u00a0: Un site');
    expect(second?.textContent).toContain('Ici aussi\u00a0: Un site');
    expect(second?.textContent).toContain('Des fiches.');
  });

  it('ends a place with one full stop, also if the place ends with one', async () => {
    const { id, dimension, levels, kind, title, text: advice } = site;
    const unlinked = { id, dimension, levels, kind, title, text: advice };
    const steps = [
      {
        dimension: 'SEC',
        stage: 2,
        resource: { ...unlinked, place: { fr: 'Au local 12', en: '' } },
        practice: null,
        left: [],
      },
      {
        dimension: 'INF',
        stage: 2,
        resource: { ...unlinked, place: { fr: 'À l’école.', en: '' } },
        practice: null,
        left: [],
      },
    ] as const;
    await show(reportWith(level(), { nextSteps: steps }));
    expect(text()).toContain('Où\u00a0: Au local 12.');
    expect(text()).toMatch(/À l’école\.(?!\.)/u);
  });

  it('shows a name with a full stop unchanged, and a place without a link', async () => {
    const title = { fr: 'Ville.qc.ca. Emploi', en: 'Town' };
    const place = { fr: 'Au local 12', en: 'In room 12' };
    const { id, dimension, levels, text: advice } = site;
    const person = { id, dimension, levels, kind: 'person', title: site.title, text: advice, place } as const;
    const steps = [
      { dimension: 'SEC', stage: 2, resource: { ...site, title }, practice: null, left: [] },
      { dimension: 'INF', stage: 2, resource: person, practice: null, left: [] },
    ] as const;
    await show(reportWith(level(), { nextSteps: steps }));
    expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
      'Ville.qc.ca. Emploi (s’ouvre dans un nouvel onglet)',
    ]);
    expect(text()).toContain('Au local 12.');
  });
});
