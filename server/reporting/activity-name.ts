import type { AttemptServices } from '../attempts/services.ts';
import type { Words } from '../contract/words.ts';
import type { Attempt } from '../storage/ports/attempts.ts';

/** The LMS's title, else the form's; empty if neither is known. */
export async function nameActivity(
  { storage, content }: Pick<AttemptServices, 'storage' | 'content'>,
  attempt: Pick<Attempt, 'organisationId' | 'resourceLinkId' | 'form'>,
): Promise<Words> {
  const link = await storage.resourceLinks.find(attempt.organisationId, attempt.resourceLinkId);
  const title = link?.title.trim() ?? '';
  if (title !== '') return { fr: title, en: title };
  return content.forms.find(({ id }) => id === attempt.form)?.title ?? { fr: '', en: '' };
}
