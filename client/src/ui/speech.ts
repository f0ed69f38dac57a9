import type { Language } from '../i18n/i18n.svelte.ts';

export interface VoiceFacts {
  readonly lang: string;
  /** False if the text would go to a server: such voices are not used (privacy). */
  readonly localService: boolean;
}

const preferred = { fr: 'fr-ca', en: 'en-ca' } as const;
/** Speech engines cut or forget longer texts. */
const longestChunk = 199;

/** Local voices only (privacy), Canadian ones first. */
export function rankVoices<Voice extends VoiceFacts>(voices: readonly Voice[], language: Language): Voice[] {
  const own = voices.filter(
    ({ lang, localService }) => localService && normalise(lang).split('-')[0] === language,
  );
  const isPreferred = ({ lang }: Voice): boolean => normalise(lang) === preferred[language];
  return [...own.filter(isPreferred), ...own.filter((voice) => !isPreferred(voice))];
}

/** The length is computed, because not every engine reports it. */
export function wordAt(text: string, at: number): { readonly start: number; readonly end: number } {
  const length = /^[^\s\u00a0]*/.exec(text.slice(at))?.[0].length ?? 0;
  return { start: at, end: at + length };
}

export function splitSentences(text: string): string[] {
  return text.match(/[^.!?…]+(?:[.!?…]+[»”"]?\s*|$)/g) ?? (text === '' ? [] : [text]);
}

/** Cuts at commas or spaces, to less than 200 characters. */
export function splitChunks(sentence: string): string[] {
  const chunks: string[] = [];
  let rest = sentence.trim();
  while (rest.length > longestChunk) {
    const head = rest.slice(0, longestChunk);
    const comma = head.lastIndexOf(',');
    const space = head.lastIndexOf(' ');
    const cut = comma > longestChunk / 3 ? comma + 1 : space > 0 ? space : longestChunk;
    chunks.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  return rest === '' ? chunks : [...chunks, rest];
}

/** Engines write `fr-CA`, `fr_CA` or `fr`. */
function normalise(lang: string): string {
  return lang.toLowerCase().replaceAll('_', '-');
}
