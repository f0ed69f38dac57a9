/** The learner's report on its page: what is shown, what is read aloud, and asking for a person's look. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stepsFr } from '../../../client/src/i18n/catalogues/steps.fr.ts';
import { reportFr } from '../../../client/src/i18n/catalogues/report.fr.ts';
import { locale } from '../../../client/src/i18n/i18n.svelte.ts';
import Report from '../../../client/src/report/Report.svelte';
import { ReadAloud } from '../../../client/src/ui/read-aloud.svelte.ts';
import type { LearnerReport, ReportAnswer, ReportResult } from '../../../server/contract/report.ts';
import { HandTimers, settle } from '../support/hand-timers.ts';

const bar = { level: 3, between: null, from: 40, at: 55, to: 70 } as const;
const attempt = { id: 'attempt-2', number: 2, status: 'finished', startedAt: 1_764_000_000_000 } as const;

function reportWith(result: ReportResult, change: Partial<LearnerReport> = {}): LearnerReport {
  return {
    activity: { fr: 'Semaine du groupe du matin', en: 'Morning group week' },
    attempt,
    practice: false,
    scenes: [{ sceneId: '1', title: { fr: 'Le colis', en: 'The parcel' }, status: 'done' }],
    strengths: [],
    shown: [{ dimension: 'SEC', words: { fr: 'Vous avez averti l’équipe.', en: 'You warned the team.' } }],
    result,
    nextSteps: [],
    isPilot: true,
    request: null,
    counting: null,
    ...change,
  };
}

const level = (change: Partial<Extract<ReportResult, { kind: 'level' }>> = {}): ReportResult => ({
  kind: 'level',
  overall: bar,
  dimensions: [],
  change: null,
  ...change,
});

interface Shown {
  readonly requests: { method: string; path: string; body?: unknown }[];
}

async function show(
  report: LearnerReport | null,
  fails = { ask: false, load: false },
  earlier: ReportAnswer['attempts'] = [],
): Promise<Shown> {
  const requests: Shown['requests'] = [];
  const answer: ReportAnswer = {
    report,
    attempts: report === null ? [] : [{ ...attempt, isAnswered: false }, ...earlier],
    timeZone: 'UTC',
  };
  const caller = {
    retried: <Answer>(request: { method: string; path: string; body?: unknown }): Promise<Answer> => {
      requests.push(request);
      const isAsk = request.method === 'POST';
      if (isAsk ? fails.ask : fails.load) return Promise.reject(new Error('no connection'));
      const asked = {
        state: 'asked',
        askedAt: 1_764_000_000_000,
        text: 'Mon mot',
        answeredAt: null,
        answer: null,
      };
      // The fake server responds whatever the page requested.
      return Promise.resolve((isAsk ? asked : answer) as Answer);
    },
  };
  const reader = new ReadAloud(null, new HandTimers());
  render(Report, { attemptId: 'attempt-2', caller, reader, returnUrl: null });
  await settle();
  return { requests };
}

const text = (): string => screen.getByRole('main').textContent;

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

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

  const site = {
    id: 'r',
    dimension: 'SEC',
    levels: { from: 1, to: 4 },
    kind: 'website',
    title: { fr: 'Un site', en: 'A site' },
    text: { fr: 'Des conseils.', en: 'Advice.' },
    link: { fr: 'https://fr.example/', en: 'https://en.example/' },
  } as const;

  it('has one small step with its action, one link to its resource, and its scene', async () => {
    const practice = { fr: 'Le colis', en: 'The parcel' };
    const step = { dimension: 'SEC', stage: 2, resource: site, practice } as const;
    await show(reportWith(level(), { nextSteps: [step] }));
    expect(text()).toContain(stepsFr['SEC.2']);
    const link = screen.getByRole('link', { name: 'Un site (s’ouvre dans un nouvel onglet)' });
    expect(link.getAttribute('href')).toBe('https://fr.example/');
    expect(link.getAttribute('target')).toBe('_blank');
    expect(text().split('Un site')).toHaveLength(2);
    expect(text()).toContain('Tâche à revoir\u00a0: Le colis.');
  });

  it('says at the second step that its resource is the same as at the first', async () => {
    const other = { ...site, id: 'r2', dimension: 'INF', text: { fr: 'Des fiches.', en: 'Pages.' } } as const;
    const steps = [
      { dimension: 'SEC', stage: 2, resource: site, practice: null },
      { dimension: 'INF', stage: 2, resource: other, practice: null },
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
      },
      {
        dimension: 'INF',
        stage: 2,
        resource: { ...unlinked, place: { fr: 'À l’école.', en: '' } },
        practice: null,
      },
    ] as const;
    await show(reportWith(level(), { nextSteps: steps }));
    expect(text()).toContain('Au local 12.');
    expect(text()).toMatch(/À l’école\.(?!\.)/u);
  });

  it('shows a name with a full stop unchanged, and a place without a link', async () => {
    const title = { fr: 'Ville.qc.ca. Emploi', en: 'Town' };
    const place = { fr: 'Au local 12', en: 'In room 12' };
    const { id, dimension, levels, text: advice } = site;
    const person = { id, dimension, levels, kind: 'person', title: site.title, text: advice, place } as const;
    const steps = [
      { dimension: 'SEC', stage: 2, resource: { ...site, title }, practice: null },
      { dimension: 'INF', stage: 2, resource: person, practice: null },
    ] as const;
    await show(reportWith(level(), { nextSteps: steps }));
    expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
      'Ville.qc.ca. Emploi (s’ouvre dans un nouvel onglet)',
    ]);
    expect(text()).toContain('Au local 12.');
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
