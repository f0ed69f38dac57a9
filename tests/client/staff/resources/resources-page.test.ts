/** The page of resources: what learners read, what is missing, and the way back. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resourcesEn } from '../../../../client/src/i18n/catalogues/resources.en.ts';
import { resourcesFr } from '../../../../client/src/i18n/catalogues/resources.fr.ts';
import { levelsFr } from '../../../../client/src/i18n/catalogues/levels.fr.ts';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import type { Resource } from '../../../../client/src/staff/resources/resource-checks.ts';
import Resources from '../../../../client/src/staff/resources/Resources.svelte';
import { checkWriting } from '../../../../scenarios/checks/writing-rules.ts';
import type { ResourcesAnswer } from '../../../../server/contract/report.ts';
import { content } from '../../../support/s02.ts';
import { settle } from '../../support/hand-timers.ts';
import { sampleResource } from './sample-resource.ts';

let problems: unknown[];
let backs: number;
beforeEach(() => {
  locale.current = 'fr';
  problems = [];
  backs = 0;
});
afterEach(cleanup);

async function show(answer: ResourcesAnswer | null): Promise<void> {
  render(Resources, {
    caller: {
      retried: <Answer>({ path }: { path: string }): Promise<Answer> =>
        path === '/api/resources' && answer !== null
          ? Promise.resolve(answer as Answer)
          : Promise.reject(new Error('no connection')),
    },
    onproblem: (error: unknown) => problems.push(error),
    onback: () => {
      backs += 1;
    },
  });
  await settle();
}

const region = (name: string): HTMLElement => screen.getByRole('region', { name });
const own = (resources: readonly Resource[]): ResourcesAnswer => ({ source: 'own', resources });

describe('the page of resources', () => {
  it('says that it shows the starter set and that nothing is missing', async () => {
    await show({ source: 'starter', resources: content.resources });
    expect(screen.getByText(resourcesFr['source.starter'])).toBeTruthy();
    expect(region(resourcesFr['check.title']).textContent).toContain(resourcesFr['check.none']);
    expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(8);
  });

  it('shows each resource in both languages, for whom, and the link’s target', async () => {
    const link = { fr: 'https://fr.example/', en: 'https://en.example/' };
    const place = { fr: 'Au local 12', en: 'In room 12.' };
    await show(own([sampleResource({ link, place })]));
    const [item] = within(region(levelsFr['dimension.OUT'])).getAllByRole('listitem');
    if (item === undefined) throw new Error('no resource');
    expect(item.textContent).toContain('Niveaux 1 à 2, de «\u00a0Je découvre\u00a0»');
    expect(item.textContent).toContain(
      'Pour vous aider\u00a0: L’atelier du mardi (s’ouvre dans un nouvel onglet).',
    );
    expect(item.textContent).toContain('To help you: The Tuesday workshop (opens in a new tab).');
    const places = within(item).getAllByText(/12/);
    expect(places.map(({ textContent }) => textContent)).toEqual([
      'Où\u00a0: Au local 12.',
      'Where: In room 12.',
    ]);
    const links = within(item).getAllByRole('link');
    expect(links.map((one) => one.getAttribute('href'))).toEqual([link.fr, link.en]);
    expect(links.map((one) => one.getAttribute('rel'))).toEqual([
      'noreferrer noopener',
      'noreferrer noopener',
    ]);
    const spoken = [...item.querySelectorAll('[lang]')].map((one) => one.getAttribute('lang'));
    expect(spoken).toEqual(['fr-CA', 'en-CA']);
  });

  it('says for whom there is no resource, and which may lack a language', async () => {
    const words = { fr: 'Des fiches.', en: 'Des fiches.' };
    const link = { fr: 'https://a.example/', en: 'https://a.example/' };
    const few = { id: 'site', dimension: 'COM', levels: { from: 1, to: 1 }, link } as const;
    await show(own([sampleResource({ levels: { from: 1, to: 3 }, text: words }), sampleResource(few)]));
    const found = within(region(resourcesFr['check.title'])).getAllByRole('listitem');
    expect(found.map(({ textContent }) => textContent)).toEqual([
      'Appareils et fichiers\u00a0: rien pour le niveau 4.',
      'Chercher et juger l’information\u00a0: rien, à aucun niveau.',
      'Communiquer et travailler ensemble\u00a0: rien pour les niveaux 2, 3, 4.',
      'Produire des textes et des tableaux\u00a0: rien, à aucun niveau.',
      'Se protéger et protéger les autres\u00a0: rien, à aucun niveau.',
      'Se débrouiller et faire ses démarches\u00a0: rien, à aucun niveau.',
      'L’atelier du mardi\u00a0: les mêmes mots en français et en anglais. À traduire?',
      'L’atelier du mardi\u00a0: la même adresse dans les 2 langues. Vérifiez que la page existe dans les 2 langues.',
    ]);
    expect(region(levelsFr['dimension.INF']).textContent).toContain(resourcesFr['for.nobody']);
  });

  it('reports a failed request, and leads back', async () => {
    await show(null);
    expect(problems).toHaveLength(1);
    await fireEvent.click(screen.getByRole('button', { name: resourcesFr.back }));
    expect(backs).toBe(1);
  });
});

describe.each([
  { language: 'fr', catalogue: resourcesFr },
  { language: 'en', catalogue: resourcesEn },
] as const)('the texts of the resources page in $language', ({ language, catalogue }) => {
  it('are short, kind and follow the typography rules', () => {
    const findings = Object.entries(catalogue).flatMap(([key, text]) =>
      checkWriting(language, text, true).map((finding) => ({ key, ...finding })),
    );
    expect(findings).toEqual([]);
  });
});
