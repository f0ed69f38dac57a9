/** S13: a document is judged by the last one sent, and by what it says whatever the language. */
import { describe, expect, it } from 'vitest';
import { countWords } from '../../../../scenarios/world/document/document.ts';
import type { WorldAction } from '../../../../scenarios/world/types.ts';
import { content } from '../../../support/s02.ts';
import { listPlayedScenarios, playIn, resultIn } from '../../../support/scene-plays.ts';

const scenario = listPlayedScenarios().find(({ world }) => world.id === 's13-ai-assistant');
if (scenario === undefined) throw new Error('S13 is not in the content');
const played = scenario;

const ask: readonly WorldAction[] = [
  ...['q1', 'q4', 'q6'].map((phraseId): WorldAction => ({ app: 'assistant', type: 'add-phrase', phraseId })),
  { app: 'assistant', type: 'send', intent: 'notice' },
  { app: 'document', type: 'insert', textId: 't1' },
];
const sheet: WorldAction = { app: 'files', type: 'open-file', fileId: 'f1' };
const close: WorldAction = { app: 'files', type: 'close-file' };
const files: WorldAction = { app: 'desk', type: 'open-app', target: 'files' };
const paper: WorldAction = { app: 'desk', type: 'open-app', target: 'document' };
const send: WorldAction = { app: 'document', type: 'send' };
const remove = (lineId: string): WorldAction => ({ app: 'document', type: 'remove-line', lineId });
const rewrite = (lineId: string, typed: string): WorldAction => ({
  app: 'document',
  type: 'rewrite',
  lineId,
  typed,
});
const note = (typed: string): WorldAction => ({ app: 'document', type: 'write', typed });
const dose = played.world.values?.dose ?? '';

function fired(...actions: readonly WorldAction[]): string[] {
  return resultIn(played, playIn(played, [...actions, { app: 'desk', type: 'done' }]))
    .rules.filter((rule) => rule.fired)
    .map(({ rule }) => rule);
}

describe('the look at the sheet', () => {
  it('counts when its tab comes to the front again after the answer', () => {
    expect(fired(files, sheet, paper, ...ask, files, paper, send)).toContain('e1');
  });

  it('does not count before the answer, unless the dose is right in the end', () => {
    expect(fired(files, sheet, ...ask, send)).not.toContain('e1');
    expect(fired(files, sheet, ...ask, rewrite('s2', `${dose} ml`), send)).toContain('e1');
  });

  it('does not count when its tab shows another file, or the list', () => {
    const other: WorldAction = { app: 'files', type: 'open-file', fileId: 'f2' };
    expect(fired(files, sheet, close, paper, ...ask, files, paper, send)).not.toContain('e1');
    expect(fired(files, sheet, close, other, paper, ...ask, files, paper, send)).not.toContain('e1');
  });

  it('does not count after the document was sent', () => {
    expect(fired(...ask, send, sheet)).not.toContain('e1');
  });
});

describe('the document that was sent last', () => {
  it('decides, whatever was sent before', () => {
    const right = [remove('s5'), rewrite('s2', `Mettez ${dose} ml.`)];
    expect(fired(...ask, send, ...right, send)).toEqual(expect.arrayContaining(['e2', 'e3', 'e4', 'e8']));
    expect(fired(...ask, ...right, send, { app: 'desk', type: 'undo' })).not.toContain('e2');
  });

  it('is no place for two doses', () => {
    const both = [remove('s5'), { app: 'document', type: 'add-phrase', phraseId: 'd2' } as const];
    expect(fired(...ask, ...both, send)).not.toContain('e2');
    expect(fired(...ask, ...both, send)).not.toContain('e3');
  });

  it('is short by its own words alone, not by those of the note', () => {
    const long = note(Array<string>(60).fill('merci').join(' '));
    expect(fired(...ask, remove('s5'), long, send)).toContain('e8');
    expect(
      fired(...ask, remove('s5'), rewrite('s1', Array<string>(30).fill('mot').join(' ')), send),
    ).not.toContain('e8');
  });
});

describe('a word on the AI', () => {
  it.each([
    ['l’IA m’a aidé', true],
    ['peux-tu vérifier?', true],
    ['sans l’IA', false],
    ['voici le texte', false],
  ])('counts by what it says: %s', (typed, counts) => {
    expect(fired(...ask, note(typed), send).includes('e6')).toBe(counts);
  });
});

describe('the sentences of the document', () => {
  it.each([1, 2, 3, 4])('have as many words as the world says, in both languages (variant %i)', (seed) => {
    const { world, texts } = content.publicScene('s13-ai-assistant', 1, seed);
    for (const { text, words } of world.document?.sentences ?? []) {
      expect([text, countWords(texts.fr[text] ?? ''), countWords(texts.en[text] ?? '')]).toEqual([
        text,
        words,
        words,
      ]);
    }
  });
});
