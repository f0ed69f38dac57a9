import { cleanup, render, screen, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { weekFr } from '../../../../client/src/i18n/catalogues/week.fr.ts';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import { mapWeek } from '../../../../client/src/screens/week/week-model.ts';
import Week from '../../../../client/src/screens/week/Week.svelte';
import { ReadAloud } from '../../../../client/src/ui/read-aloud.svelte.ts';
import type { WeekAnswer, WeekScene } from '../../../../server/contract/play.ts';
import { HandTimers } from '../../support/hand-timers.ts';
import { playFromStart } from '../../support/page.ts';
import { PlayServer } from '../../support/play-server.ts';
import { sampleWorld } from '../../apps/mail/sample-world.ts';

type Status = WeekScene['status'];

type Day = [day: number, status: Status, used?: WeekScene['used']];

function weekOf(...days: Day[]): WeekAnswer {
  const scenes = days.map(([day, status, used = []], index): WeekScene => ({
    sceneId: String(index + 1),
    day,
    status,
    used,
    place: 'office',
    title: { fr: `Tâche ${String(index + 1)}`, en: `Task ${String(index + 1)}` },
  }));
  return { scenes, goesOn: false };
}
afterEach(() => {
  cleanup();
  locale.current = 'fr';
});

describe('the week', () => {
  it('reports the day that just ended, and the tools used on it', () => {
    const map = mapWeek(
      weekOf(
        [1, 'done', ['undo']],
        [1, 'skipped', ['pause', 'undo']],
        [2, 'waiting'],
        [4, 'waiting', ['help']],
      ),
      false,
    );
    expect([map.days.map(({ day }) => day), map.next?.sceneId, map.endedDay]).toEqual([[1, 2, 4], '3', 1]);
    expect(map.used).toEqual(['undo', 'pause']);
  });

  it('has no ended day in the middle of one or before the first', () => {
    expect(mapWeek(weekOf([1, 'done'], [1, 'waiting']), false).endedDay).toBeNull();
    expect(mapWeek(weekOf([1, 'waiting']), false).endedDay).toBeNull();
  });

  it('ends its last day with the last scene', () => {
    const map = mapWeek(weekOf([1, 'done'], [5, 'done', ['listen']]), false);
    expect([map.next, map.endedDay, map.used]).toEqual([null, 5, ['listen']]);
  });
});

describe('the map of the week', () => {
  async function show(week: WeekAnswer, onPhone = false): Promise<void> {
    const server = new PlayServer(sampleWorld);
    server.onPhone = onPhone;
    const { game } = await playFromStart(server);
    const { attempt } = game;
    if (attempt === null) throw new Error('no attempt');
    attempt.week = week;
    render(Week, { game, attempt, reader: new ReadAloud(null, new HandTimers()) });
  }

  it('shows where the person is, what is done and what comes, and no score', async () => {
    await show(weekOf([1, 'done', ['help']], [2, 'waiting'], [3, 'waiting']));
    expect(document.activeElement?.textContent).toBe('Ta journée de lundi est finie');
    const days = within(screen.getByRole('list', { name: 'Les jours de la semaine' }));
    const stops = days.getAllByRole('heading').map(({ textContent }) => textContent);
    expect(stops).toEqual(['Lundi', 'Mardi', 'Mercredi']);
    expect(days.getByText('Tu es ici').closest('li')?.textContent).toContain('Tâche 2');
    expect(document.querySelector('[aria-current="step"]')?.textContent).toContain('Mardi');
    expect(screen.getByText(/Tu as demandé de l’aide/)).toBeTruthy();
    expect(screen.getByRole('img', { name: 'L’étagère de souvenirs' })).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/point|%|score|note\b/i);
  });

  it('has a place for a different keepsake from every scene', async () => {
    await show(weekOf(...Array.from({ length: 12 }, (): Day => [1, 'done'])));
    const kept = [...document.querySelectorAll<SVGElement>('[data-keepsake]')].map(
      ({ dataset }) => dataset.keepsake,
    );
    expect(new Set(kept).size).toBe(12);
  });

  it('has the newest keepsake on the upper shelf when one shelf is full', async () => {
    await show(weekOf(...Array.from({ length: 7 }, (): Day => [1, 'done'])));
    const first = document.querySelector<SVGElement>('[data-keepsake]');
    expect(first?.dataset.keepsake).toBe('keys');
    expect(document.querySelectorAll('[data-keepsake]')).toHaveLength(7);
  });

  it('leaves days open that are not chosen yet, and says so once', async () => {
    await show({ ...weekOf([1, 'waiting']), goesOn: true });
    const days = within(screen.getByRole('list', { name: 'Les jours de la semaine' }));
    const stops = days.getAllByRole('heading').map(({ textContent }) => textContent);
    expect(stops).toEqual(['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi']);
    expect(days.getAllByText('Plus tard')).toHaveLength(4);
    expect(screen.getAllByText(/Le reste se choisit en chemin/)).toHaveLength(1);
  });

  it('names the tools nobody used at the end of a day, and not once the week is over', async () => {
    await show(weekOf([1, 'done'], [2, 'waiting']));
    expect(document.body.textContent).toContain(weekFr['used.none']);
    cleanup();
    await show(weekOf([1, 'done'], [5, 'done']));
    expect(document.body.textContent).toContain(weekFr['week.end']);
    expect(document.body.textContent).not.toContain(weekFr['used.none']);
  });

  describe('on a phone', () => {
    /** The second task needs a computer. */
    function withComputer(week: WeekAnswer): WeekAnswer {
      return {
        ...week,
        scenes: week.scenes.map((scene) =>
          scene.sceneId === '2' ? { ...scene, needsComputer: true } : scene,
        ),
      };
    }

    const standingOf = (title: string): string =>
      screen.getByText(title).closest('li')?.textContent.replace(title, '').trim() ?? '';

    it('lets a task for a computer wait, says so, and goes on with the next', async () => {
      await show(withComputer(weekOf([1, 'waiting'], [2, 'waiting'], [3, 'waiting'])), true);
      expect(standingOf('Tâche 1')).toBe('Tu es ici');
      expect(standingOf('Tâche 2')).toBe('Pour un ordinateur');
      expect(standingOf('Tâche 3')).toBe('Plus tard');
      expect(screen.getAllByText(/Des tâches se font sur un ordinateur/)).toHaveLength(1);
      cleanup();
      await show(withComputer(weekOf([1, 'done'], [2, 'waiting'], [3, 'waiting'])), true);
      expect([standingOf('Tâche 2'), standingOf('Tâche 3')]).toEqual(['Pour un ordinateur', 'Tu es ici']);
    });

    it('says what is left once only tasks for a computer are, and that no week is over', async () => {
      await show(withComputer(weekOf([1, 'done'], [2, 'waiting'], [3, 'done'])), true);
      expect(screen.getByText(/Il reste des tâches pour un ordinateur/)).toBeTruthy();
      expect(document.body.textContent).not.toContain(weekFr['week.title.end']);
      expect(document.body.textContent).not.toContain(weekFr['week.end']);
    });

    it('is the same as ever on a computer', async () => {
      await show(withComputer(weekOf([1, 'done'], [2, 'waiting'], [3, 'waiting'])));
      expect([standingOf('Tâche 2'), standingOf('Tâche 3')]).toEqual(['Tu es ici', 'Plus tard']);
      expect(document.body.textContent).not.toContain('ordinateur');
    });
  });

  it('shows only the days that were played when the week ended early', async () => {
    await show(weekOf([1, 'done'], [2, 'done']));
    const days = within(screen.getByRole('list', { name: 'Les jours de la semaine' }));
    expect(days.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual(['Lundi', 'Mardi']);
    expect(screen.getByText('Merci pour cette semaine avec nous.')).toBeTruthy();
  });
});
