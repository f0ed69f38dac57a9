/** Plays the mail app in a test: the real reducers apply its actions, and the test sees both. */
import { render } from '@testing-library/svelte';
import { startScene, step } from '../../../../scenarios/world/scene.ts';
import type { SceneState, World, WorldAction } from '../../../../scenarios/world/types.ts';
import MailApp from '../../../../client/src/apps/mail/MailApp.svelte';
import type { Timers } from '../../../../client/src/apps/kit/typed-text.svelte.ts';
import { sampleWorld } from './sample-world.ts';

/** Timers that run when the test says so. */
export class HandTimers implements Timers {
  readonly #waiting = new Map<number, () => void>();
  #next = 1;

  readonly set = (run: () => void): number => {
    this.#waiting.set(this.#next, run);
    return this.#next++;
  };

  readonly clear = (timer: number): void => {
    this.#waiting.delete(timer);
  };

  /** Lets the pause pass. */
  pass(): void {
    const due = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const run of due) run();
  }
}

export interface Play {
  readonly actions: WorldAction[];
  readonly timers: HandTimers;
  readonly container: HTMLElement;
  state: () => SceneState;
  /** Acts from outside the app, e.g. the frame's own « Annuler ». */
  act: (action: WorldAction) => Promise<void>;
  change: (props: { readOnly?: boolean; pointAt?: string | null }) => Promise<void>;
}

export function playMail(
  options: {
    readonly readOnly?: boolean;
    readonly before?: readonly WorldAction[];
    readonly world?: World;
  } = {},
): Play {
  const world = options.world ?? sampleWorld;
  let state = startScene(world);
  let actionSeq = 0;
  const actions: WorldAction[] = [];
  const timers = new HandTimers();
  const take = (action: WorldAction): void => {
    actionSeq += 1;
    const next = step(world, state, action, { epoch: 1, actionSeq });
    if (!next.ok) throw new Error(`${action.app} ${action.type} refused: ${next.code}`);
    state = next.state;
  };
  options.before?.forEach(take);
  let update: (props: object) => Promise<void> = () => Promise.resolve();
  const view = render(MailApp, {
    world,
    state,
    text: (key: string) => key,
    act: (action: WorldAction) => {
      actions.push(action);
      take(action);
      void update({ state });
    },
    readOnly: options.readOnly ?? false,
    pointAt: null,
    timers,
  });
  update = (props) => view.rerender(props);
  return {
    actions,
    timers,
    container: view.container,
    state: () => state,
    act: async (action) => {
      take(action);
      await update({ state });
    },
    change: (props) => update(props),
  };
}
