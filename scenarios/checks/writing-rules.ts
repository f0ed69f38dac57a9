/** Sources: OQLF (Québec typesetting and vocabulary), CAN-ASC-3.1:2025 (plain language). */
import type { Language } from '../world/base.ts';

export interface Finding {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

const longestSentence = 16;
export const longestAverage = 12;

/** Forbidden for the system and the cast; `…` matches any ending. */
const judging: Readonly<Record<Language, readonly string[]>> = {
  fr: ['erreur…', 'échec…', 'échou…', 'faux', 'fausse…', 'invalide…', 'mauvais…', 'raté…', 'incorrect…'],
  en: ['error…', 'fail…', 'wrong…', 'invalid…', 'bad', 'incorrect…'],
};

/** Each with the word that Québec uses. */
const anglicisms: Readonly<Record<string, string>> = {
  mail: 'courriel',
  mails: 'courriels',
  mél: 'courriel',
  'e-mail': 'courriel',
  email: 'courriel',
  spam: 'pourriel',
  phishing: 'hameçonnage',
  login: 'nom d’utilisateur',
  cookie: 'témoin',
  cookies: 'témoins',
  cloud: 'nuage',
  chat: 'clavardage',
  selfie: 'égoportrait',
  deepfake: 'hypertrucage',
  ransomware: 'rançongiciel',
  prompt: 'question à l’IA',
  puncher: 'pointer',
  uploader: 'téléverser',
  downloader: 'télécharger',
  'week-end': 'fin de semaine',
  smartphone: 'téléphone intelligent',
};

/** A file extension or a list number does not end a sentence. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?…])\s+(?=[\p{Lu}«0-9])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordCount(sentence) > 0);
}

/** « l’heure » counts as one word; punctuation and list numbers as none. */
export function wordCount(sentence: string): number {
  return sentence.split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
}

/** `voice` is false for the content of simulated apps. */
export function checkWriting(language: Language, text: string, voice: boolean): Finding[] {
  const long = sentencesOf(text)
    .filter((sentence) => wordCount(sentence) > longestSentence)
    .map((sentence) => ({
      code: 'text.sentence-too-long',
      params: { words: wordCount(sentence), max: longestSentence },
    }));
  const words = language === 'fr' ? checkAnglicisms(text) : [];
  const judged = voice ? checkJudging(language, text) : [];
  return [...long, ...checkTypesetting(language, text), ...words, ...judged];
}

/** A line may end between the two. French has a rule of its own for « h », « % » and « $ ». */
const unitAlone = /\d (?:[ap]\.m\.|(?:min|kg|km|cm|mm|Mo|Go|MB|GB)(?!\p{L}))/u;

function checkTypesetting(language: Language, text: string): Finding[] {
  const findings: Finding[] = [];
  const report = (rule: string): void => {
    findings.push({ code: 'text.typesetting', params: { rule } });
  };
  if (/\p{L}'\p{L}/u.test(text)) report('apostrophe');
  if (/ {2}|^\s|\s$/u.test(text)) report('spaces');
  if (unitAlone.test(text)) report('non-breaking space between a number and its unit');
  if (language === 'en') {
    if (/\s[:;!?%]/u.test(text)) report('no space before punctuation');
    if (/\d h\b/u.test(text)) report('non-breaking space before h');
    return findings;
  }
  if (/(?<!\u00A0):(?!\d)(?!\/\/)/u.test(text)) report('non-breaking space before the colon');
  if (/(?<!\u00A0)[%$]/u.test(text)) report('non-breaking space before % and $');
  if (/«(?!\u00A0)|(?<!\u00A0)»/u.test(text)) report('non-breaking space inside « »');
  if (/\s[;!?]/u.test(text)) report('no space before ; ! ?');
  if (/["“”]/u.test(text)) report('quotation marks « »');
  if (/\d(?: |(?=h))h\b/u.test(text)) report('non-breaking space before h');
  return findings;
}

function checkJudging(language: Language, text: string): Finding[] {
  return judging[language]
    .filter((entry) => {
      const stem = entry.replace('…', '');
      return new RegExp(`(?<!\\p{L})${stem}${entry.endsWith('…') ? '' : '(?!\\p{L})'}`, 'iu').test(text);
    })
    .map((entry) => ({ code: 'text.judging-word', params: { word: entry.replace('…', '') } }));
}

function checkAnglicisms(text: string): Finding[] {
  return Object.entries(anglicisms)
    .filter(([word]) => new RegExp(`(?<![\\p{L}@.-])${word}(?![\\p{L}-])`, 'iu').test(text))
    .map(([word, instead]) => ({ code: 'text.anglicism', params: { word, instead } }));
}
