/** Who hears a screen tells its controls apart by their names alone. */
import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, expect, it } from 'vitest';
import { loadApps, windowOf } from '../../../client/src/apps/find-app.ts';
import { locale } from '../../../client/src/i18n/i18n.svelte.ts';
import { startScene, step } from '../../../scenarios/world/scene.ts';
import type { SceneState } from '../../../scenarios/world/types.ts';
import { content } from '../../support/s02.ts';
import { listNewestScenarios, type PlayedScenario } from '../../support/scene-plays.ts';

const roles = ['button', 'link', 'textbox', 'searchbox', 'combobox', 'region'] as const;

afterEach(cleanup);

/** The states of a play without a fault, oldest first. */
function statesOf({ world, plays }: PlayedScenario): readonly SceneState[] {
  let state = startScene(world);
  const states = [state];
  for (const [index, action] of (plays[0]?.actions ?? []).entries()) {
    const next = step(world, state, action, { epoch: 1, actionSeq: index + 1 });
    if (!next.ok) throw new Error(`${action.type}: ${next.code}`);
    state = next.state;
    states.push(state);
  }
  return states;
}

function listTwice(): string[] {
  return roles.flatMap((role) => {
    const names: string[] = [];
    screen.queryAllByRole(role, { name: (name) => names.push(name) > 0 });
    return names.filter((name, place) => names.indexOf(name) !== place).map((name) => `${role}: ${name}`);
  });
}

it.each(listNewestScenarios())(
  'no two controls of a screen have the same name in $name',
  async (scenario) => {
    locale.current = 'fr';
    const { world } = scenario;
    const { fr } = content.publicScene(world.id, world.version, 1).texts;
    await loadApps(world);
    /** By the headings of a screen: a later state of the same screen has more on it. */
    const screens = new Map<string, SceneState>();
    const show = (state: SceneState): HTMLElement =>
      render(windowOf(state.apps.active), {
        world,
        state,
        text: (key) => fr[key] ?? key,
        act: () => undefined,
        readOnly: false,
        pointAt: null,
        timers: { set: () => 0, clear: () => undefined },
      }).container;
    for (const state of statesOf(scenario)) {
      const titles = [...show(state).querySelectorAll('h2, h3')].map(({ textContent }) => textContent);
      screens.set(titles.join(), state);
      cleanup();
    }
    const found = [...screens].map(([titles, state]) => {
      show(state);
      const twice = listTwice();
      cleanup();
      return { titles, twice };
    });
    expect(found.filter(({ twice }) => twice.length > 0)).toEqual([]);
  },
);
