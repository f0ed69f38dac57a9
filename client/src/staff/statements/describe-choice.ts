import { formatMoment } from '../../i18n/dates.ts';
import { t } from '../kit/teach-texts.ts';
import type { StatementChoice } from './statement-request.ts';

export interface ChoosablePerson {
  readonly id: string;
  readonly name: string;
}

/** @param everyone what they are called together */
export function describeChoice(
  choice: StatementChoice,
  people: readonly ChoosablePerson[],
  everyone: string,
): string {
  const person = people.find(({ id }) => id === choice.person);
  return t('export.sum', {
    who: person?.name ?? everyone,
    when: describeDays(choice),
    what: t(`export.sum.tier.${choice.tier}`),
  });
}

function describeDays({ from, to }: StatementChoice): string {
  if (from === '' && to === '') return t('export.sum.always');
  if (to === '') return t('export.sum.from', { from: nameDay(from) });
  if (from === '') return t('export.sum.to', { to: nameDay(to) });
  if (from === to) return t('export.sum.day', { from: nameDay(from) });
  return t('export.sum.between', { from: nameDay(from), to: nameDay(to) });
}

/** A calendar day has no time zone. */
function nameDay(day: string): string {
  const text = formatMoment(Date.parse(day), { dateStyle: 'long', timeZone: 'UTC' });
  // Keeps day and month together; the year may wrap.
  return text.replace(/\s/, '\u00A0');
}
