/** PostCSS plugins of every build: names of media queries, then the text size that a person chose. */
import { join } from 'node:path';
import globalData from '@csstools/postcss-global-data';
import customMedia from 'postcss-custom-media';
import { followTextSize } from './text-size-media.ts';

const media = join(import.meta.dirname, '../src/styles/media.css');

export const stylePlugins = [globalData({ files: [media] }), customMedia(), followTextSize()];
