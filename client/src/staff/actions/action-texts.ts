import { actionsEn } from '../../i18n/catalogues/actions.en.ts';
import { actionsFr } from '../../i18n/catalogues/actions.fr.ts';
import { createTranslator, type PlainKey } from '../../i18n/i18n.svelte.ts';

export type ActionKey = PlainKey<keyof typeof actionsFr>;

export const t = createTranslator(actionsFr, actionsEn);

export function isConflict(code: string): code is 'person.changed' {
  return `conflict.${code}` in actionsFr;
}
