/** Plays the files app in a test: the real reducers apply its actions, and the test sees both. */
import { render } from '@testing-library/svelte';
import FilesApp from '../../../../client/src/apps/files/FilesApp.svelte';
import type { ExplorerState } from '../../../../scenarios/world/files/types.ts';
import { startScene, step } from '../../../../scenarios/world/scene.ts';
import type { SceneState, World, WorldAction } from '../../../../scenarios/world/types.ts';
import { sampleWorld as inbox } from '../mail/sample-world.ts';

const details = { kind: 'image', changed: 'Hier', order: 2, preview: ['Du lundi au jeudi'] } as const;

/** A small shared folder; texts are their own keys. */
export const filesWorld: World = {
  ...inbox,
  apps: ['files'],
  files: {
    folders: [
      { id: 'r0', name: 'Partagé' },
      { id: 'r1', name: 'Horaires', parent: 'r0' },
      { id: 'r2', name: 'Photos', parent: 'r0' },
    ],
    defaultFolder: 'r0',
    files: [
      { id: 'w1', name: 'scan0045', folder: 'r2', details },
      { id: 'w2', name: 'Étagères', folder: 'r2', details: { ...details, order: 3 } },
      { id: 'w3', name: 'Guide', folder: 'r0', details: { ...details, kind: 'document', order: 1 } },
      { id: 'w4', name: 'Liste 2026', folder: 'r1', trashed: true, details },
      { id: 'w5', name: 'Liste 2025', folder: 'r1', trashed: true, details },
    ],
  },
};

export interface Play {
  readonly actions: WorldAction[];
  readonly state: () => SceneState;
  readonly explorer: () => ExplorerState;
  readonly change: (props: { readOnly?: boolean; pointAt?: string | null; undone?: number }) => Promise<void>;
}

export function playFiles(before: readonly WorldAction[] = [], readOnly = false): Play {
  let state = startScene(filesWorld);
  let actionSeq = 0;
  const actions: WorldAction[] = [];
  const take = (action: WorldAction): void => {
    actionSeq += 1;
    const next = step(filesWorld, state, action, { epoch: 1, actionSeq });
    if (!next.ok) throw new Error(`${action.app} ${action.type} refused: ${next.code}`);
    state = next.state;
  };
  before.forEach(take);
  let update: (props: object) => Promise<void> = () => Promise.resolve();
  const view = render(FilesApp, {
    world: filesWorld,
    state,
    readOnly,
    pointAt: null,
    text: (key: string) => key,
    act: (action: WorldAction) => {
      actions.push(action);
      take(action);
      void update({ state });
    },
  });
  update = (props) => view.rerender(props);
  return {
    actions,
    state: () => state,
    explorer: () => {
      const explorer = state.apps.files?.explorer;
      if (explorer === undefined) throw new Error('the scene has no files app');
      return explorer;
    },
    change: (props) => update(props),
  };
}
