/** The simulated document, step by step. */
import { describe, expect, it } from 'vitest';
import { countWords } from '../../../../scenarios/world/document/document.ts';
import type { DocumentAction } from '../../../../scenarios/world/document/types.ts';
import { startScene, step } from '../../../../scenarios/world/scene.ts';
import type { SceneState, WorldAction } from '../../../../scenarios/world/types.ts';
import { assistantScene as world } from '../../../support/assistant-scene.ts';

const ask: readonly WorldAction[] = [
  { app: 'assistant', type: 'add-phrase', phraseId: 'q1' },
  { app: 'assistant', type: 'send', intent: 'notice' },
];
const insert: DocumentAction = { app: 'document', type: 'insert', textId: 't1' };
const add = (phraseId: string): DocumentAction => ({ app: 'document', type: 'add-phrase', phraseId });
const drop = (phraseId: string): DocumentAction => ({ app: 'document', type: 'remove-phrase', phraseId });
const own = (typed: string): DocumentAction => ({ app: 'document', type: 'add-line', typed });
const rewrite = (lineId: string, typed: string): DocumentAction => ({
  app: 'document',
  type: 'rewrite',
  lineId,
  typed,
});
const remove = (lineId: string): DocumentAction => ({ app: 'document', type: 'remove-line', lineId });
const send: DocumentAction = { app: 'document', type: 'send' };
const undo: WorldAction = { app: 'desk', type: 'undo' };

function after(...actions: readonly WorldAction[]): SceneState {
  return actions.reduce((state, action, index) => {
    const next = step(world, state, action, { epoch: 1, actionSeq: index + 1 });
    if (!next.ok) throw new Error(`${action.type}: ${next.code}`);
    return next.state;
  }, startScene(world));
}

function refusal(before: readonly WorldAction[], action: WorldAction): string | null {
  const next = step(world, after(...before), action, { epoch: 1, actionSeq: 99 });
  return next.ok ? null : next.code;
}

const lines = (...actions: readonly WorldAction[]): unknown =>
  after(...actions).apps.document?.lines.map(({ id, typed }) => typed ?? id);

describe('a document', () => {
  it('takes the text of an answer that is on screen, each sentence once', () => {
    expect(refusal([], insert)).toBe('world.not-on-screen');
    expect(lines(...ask, insert, insert)).toEqual(['s1', 's2']);
    expect(refusal(ask, { ...insert, textId: 't2' })).toBe('world.unknown-target');
  });

  it('has sentences added, changed in their place and removed', () => {
    expect(lines(...ask, insert, add('s3'), rewrite('s1', 'Une'), remove('s2'))).toEqual(['Une', 's3']);
    expect(lines(...ask, insert, rewrite('s1', 'Une'), insert)).toEqual(['Une', 's2']);
    expect(lines(add('s3'), drop('s3'))).toEqual([]);
  });

  it('has sentences of one’s own', () => {
    expect(lines(own('Merci'))).toEqual(['Merci']);
    expect(lines(own('Merci'), rewrite('w1-1', 'Bonjour'))).toEqual(['Bonjour']);
  });

  it('refuses an empty sentence, and one that is not there', () => {
    expect(refusal([], own(' '))).toBe('document.empty');
    expect(refusal([add('s3')], rewrite('s3', ''))).toBe('document.empty');
    expect(refusal([], rewrite('s3', 'Une'))).toBe('world.unknown-target');
    expect(refusal([], remove('s3'))).toBe('world.unknown-target');
    expect(refusal([], add('q1'))).toBe('world.unknown-target');
  });

  it('brings a removed sentence back by undo', () => {
    expect(lines(add('s3'), remove('s3'), undo)).toEqual(['s3']);
  });

  it('is sent with its note, again and again, but never empty', () => {
    expect(refusal([], send)).toBe('document.empty');
    const { document } = after(
      add('s3'),
      add('n1'),
      { app: 'document', type: 'write', typed: 'Voilà' },
      send,
      send,
    ).apps;
    expect(document?.sent).toMatchObject([
      { id: 'e1-4', lines: [{ id: 's3' }], note: { phrases: ['n1'], typed: 'Voilà' } },
      { id: 'e1-5', lines: [{ id: 's3' }], note: { phrases: [], typed: '' } },
    ]);
    expect(document?.lines).toHaveLength(1);
  });
});

describe('the count of words', () => {
  it.each([
    ['Prenez de l’eau froide : l’eau chaude le rend moins fort.', 10],
    ['20\u00A0ml', 2],
    ['  ', 0],
    ['— !', 0],
  ])('counts what holds a letter or a digit: %s', (text, count) => {
    expect(countWords(text)).toBe(count);
  });
});
