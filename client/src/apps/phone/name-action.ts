import { t } from './phone-texts.ts';

const mostWords = 6;

/** The accessible name of a button of a message: every message has the same buttons, so its first words tell them apart. */
export function nameAction(action: string, text: string): string {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const start = words.slice(0, mostWords).join(' ');
  return t('message.do', { action, words: words.length > mostWords ? `${start}…` : start });
}
