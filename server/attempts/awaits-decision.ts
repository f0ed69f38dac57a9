import { countScored } from '../../scenarios/schema/catalogue.ts';
import type { Content } from '../content/load.ts';
import type { AttemptWithProgress } from '../storage/ports/attempts.ts';

/** True if the attempt is held, and with every scene it meets its form's minimum. */
export function awaitsDecision(
  content: Pick<Content, 'forms' | 'scenarios'>,
  { attempt, progress: { heldFor, scenes } }: Pick<AttemptWithProgress, 'attempt' | 'progress'>,
): boolean {
  const minScenes = content.forms.find(({ id }) => id === attempt.form)?.minScenes;
  if (heldFor.length === 0 || minScenes === undefined) return false;
  // As the measure counts: « Passer la tâche » plays no scene.
  const played = scenes.filter(({ status }) => status === 'done').map(({ scenario }) => scenario);
  return countScored(content.scenarios(), played) >= minScenes;
}
