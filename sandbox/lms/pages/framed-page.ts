import type { FrameFitting } from './frame-fitting.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import type { Crumb, PageParts } from './layout.ts';

export interface FramedPage {
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  /** Address on this LMS that starts the launch. */
  readonly source: string;
  readonly toolOrigin: string;
  /** Undefined: the frame keeps its size. */
  readonly fitting: FrameFitting | undefined;
  /** Undefined in most LMSs. Precedes the frame, so that it listens in time. */
  readonly storage: Markup | undefined;
  readonly aside: Markup | undefined;
}

/** Moodle's permissions: no clipboard-write, no sandbox attribute. */
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
