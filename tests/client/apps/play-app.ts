/** Plays an app in the small scene of the assistant: the real reducers apply its actions. */
import { fireEvent, render, screen } from '@testing-library/svelte';
import { type Component, tick } from 'svelte';
import type { AppProps } from '../../../client/src/apps/kit/app-view.svelte.ts';
import { startScene, step } from '../../../scenarios/world/scene.ts';
import type { SceneState, WorldAction } from '../../../scenarios/world/types.ts';
import { assistantScene as world } from '../../support/assistant-scene.ts';

interface Play {
  readonly actions: WorldAction[];
  readonly container: HTMLElement;
  state: () => SceneState;
}

export function playApp(
  App: Component<AppProps>,
  before: readonly WorldAction[] = [],
  readOnly = false,
  arrival = { said: '' },
): Play {
  let state = startScene(world);
  const actions: WorldAction[] = [];
  let actionSeq = 0;
  const take = (action: WorldAction): void => {
    actionSeq += 1;
    const next = step(world, state, action, { epoch: 1, actionSeq });
    if (!next.ok) throw new Error(`${action.type}: ${next.code}`);
    state = next.state;
  };
  before.forEach(take);
  let update: (props: object) => Promise<void> = () => Promise.resolve();
  const view = render(App, {
    world,
    state,
    text: (key: string) => key,
    act: (action: WorldAction) => {
      actions.push(action);
      take(action);
      void update({ state });
    },
    readOnly,
    pointAt: null,
    arrival,
    timers: { set: () => 0, clear: () => undefined },
  });
  update = (props) => view.rerender(props);
  return { actions, container: view.container, state: () => state };
}

export async function press(name: string | RegExp): Promise<void> {
  await fireEvent.click(screen.getByRole('button', { name }));
  await tick();
}
