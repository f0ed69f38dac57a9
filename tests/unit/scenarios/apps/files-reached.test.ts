/** How a person got to a file: by a search, by sorting, or with so many detours. */
import { describe, expect, it } from 'vitest';
import { filesFacts } from '../../../../scenarios/apps/files/facts.ts';
import { observePlay } from '../../../../scenarios/evidence/observe-play.ts';
import type { ExplorerAction } from '../../../../scenarios/world/files/types.ts';
import type { WorldAction } from '../../../../scenarios/world/types.ts';
import { content } from '../../../support/s02.ts';

const { vocabulary } = content.evidence({ scenario: 's03-tidy', worldVersion: 2, scoringVersion: 1 });
const { world } = content.publicScene('s03-tidy', 2, 0);

type Bare<Action> = Action extends unknown ? Omit<Action, 'app'> : never;

const undo: WorldAction = { app: 'desk', type: 'undo' };
const files = (action: Bare<ExplorerAction>): WorldAction => ({ app: 'files', ...action });
const folder = (folderId: string): WorldAction => files({ type: 'open-folder', folderId });
const file = (fileId: string): WorldAction => files({ type: 'open-file', fileId });
const move = (itemId: string): WorldAction => files({ type: 'move', itemId, folderId: 'r3' });
const search = files({ type: 'search', typed: 'scan' });
const sort = (by: 'name' | 'changed', descending: boolean): WorldAction =>
  files({ type: 'sort', by, descending });

/** The newest scans are w18 and w20; the oldest is w21. */
function wayTo(id: string, ...tried: readonly WorldAction[]): object | undefined {
  const { state, actions, refused } = observePlay(vocabulary, world, tried);
  expect(refused).toEqual([]);
  const found = filesFacts.of({ world, state, actions }).reached.find((each) => each.id === id);
  return found && { ...found };
}

describe('the way to a file', () => {
  it('counts folders and other things opened, moved or deleted before it, not the trash', () => {
    const way = [folder('r1'), file('w4'), folder('trash'), folder('r4'), move('w17'), file('w18')];
    expect(wayTo('w18', ...way)).toMatchObject({ openings: 3n, detours: 4n });
    const restored = [folder('trash'), files({ type: 'restore', itemId: 'w25' }), folder('r4'), file('w18')];
    expect(wayTo('w18', ...restored)).toMatchObject({ openings: 1n, detours: 1n });
  });

  it('stops counting at the first action on it', () => {
    const way = [folder('r4'), file('w18'), folder('r1'), folder('r4'), file('w18')];
    expect(wayTo('w18', ...way)).toMatchObject({ openings: 1n, detours: 1n });
  });

  it('leads through a search while its results are shown, even after other ways', () => {
    expect(wayTo('w18', search, file('w18'))).toMatchObject({ bySearch: true });
    expect(wayTo('w18', folder('r4'), file('w18'), search, move('w18'))).toMatchObject({ bySearch: true });
    expect(wayTo('w18', search, folder('r4'), file('w18'))).toMatchObject({ bySearch: false });
    expect(wayTo('w18', folder('r4'), search, undo, file('w18'))).toMatchObject({ bySearch: false });
  });

  it('leads through sorting by date if that brings it into the first three files', () => {
    expect(wayTo('w18', sort('changed', true), folder('r4'), file('w18'))).toMatchObject({ bySort: true });
    expect(wayTo('w21', sort('changed', false), folder('r4'), file('w21'))).toMatchObject({ bySort: true });
    expect(wayTo('w18', sort('changed', false), folder('r4'), file('w18'))).toMatchObject({ bySort: false });
    expect(wayTo('w18', sort('name', true), folder('r4'), file('w18'))).toMatchObject({ bySort: false });
    expect(wayTo('w18', folder('r4'), file('w18'))).toMatchObject({ bySort: false });
  });
});
