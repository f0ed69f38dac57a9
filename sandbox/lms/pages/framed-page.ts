/** Pages that give their whole height to the tool's frame: an activity, a selection, a grade analysis. */
import type { FrameFitting } from './frame-fitting.ts';
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
  /** How the tool's page may say its height; undefined where the frame stays as it is. */
  readonly fitting: FrameFitting | undefined;
  /** What keeps values for the tool; undefined in most LMSs. Before the frame, so that it listens in time. */
  readonly storage: Markup | undefined;
  /** One line beside the title: a hint or a link. */
  readonly aside: Markup | undefined;
}

/** The same permissions as Moodle's, so what works here works there: no clipboard-write, no sandbox attribute. */
const PERMISSIONS = ['microphone', 'camera', 'geolocation', 'midi', 'encrypted-media', 'autoplay'];

export function createFramedPage(page: FramedPage): PageParts {
  const allow = [...PERMISSIONS.map((name) => `${name} ${page.toolOrigin}`), 'fullscreen'].join('; ');
  const fit = page.fitting && markup` data-fitting="${page.fitting}" data-tool="${page.toolOrigin}"`;
  return {
    title: page.title,
    crumbs: page.crumbs,
    kind: 'activity',
    body: markup`<div class="activity-bar"><h1>${page.title}</h1>${page.aside}</div>
${page.storage}
<iframe id="contentframe" name="contentframe" title="${page.title}" src="${page.source}" allow="${allow}"${fit}></iframe>${
      page.fitting &&
      markup`
<script src="/assets/frame.js"></script>`
    }`,
  };
}
