/** The shared folders: arranging them, the trash, search and sorting; S02's copies stay as they were. */
import { describe, expect, it } from 'vitest';
import { startScene, step } from '../../../../scenarios/world/scene.ts';
import type { ExplorerAction, FilesState } from '../../../../scenarios/world/files/types.ts';
import type { SceneState, World, WorldAction } from '../../../../scenarios/world/types.ts';
import { content, filesOf, world as inbox } from '../../../support/s02.ts';
import { shortStep } from '../../../support/short-plays.ts';

const { world } = content.publicScene('s03-tidy', 1, 0);

type Bare<Action> = Action extends unknown ? Omit<Action, 'app'> : never;

function files(action: Bare<ExplorerAction>): WorldAction {
  return { app: 'files', ...action };
}

function play(...actions: readonly WorldAction[]): SceneState {
  return actions.reduce((state, action, index) => {
    const next = shortStep(world, state, action, { epoch: 1, actionSeq: index + 1 });
    if (!next.ok) throw new Error(`${index + 1}: ${next.code}`);
    return next.state;
  }, startScene(world));
}

function refusal(state: SceneState, action: WorldAction, of: World = world): string | null {
  const next = step(of, state, action, { epoch: 1, actionSeq: 99 });
  return next.ok ? null : next.code;
}

function placeOf(state: FilesState, id: string): string | null | undefined {
  return [...state.files, ...(state.explorer?.folders ?? [])].find((entry) => entry.id === id)?.folder;
}

const undo: WorldAction = { app: 'desk', type: 'undo' };

describe('a scene without the files app', () => {
  it('has files and no app state, so that stored attempts have the same fingerprint', () => {
    expect(Object.keys(filesOf(startScene(inbox)))).toEqual(['files']);
    expect(refusal(startScene(inbox), files({ type: 'empty-trash' }), inbox)).toBe('world.unknown-app');
  });
});

describe('the trash', () => {
  it('restores a file to its folder', () => {
    expect(placeOf(filesOf(play()), 'w25')).toBe('trash');
    expect(placeOf(filesOf(play(files({ type: 'restore', itemId: 'w25' }))), 'w25')).toBe('r2');
  });

  it('restores a file to the first place if its folder was deleted too', () => {
    const state = play(files({ type: 'delete', itemId: 'r2' }), files({ type: 'restore', itemId: 'w25' }));
    expect(placeOf(filesOf(state), 'w25')).toBe('r0');
  });

  it('takes a folder with its contents, and restores it whole', () => {
    const state = play(files({ type: 'delete', itemId: 'r4' }));
    expect(refusal(state, files({ type: 'open-file', fileId: 'w18' }))).toBe('files.not-here');
    expect(refusal(state, files({ type: 'move', itemId: 'w18', folderId: 'r3' }))).toBe('files.not-here');
    const back = play(files({ type: 'delete', itemId: 'r4' }), files({ type: 'restore', itemId: 'r4' }));
    expect(placeOf(filesOf(back), 'w18')).toBe('r4');
  });

  it('is emptied with the contents of its folders, and undo restores everything', () => {
    const emptied = [
      files({ type: 'delete', itemId: 'r4' }),
      files({ type: 'open-folder', folderId: 'trash' }),
      files({ type: 'empty-trash' }),
    ];
    const state = filesOf(play(...emptied));
    expect(state.files.map(({ id }) => id)).not.toContain('w18');
    expect(state.files.map(({ id }) => id)).not.toContain('w25');
    expect(state.files).toHaveLength(24 - 5);
    expect(play(...emptied, undo, undo, undo)).toEqual(startScene(world));
  });

  it('deletes one thing for good, but only if it is in the trash', () => {
    expect(refusal(play(), files({ type: 'delete-for-good', itemId: 'w1' }))).toBe('files.not-here');
    const state = filesOf(play(files({ type: 'delete-for-good', itemId: 'w26' })));
    expect(state.files.map(({ id }) => id)).not.toContain('w26');
    expect(placeOf(state, 'w25')).toBe('trash');
  });
});

describe('moving and renaming', () => {
  it('gives the same result by cut and paste as by moving, once', () => {
    const cut = [files({ type: 'cut', itemId: 'w18' }), files({ type: 'paste', folderId: 'r3' })];
    expect(placeOf(filesOf(play(...cut)), 'w18')).toBe('r3');
    expect(refusal(play(...cut), files({ type: 'paste', folderId: 'r2' }))).toBe('files.nothing-cut');
    const moved = play(files({ type: 'move', itemId: 'w18', folderId: 'r3' }));
    expect(filesOf(moved).files).toEqual(filesOf(play(...cut)).files);
  });

  it('refuses to move a folder into itself or its contents, or to move a fixed place', () => {
    const made = files({ type: 'create', what: 'folder', folderId: 'r1', typed: 'Mars' });
    const state = play(made);
    expect(refusal(state, files({ type: 'move', itemId: 'r1', folderId: 'r1' }))).toBe('files.into-itself');
    expect(refusal(state, files({ type: 'move', itemId: 'r1', folderId: 'f1-1' }))).toBe('files.into-itself');
    expect(refusal(state, files({ type: 'move', itemId: 'r0', folderId: 'r1' }))).toBe('files.not-here');
    expect(refusal(state, files({ type: 'rename', itemId: 'r0', typed: 'x' }))).toBe('files.not-here');
    expect(refusal(state, files({ type: 'delete', itemId: 'r0' }))).toBe('files.not-here');
  });

  it('requires a name that is not empty', () => {
    for (const typed of ['', '  ']) {
      expect(refusal(play(), files({ type: 'rename', itemId: 'w18', typed }))).toBe('files.empty');
      expect(refusal(play(), files({ type: 'search', typed }))).toBe('files.empty');
      const create = files({ type: 'create', what: 'document', folderId: 'r1', typed });
      expect(refusal(play(), create)).toBe('files.empty');
    }
  });

  it('refuses files and folders that do not exist', () => {
    for (const action of [
      files({ type: 'open-folder', folderId: 'r9' }),
      files({ type: 'open-file', fileId: 'w99' }),
      files({ type: 'move', itemId: 'w18', folderId: 'w1' }),
      files({ type: 'move', itemId: 'w18', folderId: 'trash' }),
      files({ type: 'restore', itemId: 'w99' }),
      files({ type: 'delete-for-good', itemId: 'w99' }),
      files({ type: 'cut', itemId: 'w99' }),
      files({ type: 'create', what: 'folder', folderId: 'trash', typed: 'x' }),
    ]) {
      expect(refusal(play(), action)).toBe('world.unknown-target');
    }
  });

  it('returns the same state object when nothing changes', () => {
    for (const action of [
      files({ type: 'open-folder', folderId: 'r0' }),
      files({ type: 'close-file' }),
      files({ type: 'leave-search' }),
      files({ type: 'sort', by: 'name', descending: false }),
    ]) {
      const state = play();
      expect(step(world, state, action, { epoch: 1, actionSeq: 1 })).toEqual({ ok: true, state });
      expect(play(action).past).toHaveLength(0);
    }
    const inFolder = play(files({ type: 'open-folder', folderId: 'r4' }));
    const move = files({ type: 'move', itemId: 'w18', folderId: 'r4' });
    expect(step(world, inFolder, move, { epoch: 1, actionSeq: 1 })).toEqual({ ok: true, state: inFolder });
    const openTrash = files({ type: 'open-folder', folderId: 'trash' });
    const twice = play(openTrash, files({ type: 'empty-trash' }), files({ type: 'empty-trash' }));
    expect(twice.past).toHaveLength(2);
  });
});

describe('the window of the files app', () => {
  it('closes a folder, file or cut that no longer exists', () => {
    const state = play(
      files({ type: 'open-folder', folderId: 'r4' }),
      files({ type: 'cut', itemId: 'w17' }),
      files({ type: 'open-file', fileId: 'w18' }),
      files({ type: 'delete', itemId: 'r4' }),
    );
    expect(filesOf(state).explorer).toMatchObject({ open: 'r0', preview: null, cut: null });
  });

  it('ends a search when a folder is opened', () => {
    const state = play(
      files({ type: 'search', typed: 'scan' }),
      files({ type: 'open-folder', folderId: 'r4' }),
    );
    expect(filesOf(state).explorer).toMatchObject({ open: 'r4', search: null });
  });
});
