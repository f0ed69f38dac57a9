/** Text while the script works; fast browsers never show it. */
import { escapeHtml } from '../../../base/escape-html.ts';
import type { Language } from '../../../../scenarios/world/base.ts';
import { launchPageTexts } from './launch-page-words.ts';

/** In one language only, because it disappears before anyone could read a second one. */
export function renderPatience(language: Language): string {
  return `<p class="patience" role="status">${escapeHtml(launchPageTexts[language].patience)}</p>`;
}
