/** The page of `scenario play`: a build of its own, since what it shares with the game would move into the game's first file. */
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { writeLightFont } from './build/light-font.ts';
import { stylePlugins } from './build/styles.ts';

export default defineConfig({
  root: import.meta.dirname,
  base: '/preview/',
  plugins: [svelte()],
  resolve: { alias: [await writeLightFont()] },
  css: { postcss: { plugins: stylePlugins } },
  build: {
    outDir: '../dist/preview',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: join(import.meta.dirname, 'src/preview/main.ts'),
    },
  },
});
