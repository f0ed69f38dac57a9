import { cleanup, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personEn } from '../../../../client/src/i18n/catalogues/person.en.ts';
import { personFr } from '../../../../client/src/i18n/catalogues/person.fr.ts';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import AttemptsCompared from '../../../../client/src/staff/review/AttemptsCompared.svelte';
import PersonSheet from '../../../../client/src/staff/review/PersonSheet.svelte';
import type { StaffReview } from '../../../../server/contract/review.ts';
import { sampleLevels } from '../teach/teach-samples.ts';
import { sampleCompared, sampleReview, sampleScene } from './sample-review.ts';

const setAside = { reason: 'technical', at: Date.UTC(2026, 10, 26, 15) } as const;

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

function show(change: Partial<StaffReview> = {}): string {
  render(PersonSheet, { review: sampleReview(change) });
  return document.body.textContent;
}

/** The content below a heading. */
function part(title: string): HTMLElement {
  const heading = screen.getByRole('heading', { name: title });
  return heading.closest('section') ?? heading;
}

describe('the sheet about a person', () => {
  it('names the activity, and has no empty line if it has no name', () => {
    expect(show()).toMatch(/Activité\s*Semaine du groupe du matin/u);
    const name = screen.getByText('Semaine du groupe du matin');
    expect(name.closest('.not-printed')).toBeNull();
    cleanup();
    show({ activity: { fr: '', en: '' } });
    expect(screen.queryByText('Activité')).toBeNull();
  });

  it('names the set of scenes of an attempt where it is not the activity’s, in the list of attempts too', () => {
    const ownForm = { fr: 'Mesure courte', en: 'Short measure' };
    expect(show()).not.toContain('Parcours');
    cleanup();
    const { attempt } = sampleReview();
    expect(show({ attempt: { ...attempt, ownForm } })).toMatch(/Parcours de cet essai\s*Mesure courte/u);
    cleanup();
    const attempts = [sampleCompared({ ownForm }), sampleCompared({ id: 'attempt-2', number: 2 })];
    render(AttemptsCompared, {
      attempts,
      shownId: 'attempt-1',
      timeZone: 'America/Montreal',
      onattempt: () => undefined,
    });
    expect(screen.getAllByText(/Parcours\s: Mesure courte/u)).toHaveLength(1);
  });

  it('says which attempt counts if it is another one', () => {
    const second = sampleCompared({ id: 'attempt-2', number: 2, levels: sampleLevels() });
    const first = sampleCompared({ levels: sampleLevels() });
    expect(show({ attempts: [second, first] })).toMatch(
      /C’est l’essai 2 qui compte, pas celui de cette page/u,
    );
    for (const left of [{ levels: null }, { setAside }, { isHeld: true }]) {
      cleanup();
      expect(show({ attempts: [{ ...second, ...left }, first] })).not.toContain('pas celui de cette page');
    }
  });

  it('asks how it is going, not how the end was, while the attempt goes on', () => {
    const { attempt } = sampleReview();
    expect(show()).toContain(personFr['guide.0.2']);
    cleanup();
    const page = show({ attempt: { ...attempt, status: 'open', endedAt: null } });
    expect(page).toContain(personFr['guide.0.2.open']);
    expect(page).not.toContain(personFr['guide.0.2']);
  });

  it('says by what rule strengths are named where there are some', () => {
    expect(show({ strengths: ['SEC'] })).toContain(personFr['shown.strengths.rule']);
    cleanup();
    expect(show()).not.toContain(personFr['shown.strengths.rule']);
  });

  it('always says what it must not be used for', () => {
    expect(show()).toContain(personFr['use.not']);
    cleanup();
    locale.current = 'en';
    expect(show()).toContain(personEn['use.not']);
  });

  it('says how much more must be played for a level if there is none yet', () => {
    expect(show()).toContain(personFr['result.none']);
    expect(part(personFr['result.title']).textContent).toContain('au moins 6 scènes mesurées');
  });

  it('says instead that the activity is too short, if it can give no level', () => {
    show({ scenesNeeded: null });
    const result = part(personFr['result.title']).textContent;
    expect(result).toContain(personFr['result.none.short']);
    expect(result).not.toContain('au moins');
  });

  it('shows strengths and deeds in the words of the person’s own report', () => {
    const words = { fr: 'Vous avez averti l’équipe.', en: 'You warned the team.' };
    show({ strengths: ['SEC'], shown: [{ dimension: 'SEC', words }] });
    const shown = part(personFr['shown.title']).textContent;
    expect(shown).toMatch(/Forces\s: Se protéger et protéger les autres\./u);
    expect(shown).toContain('Vous avez averti l’équipe.');
    cleanup();
    show();
    expect(part(personFr['shown.title']).textContent).toContain(personFr['shown.none']);
  });

  it('says that the own report will come while the attempt goes on, and nothing of a report that says nothing', () => {
    const shown = [{ dimension: 'SEC', words: { fr: 'Vous avez averti.', en: 'You warned.' } }] as const;
    const nextSteps = [{ dimension: 'SEC', stage: 1, practice: null, left: [], resource: null }] as const;
    const texts = ['shown.hint', 'shown.later', 'next.same', 'next.same.later'] as const;
    const said = (change: Partial<StaffReview>): readonly string[] => {
      cleanup();
      const page = show({ shown, nextSteps, ...change });
      return texts.filter((key) => page.includes(personFr[key]));
    };
    const { attempt } = sampleReview();
    expect(said({})).toEqual(['shown.hint', 'next.same']);
    const paused = { ...attempt, status: 'paused', endedAt: null } as const;
    expect(said({ attempt: paused })).toEqual(['shown.later', 'next.same.later']);
    expect(said({ heldFor: ['not-tried'] })).toEqual([]);
    expect(said({ setAside })).toEqual([]);
  });

  it('gives the range before the score, without decimals', () => {
    const text = show({ levels: sampleLevels() });
    expect(text).toMatch(/Je fais sans aide.*Marge\s: du niveau 2 au niveau 3.*Mesure\s60 sur 100/su);
    expect(text).not.toMatch(/\d,\d|θ/u);
  });

  it('says beside the level that skipped scenes count as 0', () => {
    const skipped = sampleScene({ sceneId: '2', status: 'skipped' });
    const unscored = sampleScene({ sceneId: '3', status: 'skipped', isScored: false });
    const levels = sampleLevels();
    expect(show({ levels })).not.toContain('Sans elle');
    cleanup();
    expect(show({ levels, scenes: [sampleScene(), skipped, unscored] })).toContain(
      '1 scène passée compte pour 0',
    );
  });

  it('says in words that an attempt was set aside, with the day and the reason', () => {
    expect(show()).not.toContain(personFr['aside.text']);
    cleanup();
    const text = show({ setAside });
    expect(text).toContain('Cet essai est mis à l’écart depuis le 26 novembre 2026.');
    expect(text).toContain(personFr['aside.text']);
    expect(text).toMatch(/Raison choisie\s: «\sUn problème technique\s»\./u);
  });

  it('says why there is no level: a decision, an attempt set aside, or too few scenes', () => {
    const played = ['1', '2'].map((sceneId) => sampleScene({ sceneId }));
    const why = (change: Partial<StaffReview>): string => {
      cleanup();
      show({ levels: null, scenes: played, ...change });
      return part(personFr['result.title']).textContent;
    };
    expect(why({ heldFor: ['not-tried'], scenesNeeded: 2 })).toContain(personFr['result.none.held']);
    expect(why({ heldFor: ['not-tried'], scenesNeeded: 6 })).toContain('au moins 6 scènes mesurées');
    expect(why({ setAside, scenesNeeded: 2 })).toContain(personFr['result.none.aside']);
    expect(why({ scenesNeeded: null })).toContain(personFr['result.none.short']);
  });

  it('shows the staff’s note beside the level, and nothing if there is none', () => {
    expect(show()).not.toContain(personFr['note.title']);
    cleanup();
    show({ levelNote: 'Fatou revient d’un long arrêt.' });
    expect(part(personFr['result.title']).textContent).toContain('Fatou revient d’un long arrêt.');
  });

  it('shows each scene’s result by word and by shape', () => {
    show({
      scenes: [
        sampleScene(),
        sampleScene({ sceneId: '2', title: null, dimensions: [{ dimension: 'SEC', points: 0, max: 2 }] }),
        sampleScene({ sceneId: '3', isScored: false, dimensions: [] }),
        sampleScene({ sceneId: '4', isBrief: true, dimensions: [{ dimension: 'OUT', points: 2, max: 2 }] }),
      ],
    });
    const rows = within(part(personFr['evidence.title'])).getAllByRole('row').slice(1);
    expect(rows.map(({ textContent }) => textContent.replaceAll(/\s+/gu, ' ').trim())).toEqual([
      expect.stringMatching(/^La boîte de réception\s?Terminée ◐ Communiquer : en partie$/u),
      expect.stringMatching(/^Scène 2\s?Terminée ○ Se protéger : pas montré ici$/u),
      expect.stringMatching(/non mesurée$/u),
      expect.stringMatching(/Très peu de gestes\s?● Appareils : montré$/u),
    ]);
    expect(part(personFr['evidence.title']).textContent).toContain(personFr['evidence.brief.hint']);
  });

  it('says in which scenes no adaptation was seen: a helper may just have come', () => {
    const text = show({ adaptations: [], helperOffer: 'accepted' });
    expect(text).toContain('Offert au début, et accepté');
    expect(text).toMatch(/Adaptations\s+Aucune dans les scènes mesurées et terminées\./u);
  });

  it('names adaptations, and says that they lower nothing', () => {
    expect(show({ adaptations: ['read-aloud', 'zoom'] })).toMatch(
      /Lecture à voix haute, Page agrandie\.\s+Une adaptation n’enlève rien/u,
    );
  });
});

describe('the topics of conversation', () => {
  const point = (text: string, ask: string | null = null) => ({
    text: { fr: text, en: text },
    ask: ask === null ? null : { fr: ask, en: ask },
  });

  it('keep their order with their questions, six at most, and the others are counted', () => {
    const talkingPoints = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => ({
      ...point(`A${String(number)}.`, `Q${String(number)}?`),
      scene: { fr: 'Scène', en: 'Scene' },
    }));
    show({ talkingPoints });
    const talk = part(personFr['talk.title']);
    const items = within(talk).getAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent.replaceAll(/\s+/gu, ' ').trim())).toEqual(
      [1, 2, 3, 4, 5, 6].map(
        (number) => expect.stringMatching(`^Scène\\. A${number}\\. ?Q${number}\\?$`) as unknown,
      ),
    );
    expect(talk.textContent).toContain('2 autres pistes à l’écran, dans le détail des scènes');
  });

  it('are replaced by a general sentence if nothing was noticed', () => {
    show();
    expect(part(personFr['talk.title']).textContent).toContain(personFr['talk.none']);
  });
});

describe('an attempt of which no level can come', () => {
  it('promises neither a level nor activities when it is set aside or too short', () => {
    for (const change of [{ setAside }, { scenesNeeded: null }]) {
      const text = show(change);
      expect(text).toContain(personFr['result.without']);
      expect(text).not.toContain(personFr['result.none']);
      expect(text).toContain(personFr['next.without']);
      expect(text).not.toContain(personFr['next.later']);
      cleanup();
    }
  });

  it('prints no reason of the team when it is set aside', () => {
    show({ setAside });
    const reason = screen.getByText(/Raison choisie/u);
    expect(reason.className).toContain('not-printed');
  });
});

describe('a flag of a scene', () => {
  const scenes = [sampleScene({ flags: ['not-tried'] })];

  it('asks for a look while the attempt waits, and is only named once staff have decided', () => {
    show({ scenes, heldFor: ['not-tried'] });
    expect(part(personFr['evidence.title']).textContent).toMatch(/À regarder\s:/u);
    cleanup();
    show({ scenes, heldFor: [] });
    const decided = part(personFr['evidence.title']).textContent;
    expect(decided).toMatch(/À savoir\s:/u);
    expect(decided).not.toContain('À regarder');
  });
});

describe('attempts side by side', () => {
  it('say which attempt was set aside, when and why', () => {
    render(AttemptsCompared, {
      attempts: [sampleCompared({ id: 'attempt-2', number: 2 }), sampleCompared({ setAside })],
      shownId: 'attempt-2',
      timeZone: 'America/Montreal',
      onattempt: () => undefined,
    });
    const [, second, first] = screen.getAllByRole('row');
    expect(first?.textContent).toMatch(/Mis à l’écart le 26 novembre 2026.*Un problème technique/su);
    expect(second?.textContent).not.toContain('écart');
  });
});
