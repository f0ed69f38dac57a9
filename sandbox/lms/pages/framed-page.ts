/** Pages that give their whole height to the tool's frame: an activity, a selection, a grade analysis. */
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import type { Crumb, PageParts } from './layout.ts';

export interface FramedPage {
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  /** Address on this LMS that begins the launch. */
  readonly source: string;
  /** Origin that the frame's permissions go to. */
  readonly toolOrigin: string;
  /** One line beside the title: a hint or a link. */
  readonly aside: Markup | undefined;
}

/** The same permissions as Moodle's, so what works here works there: no clipboard-write, no sandbox attribute. */
const PERMISSIONS = ['microphone', 'camera', 'geolocation', 'midi', 'encrypted-media', 'autoplay'];

export function createFramedPage(page: FramedPage): PageParts {
  const allow = [...PERMISSIONS.map((name) => `${name} ${page.toolOrigin}`), 'fullscreen'].join('; ');
  return {
    title: page.title,
    crumbs: page.crumbs,
    kind: 'activity',
    body: markup`<div class="activity-bar"><h1>${page.title}</h1>${page.aside}</div>
<iframe id="contentframe" name="contentframe" title="${page.title}" src="${page.source}" allow="${allow}"></iframe>`,
  };
}
