import type { Plugin } from 'vite';

/** The script applies comfort settings first (ADR 38). */
export function holdFirstPaint(): Plugin {
  return {
    name: 'hold-first-paint',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html.replace('<script type="module"', '$& blocking="render"'),
    },
  };
}
