/** What stands in a frame while the script looks for the browser's secret; a fast browser never shows it. */
import type { Language } from '../../../../scenarios/world/base.ts';
import { launchPageTexts } from './launch-page-words.ts';
import { escapeHtml } from '../../pages/page-shell.ts';

/** In the page's own language only: it is gone before a second one could be read. */
export function renderPatience(language: Language): string {
  return `<p class="patience" role="status">${escapeHtml(launchPageTexts[language].patience)}</p>`;
}
