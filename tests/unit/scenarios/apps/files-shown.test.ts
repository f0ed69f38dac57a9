/** When a file was on the screen: opened, or brought to the front again. */
import { describe, expect, it } from 'vitest';
import { filesFacts } from '../../../../scenarios/apps/files/facts.ts';
import { observePlay } from '../../../../scenarios/evidence/observe-play.ts';
import type { WorldAction } from '../../../../scenarios/world/types.ts';
import { content } from '../../../support/s02.ts';

const { vocabulary } = content.evidence({ scenario: 's13-ai-assistant', worldVersion: 1, scoringVersion: 1 });
const { world } = content.publicScene('s13-ai-assistant', 1, 0);

const files: WorldAction = { app: 'desk', type: 'open-app', target: 'files' };
const paper: WorldAction = { app: 'desk', type: 'open-app', target: 'document' };
const undo: WorldAction = { app: 'desk', type: 'undo' };
const close: WorldAction = { app: 'files', type: 'close-file' };
const open = (fileId: string): WorldAction => ({ app: 'files', type: 'open-file', fileId });

function shown(...tried: readonly WorldAction[]): string[] {
  const { state, actions, refused } = observePlay(vocabulary, world, tried);
  expect(refused).toEqual([]);
  return filesFacts.of({ world, state, actions }).shown.map(({ id, at }) => `${id} ${at}`);
}

describe('the files that came to the screen', () => {
  it('are those that were opened, each time', () => {
    expect(shown(files, open('f1'), close, open('f2'), close, open('f1'))).toEqual(['f1 2', 'f2 4', 'f1 6']);
    expect(
      shown(files, { app: 'files', type: 'rename', itemId: 'f1', typed: 'Fiche' }, paper, files),
    ).toEqual([]);
  });

  it('come again with their app, unless they were closed or another file was opened', () => {
    expect(shown(files, open('f1'), paper, files)).toEqual(['f1 2', 'f1 4']);
    expect(shown(files, open('f1'), close, paper, files)).toEqual(['f1 2']);
    expect(shown(files, open('f1'), close, open('f2'), paper, files)).toEqual(['f1 2', 'f2 4', 'f2 6']);
  });

  it('come again by undo', () => {
    expect(shown(files, open('f1'), close, undo)).toEqual(['f1 2', 'f1 4']);
  });
});
