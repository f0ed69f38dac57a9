import { tick } from 'svelte';
import { focusHeading } from '../../page/focus-heading.ts';

/** After another attempt was chosen: the pressed button is gone with the old sheet. */
export async function focusSheet(): Promise<void> {
  await tick();
  const heading = document.getElementById('review-attempt');
  if (heading !== null) focusHeading(heading);
}
