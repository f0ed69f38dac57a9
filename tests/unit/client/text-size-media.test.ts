import { preprocessCSS, resolveConfig } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { followTextSize } from '../../../client/build/text-size-media.ts';

let config: Awaited<ReturnType<typeof resolveConfig>>;

beforeAll(async () => {
  const css = { postcss: { plugins: [followTextSize()] } };
  config = await resolveConfig({ configFile: false, css }, 'build');
});

async function build(css: string): Promise<string> {
  const { code } = await preprocessCSS(css, 'sample.css', config);
  return code.replace(/\s+/g, ' ').trim();
}

describe('media queries in rem', () => {
  it('are repeated for each larger text size, with longer lengths and the same specificity', async () => {
    const built = await build('@media (width < 48rem) and (height >= 20.5rem) { .a, .b { color: red } }');
    expect(built).toContain(
      '@media (width < 48rem) and (height >= 20.5rem) { :where(:root:not([data-text-size])) .a, :where(:root:not([data-text-size])) .b { color: red } }',
    );
    expect(built).toContain(
      "@media (width < 96rem) and (height >= 41rem) { :where(:root[data-text-size='200']) .a",
    );
    expect(built.match(/@media/g)).toHaveLength(4);
  });

  it('work for selectors of the root element', async () => {
    const built = await build("@media (width < 40rem) { :root[data-frame='fitted'] { --height: 1rem } }");
    expect(built).toContain(":root:where([data-text-size='150'])[data-frame='fitted'] { --height: 1rem }");
  });

  it('in pixels and key frames are left unchanged', async () => {
    const css = '@media print { .a { color: red } }';
    expect(await build(css)).toBe(css);
    const frames = await build('@media (width < 40rem) { @keyframes x { from { top: 0 } } }');
    expect(frames).toContain('from { top: 0 }');
    expect(frames).not.toContain(':where');
  });

  it('are refused inside a rule, where they could not be rewritten', async () => {
    await expect(build('.a { @media (width < 40rem) { color: red } }')).rejects.toThrow(/inside a rule/);
  });
});
