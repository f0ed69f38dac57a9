import { describe, expect, it } from 'vitest';
import {
  rankVoices,
  splitChunks,
  splitSentences,
  type VoiceFacts,
  wordAt,
} from '../../../client/src/ui/speech.ts';

function voice(lang: string, localService = true): { lang: string; localService: boolean } {
  return { lang, localService };
}

describe('choosing a voice', () => {
  it('takes the Canadian French voice before another French one', () => {
    expect(rankVoices([voice('fr-FR'), voice('fr-CA')], 'fr')[0]?.lang).toBe('fr-CA');
    expect(rankVoices([voice('fr-FR'), voice('fr_CA')], 'fr')[0]?.lang).toBe('fr_CA');
  });

  it('takes any French voice where there is no Canadian one', () => {
    expect(rankVoices([voice('en-US'), voice('fr-FR')], 'fr')[0]?.lang).toBe('fr-FR');
  });

  it('takes a French voice of the device before a Canadian one that sends texts away', () => {
    expect(rankVoices([voice('fr-CA', false), voice('fr-FR')], 'fr')[0]?.lang).toBe('fr-FR');
  });

  it('takes none where all send texts away, or speak another language', () => {
    expect(rankVoices([voice('fr-CA', false), voice('en-CA')], 'fr')[0]).toBeUndefined();
    expect(rankVoices<VoiceFacts>([], 'fr')[0]).toBeUndefined();
  });

  it('does not take Frisian for French', () => {
    expect(rankVoices([voice('fry-NL')], 'fr')[0]).toBeUndefined();
  });
});

describe('the word that is spoken', () => {
  it('ends at the next space, where the engine tells only its beginning', () => {
    const text = 'Réponds à Marc\u00A0: dis oui.';
    expect([wordAt(text, 0), wordAt(text, 10)].map(({ start, end }) => text.slice(start, end))).toEqual([
      'Réponds',
      'Marc',
    ]);
  });
});

describe('cutting texts', () => {
  it('cuts sentences so that joined they are the text', () => {
    const text = 'Bonjour! Ça va? Réponds à Marc\u00A0: dis oui. Merci';
    const sentences = splitSentences(text);
    expect(sentences).toEqual(['Bonjour! ', 'Ça va? ', 'Réponds à Marc\u00A0: dis oui. ', 'Merci']);
    expect(sentences.join('')).toBe(text);
  });

  it('keeps a text that is only punctuation', () => {
    expect(splitSentences('…').join('')).toBe('…');
    expect(splitSentences('')).toEqual([]);
  });

  it('cuts a long sentence below 200 characters, at commas first, and loses no word', () => {
    const sentence = `${'mot '.repeat(40)}fin de liste, ${'encore '.repeat(30)}fin.`;
    const chunks = splitChunks(sentence);
    expect(chunks.every((chunk) => chunk.length < 200)).toBe(true);
    expect(chunks[0]?.endsWith('liste,')).toBe(true);
    expect(chunks.join(' ')).toBe(sentence);
  });

  it('cuts even a word without end', () => {
    expect(splitChunks('a'.repeat(450)).map(({ length }) => length)).toEqual([199, 199, 52]);
  });
});
