/**
 * Lets a text size that is chosen in the page narrow the layout, as the browser's own zoom does. A media query in rem
 * asks the browser's size and never the page's: each is written once more for every larger size, its lengths made
 * longer by as much. The selectors get no weight from that.
 */

/** What is needed of a style sheet as PostCSS hands it over. Vite brings PostCSS, so it is no package of ours. */
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
  Once(root: Sheet): void;
}

/** Sizes of the text beyond the first, as `data-text-size` on the root says them. */
const sizes = ['125', '150', '200'] as const;
const usual = ':not([data-text-size])';

/** The plugin for PostCSS; it throws where a media query stands inside a rule, which it does not know how to follow. */
export function followTextSize(): Plugin {
  return {
    postcssPlugin: 'follow-text-size',
    Once(root) {
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

/** The rules of the query hold only where the root has the attribute. */
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
