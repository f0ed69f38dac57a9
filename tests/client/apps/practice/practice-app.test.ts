import { cleanup, fireEvent, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import PracticeApp from '../../../../client/src/apps/practice/PracticeApp.svelte';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import type { World, WorldAction } from '../../../../scenarios/world/types.ts';
import { practiceScene } from '../../../support/practice-scene.ts';
import { playApp, press, settle } from '../play-app.ts';

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

type Play = ReturnType<typeof playApp>;

const passing = (ids: readonly string[]): WorldAction[] =>
  ids.map((stepId) => ({ app: 'practice', type: 'pass', stepId }));
const toType = passing(['point', 'scroll', 'open']);
const toUndo = passing(['point', 'scroll', 'open', 'type']);

function playPractice(before: readonly WorldAction[] = [], world: World = practiceScene): Play {
  return playApp(PracticeApp, before, { world });
}

async function pressGround(detail = 1): Promise<void> {
  const ground = document.querySelector('.step');
  if (ground === null) throw new Error('no ground');
  await fireEvent.click(ground, { detail });
  await settle();
}

function asked(): string {
  return screen.getByRole('heading', { level: 3 }).textContent;
}

function outcomes(play: Play): Readonly<Record<string, string>> {
  return play.state().apps.practice?.outcomes ?? {};
}

describe('the steps', () => {
  it('are done one after the other, and the next one gets focus', async () => {
    const play = playPractice();
    expect(screen.getByText('Étape 1 sur 8')).toBeTruthy();
    await press('La tasse');
    expect(asked()).toBe('Trouve les clés.');
    expect(document.activeElement?.textContent).toBe('Trouve les clés.');
    await press('Les clés');
    await press('Nadia');
    expect(document.activeElement?.textContent).toContain('Continuer');
    await press('Continuer');
    await fireEvent.input(screen.getByLabelText('Écris ici'), { target: { value: ' FORET ' } });
    await press('OK');
    expect(JSON.stringify(play.actions)).not.toContain('FORET');
    await press('Effacer la note');
    expect(asked()).toBe('Choisis Annuler.');
    await press('Annuler');
    expect(asked()).toBe('Choisis Écouter.');
    expect(outcomes(play)).toEqual({
      point: 'done',
      scroll: 'done',
      open: 'done',
      type: 'done',
      undo: 'done',
    });
  });

  it('can be skipped to the end, which says what to press', async () => {
    playPractice(toUndo);
    for (let left = 4; left > 0; left -= 1) await press('Passer cette étape');
    expect(asked()).toBe('C’est tout.');
    expect(screen.getByText('Appuie sur « J’ai fini ».')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Passer cette étape' })).toBeNull();
  });
});

describe('the step about « Écouter »', () => {
  const toListen = passing(['point', 'scroll', 'open', 'type', 'undo']);

  it('asks for the button, and says that its picture is one', () => {
    playPractice(toListen);
    expect(asked()).toBe('Choisis Écouter.');
    expect(screen.getByText('Cherche cette image sur un bouton.')).toBeTruthy();
  });

  it('asks for nothing without a voice, and shows what the button looks like', () => {
    playApp(PracticeApp, toListen, { world: practiceScene, more: { canListen: false } });
    expect(asked()).toBe('Cet appareil n’a pas de voix.');
    expect(screen.getByText('« Écouter » a cette image.')).toBeTruthy();
  });
});

describe('a wrong press or entry', () => {
  it('gets a kind message, and a hand that shows where to press', async () => {
    const play = playPractice();
    await press('La plante');
    expect(screen.getByText('Essaie encore.')).toBeTruthy();
    expect(document.querySelector('.pointed')?.textContent).toContain('La tasse');
    await pressGround();
    expect(play.state().apps.practice?.misses).toEqual({ point: 2 });
    await press('La tasse');
    expect(screen.queryByText(/Essaie encore/)).toBeNull();
  });

  it('is not counted for the second half of a double click', async () => {
    const play = playPractice();
    await pressGround(2);
    expect(play.actions).toEqual([]);
  });

  it('is counted for another word, or an empty box', async () => {
    const play = playPractice(toType);
    await press('OK');
    await fireEvent.input(screen.getByLabelText('Écris ici'), { target: { value: 'sapin' } });
    await press('OK');
    expect(screen.getByText('Écris « Forêt ».')).toBeTruthy();
    expect(play.state().apps.practice?.misses).toEqual({ type: 2 });
    expect(JSON.stringify(play.actions)).not.toContain('sapin');
  });

  it('says no more of a miss before the right press once the note is erased', async () => {
    playPractice(toUndo);
    await pressGround();
    expect(screen.getByText(/Essaie encore/)).toBeTruthy();
    await press('Effacer la note');
    expect(screen.queryByText(/Essaie encore/)).toBeNull();
    await pressGround();
    expect(screen.getByText(/« Annuler » est en haut/)).toBeTruthy();
  });

  it('is not counted when the step asks for a tool outside the page', async () => {
    const play = playPractice(passing(['point', 'scroll', 'open', 'type', 'undo']));
    await pressGround();
    expect(play.actions).toEqual([]);
  });
});

describe('help', () => {
  it('points at the target, or at the page when its step is on another one', async () => {
    const play = playPractice();
    await play.change({ pointAt: 'practice:step:point' });
    await settle();
    expect(document.querySelector('.pointed')?.textContent).toContain('La tasse');
    await play.change({ pointAt: 'practice:step:undo' });
    await settle();
    expect(document.querySelector<HTMLElement>('.pointed')?.dataset.help).toBe('practice:page');
  });
});

describe('read-only', () => {
  it('sends no action', async () => {
    const play = playPractice();
    await play.change({ readOnly: true });
    await press('La tasse');
    await press('Passer cette étape');
    await pressGround();
    expect(play.actions).toEqual([]);
  });

  it('shows everything in English too', () => {
    locale.current = 'en';
    playPractice();
    expect(screen.getByRole('button', { name: 'Skip this step' })).toBeTruthy();
  });
});

describe('a page that shows the note again and offers another way', () => {
  const wide: World = {
    ...practiceScene,
    practice: {
      steps: (practiceScene.practice?.steps ?? []).map((one) => {
        if (one.kind === 'undo') return { ...one, back: 'La note est revenue.' };
        return one.kind === 'use' ? { ...one, instead: 'Autrement' } : one;
      }),
    },
  };
  const erase: WorldAction = { app: 'practice', type: 'erase', stepId: 'undo' };

  it('keeps the note in view until the person continues', async () => {
    const play = playPractice([...toUndo, erase, { app: 'desk', type: 'undo' }], wide);
    expect(screen.getByRole('heading', { name: 'La note est revenue.' })).toBeTruthy();
    expect(screen.getByText('Pain')).toBeTruthy();
    await press('Continuer');
    expect(play.actions).toEqual([{ app: 'practice', type: 'seen', stepId: 'undo' }]);
  });

  it('has a button for a device without a voice', async () => {
    const play = playPractice(passing(['point', 'scroll', 'open', 'type', 'undo']), wide);
    await press('Autrement');
    expect(play.actions).toEqual([{ app: 'practice', type: 'instead', stepId: 'listen' }]);
  });
});
