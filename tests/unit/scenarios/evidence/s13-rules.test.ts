/** S13: a document is judged by the last one sent, and by what it says whatever the language. */
import { describe, expect, it } from 'vitest';
import { readIntent } from '../../../../scenarios/world/assistant/intents.ts';
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

  it('counts before the answer if the text is mended afterwards', () => {
    expect(fired(files, sheet, ...ask, send)).not.toContain('e1');
    expect(fired(files, sheet, ...ask, rewrite('s2', `${dose} ml`), send)).toContain('e1');
    expect(fired(files, sheet, ...ask, remove('s5'), send)).toContain('e1');
  });

  it('does not count before the answer if the odd fact goes too, or only a true rule', () => {
    expect(fired(files, sheet, ...ask, remove('s4'), remove('s5'), send)).not.toContain('e1');
    expect(fired(files, sheet, ...ask, remove('s3'), send)).not.toContain('e1');
  });

  it('still counts when the assistant is asked again', () => {
    const again = ask.slice(0, 4);
    expect(fired(...ask, files, sheet, close, ...again, paper, send)).toContain('e1');
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

describe('the dose of two uses', () => {
  const spots = played.world.values?.spots ?? '';

  it.each(['Planchers : [d] ml. Taches de gras : [s] ml.', 'Spots: [s] mL. Floors: [d] mL.'])(
    'is right when each has its own: %s',
    (typed) => {
      const line = typed.replace('[d]', dose).replace('[s]', spots);
      const all = fired(...ask, files, sheet, paper, rewrite('s2', line), remove('s5'), send);
      expect(all).toEqual(expect.arrayContaining(['e1', 'e2', 'e3', 'e4']));
    },
  );

  it.each(['Planchers : [s] ml. Taches de gras : [d] ml.', 'Spots: [d] mL. Floors: [s] mL.'])(
    'is not right when they are swapped: %s',
    (typed) => {
      const line = typed.replace('[d]', dose).replace('[s]', spots);
      expect(fired(...ask, files, sheet, paper, rewrite('s2', line), remove('s5'), send)).not.toContain('e2');
    },
  );
});

describe('the word about the help of the AI', () => {
  const own = { app: 'document', type: 'add-phrase', phraseId: 'd2' } as const;
  const heard: readonly WorldAction[] = [
    { app: 'assistant', type: 'write', typed: 'Bonjour' },
    { app: 'assistant', type: 'send', intent: 'hello' },
  ];
  const rule = (...actions: readonly WorldAction[]): { fired: boolean; missing?: boolean } | undefined =>
    resultIn(played, playIn(played, [...actions, { app: 'desk', type: 'done' }])).rules.find(
      (each) => each.rule === 'e6',
    );

  it('is the truth that counts: helped, or not', () => {
    expect(rule(...ask, note('L’IA m’a aidé.'), send)).toMatchObject({ fired: true });
    expect(rule(...ask, note('J’ai tout écrit sans aide.'), send)).toMatchObject({ fired: false });
    expect(rule(own, note('J’ai tout écrit sans aide.'), send)).toMatchObject({ fired: true });
    expect(rule(own, note('I wrote it myself'), send)).toMatchObject({ fired: true });
  });

  it('is missing, and no point, when somebody who never asked names the AI', () => {
    expect(rule(own, note('L’IA m’a aidé.'), send)).toMatchObject({ fired: false, missing: true });
    expect(rule(own, note('L’IA m’a aidé. Peux-tu vérifier?'), send)).toMatchObject({ fired: false });
    expect(rule(...heard, own, note('L’IA m’a aidé.'), send)).toMatchObject({ fired: true });
  });
});

describe('what the assistant answers', () => {
  const { assistant } = played.world;
  const shown = content.publicScene('s13-ai-assistant', 1, 1);
  if (assistant === undefined) throw new Error('S13 has an assistant');

  it.each([
    ['fr', 'c’est 20 ml, pas 60', 'correction'],
    ['fr', 'ta dose est pas bonne', 'correction'],
    ['fr', 'non, la fiche dit 20 ml', 'correction'],
    ['fr', 'tu te trompes de dose', 'correction'],
    ['fr', 'corrige la dose', 'correction'],
    ['fr', 'la dose est fausse', 'correction'],
    ['fr', 'c’est quoi la dose?', 'dose'],
    ['fr', 'combien de ml je mets?', 'dose'],
    ['fr', 'je sais pas combien de ml mettre', 'dose'],
    ['fr', 'écris un texte sur BoréNet, pas trop long', 'notice'],
    ['fr', 'Peux-tu écrire un avis? Pas plus de 40 mots', 'notice'],
    ['fr', 'es-tu sûr?', 'sure'],
    ['en', 'it’s 20 mL, not 90', 'correction'],
    ['en', 'that is wrong, the sheet says 20 mL', 'correction'],
    ['en', 'your dose is wrong', 'correction'],
    ['en', 'fix the dose', 'correction'],
    ['en', 'how much do I put?', 'dose'],
    ['en', 'what is the dose', 'dose'],
    ['en', 'write a notice about BoréNet, not too long', 'notice'],
    ['en', 'are you sure?', 'sure'],
  ] as const)('in %s to « %s » is: %s', (language, typed, intent) => {
    const texts = shown.texts[language];
    const read = readIntent(assistant, { phrases: [], typed }, ({ words }) =>
      words === undefined ? '' : (texts[words] ?? ''),
    );
    expect(read).toBe(intent);
  });

  it('gives no dose to a correction', () => {
    const found = assistant.intents.find(({ id }) => id === 'correction');
    for (const language of ['fr', 'en'] as const) {
      const texts = shown.texts[language];
      const said = (found?.answer ?? []).map((key) => texts[key] ?? '').join(' ');
      expect(said).not.toBe('');
      expect(said).not.toMatch(/\{|\d/);
    }
  });
});
