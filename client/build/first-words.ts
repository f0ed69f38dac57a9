/** Words that can be read, in the person's comfort, before script and style have come (ADR 40). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { shellEn } from '../src/i18n/catalogues/shell.en.ts';
import { shellFr } from '../src/i18n/catalogues/shell.fr.ts';
import { noticePoints } from '../src/i18n/notice-points.ts';

type Texts = Record<keyof typeof shellFr, string>;
const catalogues = { fr: shellFr, en: shellEn };

/** The words do not wait for the styles, which come after them. */
export function writeFirstWords(): Plugin {
  return {
    name: 'first-words',
    transformIndexHtml: {
      order: 'post',
      async handler(page) {
        const links = page.match(/ *<link rel="stylesheet"[^>]*>\n/g) ?? [];
        const rest = links.reduce((text, link) => text.replace(link, ''), page);
        const head = `  <style>${readStyle()}</style>\n    <script>${await buildScript()}</script>\n  </head>`;
        return rest
          .replace('</head>', () => head)
          .replace('<div id="app">', (app) => `${writeWords()}\n${links.join('')}    ${app}`);
      },
    },
  };
}

function writeWords(): string {
  const words = Object.entries(catalogues).flatMap(([language, texts]) => [
    screen(`notice-${language}`, language, notice(texts)),
    screen(`opening-${language}`, language, opening(texts)),
  ]);
  return `<div id="first-words"><p>${shellFr['product.name']}</p>${words.join('')}</div>`;
}

function screen(name: string, language: string, words: string): string {
  return `<main class="${name}" lang="${language}-CA">${words}</main>`;
}

function notice(texts: Texts): string {
  const points = noticePoints.map((point) => `<li>${point.texts.map((key) => texts[key]).join(' ')}</li>`);
  return `<h1>${texts['notice.title']}</h1><p role="status">${texts['opening.text']}</p><ul role="list">${points.join('')}</ul>`;
}

function opening(texts: Texts): string {
  return `<h1>${texts['opening.title']}</h1><p role="status">${texts['opening.text']}</p>`;
}

function readStyle(): string {
  return readFileSync(join(import.meta.dirname, 'first-words.css'), 'utf8').replace(/\/\*.*?\*\/|\s+/gs, ' ');
}

/** From the client's own code, so that nothing decides differently before and after. */
async function buildScript(): Promise<string> {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      lib: {
        entry: join(import.meta.dirname, '../src/first-words.ts'),
        formats: ['iife'],
        name: 'firstWords',
      },
    },
  });
  const [result] = Array.isArray(built) ? built : [];
  const [chunk] = result?.output ?? [];
  if (chunk === undefined) throw new Error('the script of the first words was not built');
  return chunk.code.trim();
}
