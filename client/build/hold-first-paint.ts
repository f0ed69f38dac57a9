import type { Plugin } from 'vite';

/** The page is painted once its script has applied the person's comfort settings (ADR 38). */
export function holdFirstPaint(): Plugin {
  return {
    name: 'hold-first-paint',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html.replace('<script type="module"', '$& blocking="render"'),
    },
  };
}
