import type { AccessNeed } from '../../../../scenarios/world/access.ts';
import { actionsEn } from '../../i18n/catalogues/actions.en.ts';
import { actionsFr } from '../../i18n/catalogues/actions.fr.ts';
import { createTranslator, type PlainKey } from '../../i18n/i18n.svelte.ts';
import { inSentence } from '../../i18n/in-sentence.ts';

export type ActionKey = PlainKey<keyof typeof actionsFr>;

export const t = createTranslator(actionsFr, actionsEn);

/** Empty for none; else e.g. « Scènes qui conviennent : avec le clavier seul, sans le son ». */
export function needsText(needs: readonly AccessNeed[]): string {
  const words = needs.map((need) => inSentence(t(`need.${need}`)));
  return words.length === 0 ? '' : t('settings.needs.given', { needs: words.join(', ') });
}

export function isConflict(code: string): code is 'person.changed' {
  return `conflict.${code}` in actionsFr;
}
