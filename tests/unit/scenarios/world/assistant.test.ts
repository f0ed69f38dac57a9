/** The simulated assistant, step by step. */
import { describe, expect, it } from 'vitest';
import type { AssistantAction } from '../../../../scenarios/world/assistant/types.ts';
import { readIntent } from '../../../../scenarios/world/assistant/intents.ts';
import { acts, startScene, step } from '../../../../scenarios/world/scene.ts';
import type { SceneState, WorldAction } from '../../../../scenarios/world/types.ts';
import { assistantScene as world } from '../../../support/assistant-scene.ts';

const add = (phraseId: string): AssistantAction => ({ app: 'assistant', type: 'add-phrase', phraseId });
const write = (typed: string): AssistantAction => ({ app: 'assistant', type: 'write', typed });
const send = (intent: string): AssistantAction => ({ app: 'assistant', type: 'send', intent });
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

function intentOf(typed: string, phrases: readonly string[] = []): string {
  if (world.assistant === undefined) throw new Error('the scene has an assistant');
  return readIntent(world.assistant, { phrases, typed }, ({ words }) => words ?? '');
}

describe('a request', () => {
  it('keeps its words and its intent, and leaves an empty box', () => {
    expect(after(add('q1'), add('q3'), send('notice')).apps.assistant).toEqual({
      phrases: [],
      typed: '',
      asked: [
        {
          id: 'a1-3',
          intent: 'notice',
          phrases: ['q1', 'q3'],
          typed: '',
          sentBy: { epoch: 1, actionSeq: 3 },
        },
      ],
    });
  });

  it('is not sent without a word', () => {
    expect(refusal([], send('other'))).toBe('assistant.empty');
    expect(refusal([write('  ')], send('other'))).toBe('assistant.empty');
  });

  it('has the intent of its ready-made sentences, or any if words were typed', () => {
    expect(refusal([add('q1')], send('dose'))).toBe('assistant.other-intent');
    expect(refusal([add('q3')], send('notice'))).toBe('assistant.other-intent');
    expect(refusal([write('Salut')], send('dose'))).toBeNull();
    expect(refusal([write('Salut')], send('weather'))).toBe('world.unknown-target');
  });

  it('is back in the box when sending is undone', () => {
    expect(after(write('Écris'), send('notice'), undo).apps.assistant).toMatchObject({
      typed: 'Écris',
      asked: [],
    });
  });

  it('is offered to be sent only with the intents that it may have', () => {
    const sends = acts(world, after(add('q2'))).filter(
      ({ app, type }) => app === 'assistant' && type === 'send',
    );
    expect(sends).toEqual([send('dose')]);
  });
});

describe('the intent of typed words', () => {
  it.each([
    ['peux-tu ecrire ça? écris donc', 'notice'],
    ['fais un texte', 'notice'],
    ['please write it', 'notice'],
    ['combien j’en mets, quelle dose?', 'dose'],
    ['il fait beau', 'other'],
    ['', 'other'],
  ])('is read from the words that it shares: %s', (typed, intent) => {
    expect(intentOf(typed)).toBe(intent);
  });

  it('gives way to a ready-made sentence', () => {
    expect(intentOf('combien?', ['q1'])).toBe('notice');
  });
});
