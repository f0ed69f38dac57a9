/** What the address's fragment brings: from a launch (server/launches/page-url.ts) or from another window. */
import type { KeptComfort } from '../../../server/contract/comfort.ts';
import type { Language } from '../i18n/i18n.svelte.ts';
import { type ComfortValues, parseComfort, parseKept } from './comfort-values.ts';
import { type Handover, parseHandover, type TabRecord } from './tab-memory.ts';

export interface Arrival {
  readonly code: string | null;
  readonly language: Language | null;
  /** The person has to read the notice first. */
  readonly isNew: boolean;
  readonly comfort: KeptComfort | null;
  readonly handover: Handover | null;
}

/** Anybody can write an address; without a code it brings nothing. */
export function readFragment(fragment: string): Arrival {
  const given = new URLSearchParams(fragment.slice(1));
  const code = given.get('code');
  if (code === null) return { code, language: null, isNew: false, comfort: null, handover: null };
  const language = given.get('lang');
  const handover = given.get('handover');
  return {
    code,
    language: language === 'fr' || language === 'en' ? language : null,
    isNew: given.get('first') === 'notice',
    comfort: parseKept(parseJson(given.get('comfort') ?? '')),
    handover: handover === null ? null : parseHandover(parseJson(handover)),
  };
}

/** For a page that no launch opened, such as a copied address. @param tags of the browser, the most wanted first */
export function languageOfBrowser(tags: readonly string[]): Language {
  const wanted = tags.map((tag) => tag.slice(0, 2).toLowerCase());
  return wanted.find((one): one is Language => one === 'fr' || one === 'en') ?? 'fr';
}

/** What the tab remembers of it. */
export function rememberArrival(
  { language, handover }: Arrival,
  before: Pick<TabRecord, 'language'>,
): Partial<TabRecord> {
  return { language: before.language ?? language, ...(handover && { ...handover, isOwnWindow: true }) };
}

/** The person's own settings, before the server was asked. */
export function firstComfort({ comfort, handover }: Arrival, stored: unknown): ComfortValues {
  return { ...parseComfort(handover?.comfort ?? stored).values, ...comfort?.settings };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
