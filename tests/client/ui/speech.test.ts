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
  it('prefers the Canadian French voice to another French one', () => {
    expect(rankVoices([voice('fr-FR'), voice('fr-CA')], 'fr')[0]?.lang).toBe('fr-CA');
    expect(rankVoices([voice('fr-FR'), voice('fr_CA')], 'fr')[0]?.lang).toBe('fr_CA');
  });

  it('uses any French voice if there is no Canadian one', () => {
    expect(rankVoices([voice('en-US'), voice('fr-FR')], 'fr')[0]?.lang).toBe('fr-FR');
  });

  it('prefers a local French voice to a Canadian one that sends texts to a server', () => {
    expect(rankVoices([voice('fr-CA', false), voice('fr-FR')], 'fr')[0]?.lang).toBe('fr-FR');
  });

  it('uses none if all send texts to a server or speak another language', () => {
    expect(rankVoices([voice('fr-CA', false), voice('en-CA')], 'fr')[0]).toBeUndefined();
    expect(rankVoices<VoiceFacts>([], 'fr')[0]).toBeUndefined();
  });

  it('does not use Frisian for French', () => {
    expect(rankVoices([voice('fry-NL')], 'fr')[0]).toBeUndefined();
  });
});

describe('the word that is spoken', () => {
  it('ends at the next space if the engine reports only its beginning', () => {
    const text = 'Réponds à Marc\u00A0: dis oui.';
    expect([wordAt(text, 0), wordAt(text, 10)].map(({ start, end }) => text.slice(start, end))).toEqual([
      'Réponds',
      'Marc',
    ]);
  });
});

describe('cutting texts', () => {
  it('gives sentences that are the text when joined', () => {
    const text = 'Bonjour! Ça va? Réponds à Marc\u00A0: dis oui. Merci';
    const sentences = splitSentences(text);
    expect(sentences).toEqual(['Bonjour! ', 'Ça va? ', 'Réponds à Marc\u00A0: dis oui. ', 'Merci']);
    expect(sentences.join('')).toBe(text);
  });

  it('keeps a text that is only punctuation', () => {
    expect(splitSentences('…').join('')).toBe('…');
    expect(splitSentences('')).toEqual([]);
  });

  it('cuts a long sentence below 200 characters, preferably at commas, and loses no word', () => {
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
