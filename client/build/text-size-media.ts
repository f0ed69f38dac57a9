/**
 * Makes the layout follow a text size chosen in the page, as the browser's zoom does. A media query in rem
 * uses the browser's size only: it is repeated for each larger size, with longer lengths. The selectors'
 * specificity does not grow.
 */

/** The part of PostCSS's types used here: PostCSS comes with Vite and is no dependency of ours. */
interface Sheet {
  walkAtRules(name: string, visit: (media: Media) => void): void;
}

interface Media {
  params: string;
  readonly parent: Owner | undefined;
  cloneAfter(): Media;
  walkRules(visit: (rule: Rule) => void): void;
  error(message: string): Error;
}

interface Rule {
  selectors: string[];
  readonly parent: Owner | undefined;
}

interface Owner {
  readonly type: string;
  readonly name?: string;
}

interface Plugin {
  readonly postcssPlugin: string;
  OnceExit(root: Sheet): void;
}

/** Values of `data-text-size` beyond the first. */
const sizes = ['125', '150', '200'] as const;
const usual = ':not([data-text-size])';

/** Throws if a media query in rem is inside a rule. */
export function followTextSize(): Plugin {
  return {
    postcssPlugin: 'follow-text-size',
    // Last: names of media queries must have become lengths.
    OnceExit(root) {
      const found: Media[] = [];
      root.walkAtRules('media', (media) => {
        if (/\d(?:\.\d+)?rem\b/.test(media.params)) found.push(media);
      });
      for (const media of found) repeat(media);
    },
  };
}

function repeat(media: Media): void {
  if (media.parent?.type === 'rule') throw media.error('a media query in rem stands inside a rule');
  for (const size of [...sizes].reverse()) {
    const copy = media.cloneAfter();
    copy.params = media.params.replace(/(\d+(?:\.\d+)?)rem\b/g, (_, length: string) => {
      return `${(Number(length) * Number(size)) / 100}rem`;
    });
    restrict(copy, `[data-text-size='${size}']`);
  }
  restrict(media, usual);
}

function restrict(media: Media, attribute: string): void {
  media.walkRules((rule) => {
    if (isKeyframe(rule)) return;
    rule.selectors = rule.selectors.map((selector) =>
      /^(?::root|html)\b/.test(selector)
        ? selector.replace(/^(?::root|html)/, (root) => `${root}:where(${attribute})`)
        : `:where(:root${attribute}) ${selector}`,
    );
  });
}

function isKeyframe({ parent }: Rule): boolean {
  return parent?.name?.endsWith('keyframes') === true;
}
