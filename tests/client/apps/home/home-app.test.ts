import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import HomeApp from '../../../../client/src/apps/home/HomeApp.svelte';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import { startScene, step } from '../../../../scenarios/world/scene.ts';
import type { WorldAction } from '../../../../scenarios/world/types.ts';
import { portalScene } from '../../../support/portal-scene.ts';
import { punchScene as world } from '../../../support/punch-scene.ts';
import { playApp } from '../play-app.ts';

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

/** Plays the app: the real reducers apply its actions. */
function playHome(pointAt: string | null = null): WorldAction[] {
  let state = startScene(world);
  const actions: WorldAction[] = [];
  let update: (props: object) => Promise<void> = () => Promise.resolve();
  const view = render(HomeApp, {
    world,
    state,
    text: (key: string) => key,
    act: (action: WorldAction) => {
      actions.push(action);
      const next = step(world, state, action, { epoch: 1, actionSeq: actions.length });
      if (!next.ok) throw new Error(`${action.type}: ${next.code}`);
      state = next.state;
      void update({ state });
    },
    readOnly: false,
    pointAt,
    timers: { set: () => 0, clear: () => undefined },
  });
  update = (props) => view.rerender(props);
  return actions;
}

async function press(name: string | RegExp): Promise<void> {
  await fireEvent.click(screen.getByRole('button', { name }));
  await tick();
  await tick();
}

it('opens a page by its icon, and moves focus there and back', async () => {
  playHome();
  await press('Météo');
  expect(document.activeElement?.textContent).toBe('Météo');
  await press('Retour');
  expect(document.activeElement?.getAttribute('data-row')).toBe('i1');
});

it('opens texts at their list, also if a conversation was left open', async () => {
  const { actions, state } = playApp(
    HomeApp,
    [
      { app: 'home', type: 'open-icon', iconId: 'i1' },
      { app: 'phone', type: 'open', conversationId: 'c1' },
      { app: 'desk', type: 'open-app', target: 'home' },
    ],
    { world: portalScene },
  );
  await press('Textos');
  expect(actions.map(({ type }) => type)).toEqual(['open-icon', 'close']);
  expect(state().apps.phone?.open).toBeNull();
});

it('shows the notice in place of the icons, and says what the answer did', async () => {
  const actions = playHome();
  await press('Pointage');
  expect(document.activeElement?.textContent).toBe('Mise à jour');
  expect(screen.queryByRole('button', { name: 'Météo' })).toBeNull();
  await press('Maintenant');
  expect(screen.getByText('À jour.')).toBeTruthy();
  expect(actions.map(({ type }) => type)).toEqual(['open-icon', 'answer-notice']);
});

it('turns settings on and off by switches that say how they stand', async () => {
  playHome();
  await press('Réglages');
  await press('Réseau');
  expect(document.activeElement?.textContent).toBe('Réseau');
  const wifi = screen.getByRole('switch', { name: /Wi-Fi/ });
  expect(wifi.getAttribute('aria-checked')).toBe('false');
  await fireEvent.click(wifi);
  await tick();
  expect(wifi.getAttribute('aria-checked')).toBe('true');
  expect(screen.getByText(/Wi-Fi\s: en fonction/)).toBeTruthy();
});

function markedPlace(): string | undefined {
  return document.querySelector('.mark')?.closest<HTMLElement>('[data-help]')?.dataset.help;
}

it('points at the icons when help is about another app', async () => {
  playHome('punch:send');
  await tick();
  await tick();
  expect(markedPlace()).toBe('home:icons');
});

it.each([
  ['punch:send', 'home:icon:i2'],
  ['home:settings', 'home:icon:i3'],
  ['home:icons', 'home:icons'],
])('points from the icons at the one that leads to %s if the scene says so', async (pointAt, place) => {
  const home = world.home && { ...world.home, helpMarksIcon: true as const };
  playApp(HomeApp, [], { world: { ...world, ...(home && { home }) }, more: { pointAt } });
  await tick();
  await tick();
  expect(markedPlace()).toBe(place);
});
