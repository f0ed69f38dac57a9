import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { compileEarly } from './build/compile-early.ts';
import { compressFiles } from './build/compress-files.ts';
import { writeFirstWords } from './build/first-words.ts';
import { writeLightFont } from './build/light-font.ts';
import { stylePlugins } from './build/styles.ts';

export default defineConfig({
  root: import.meta.dirname,
  // The same build is served at /play, /teach and below them: addresses of assets start at the root.
  base: '/',
  plugins: [svelte(), writeFirstWords(), compileEarly(), compressFiles()],
  resolve: { alias: [await writeLightFont()] },
  css: { postcss: { plugins: stylePlugins } },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    // Inlined assets would need data: in the content security policy.
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Whether a slow machine spends its time in plugins is not a warning.
      checks: { pluginTimings: false },
      input: {
        index: join(import.meta.dirname, 'index.html'),
        // The pages between course and activity are the server's own; this is their script.
        launch: join(import.meta.dirname, 'src/launch/main.ts'),
      },
      output: {
        codeSplitting: {
          // Small files compress less.
          groups: [
            {
              name: 'first',
              tags: ['$initial'],
              test: /client[\\/]src[\\/](?!launch)|node_modules|index\.html/,
            },
            // Staff’s pages need these too.
            { name: 'shared', test: /client[\\/]src[\\/]ui[\\/]|world[\\/]access\.ts/ },
            {
              name: 'play',
              // Reducers come with their app (ADR 45); places and the search with the apps that have them.
              test: /client[\\/]src[\\/](?:screens[\\/]Playing|apps[\\/](?:kit[\\/](?!places)|find-app)|state[\\/]attempt)|scenarios[\\/]world[\\/](?:(?!search\.)[\w-]+|(?:home|practice)[\\/]shown)\.ts/,
            },
          ],
        },
      },
    },
  },
});
