import type { Content } from '../content/load.ts';
import type { Words } from '../contract/words.ts';
import type { Attempt } from '../storage/ports/attempts.ts';
import type { ActivitySettings } from '../storage/ports/launches.ts';

/** Title of the attempt's form, such as one that staff gave one person; null if it is the activity's, or unknown. */
export function nameOwnForm(
  { forms, defaultForm }: Pick<Content, 'forms' | 'defaultForm'>,
  { form }: Pick<Attempt, 'form'>,
  link: { readonly settings: Pick<ActivitySettings, 'form'> | null } | undefined,
): Words | null {
  const settings = link?.settings ?? null;
  if (settings === null || form === (settings.form ?? defaultForm)) return null;
  return forms.find(({ id }) => id === form)?.title ?? null;
}
