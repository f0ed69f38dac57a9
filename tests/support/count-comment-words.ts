/** Counts the words of comments in the product's code: `npm run comments` prints them by folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export interface FileCount {
  /** Relative to the project root, with `/`. */
  readonly path: string;
  readonly words: number;
  readonly lines: number;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const productFolders = ['server', 'scenarios', 'lti', 'xapi', 'client/src', 'sandbox', 'bin'];

export function countProductComments(): FileCount[] {
  return productFolders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|js|svelte|css)$/.test(entry.name))
      .map((entry) => countFile(join(entry.parentPath, entry.name))),
  );
}

function countFile(file: string): FileCount {
  const text = readFileSync(file, 'utf8');
  return {
    path: relative(root, file).split(sep).join('/'),
    words: commentsOf(file, text).reduce((sum, comment) => sum + countWords(comment), 0),
    lines: text.split('\n').length - 1,
  };
}

/** @param file only its ending counts: .ts, .js, .svelte or .css */
export function commentsOf(file: string, text: string): string[] {
  if (file.endsWith('.css')) return styleComments(text);
  if (file.endsWith('.svelte')) return componentComments(text);
  return scriptComments(text);
}

export function countWords(comment: string): number {
  return comment.match(/[\p{L}\p{N}_][\p{L}\p{N}_’'-]*/gu)?.length ?? 0;
}

function componentComments(text: string): string[] {
  const found: string[] = [];
  const markup = text.replace(
    /<(script|style)\b[^>]*>(.*?)<\/\1>/gs,
    (_whole, element: string, inner: string) => {
      found.push(...(element === 'style' ? styleComments(inner) : scriptComments(inner)));
      return '';
    },
  );
  return [...found, ...(markup.match(/<!--.*?-->/gs) ?? []), ...styleComments(markup)];
}

function styleComments(text: string): string[] {
  return text.match(/\/\*.*?\*\//gs) ?? [];
}

/** What looks like a comment inside a string, a template or a regular expression is blanked first. */
function scriptComments(text: string): string[] {
  const source = ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest);
  let code = '';
  let done = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isLiteralExpression(node) || ts.isTemplateMiddleOrTemplateTail(node) || ts.isTemplateHead(node)) {
      code += `${text.slice(done, node.getStart(source))} `;
      done = node.end;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return (code + text.slice(done)).match(/\/\*.*?\*\/|\/\/[^\n]*/gs) ?? [];
}

interface FolderCount {
  readonly folder: string;
  readonly files: readonly FileCount[];
}

/** Three levels deep at most: `server/cli`, `client/src/api`. */
function byFolder(files: readonly FileCount[]): FolderCount[] {
  const folderOf = ({ path }: FileCount): string => path.split('/').slice(0, -1).slice(0, 3).join('/');
  return [...new Set(files.map(folderOf))]
    .sort()
    .map((folder) => ({ folder, files: files.filter((file) => folderOf(file) === folder) }));
}

function row({ folder, files }: FolderCount): string {
  const sizes = files.map(({ lines }) => lines).sort((a, b) => a - b);
  const sum = (of: (file: FileCount) => number): number => files.reduce((total, file) => total + of(file), 0);
  const largest = files.reduce((a, b) => (b.lines > a.lines ? b : a));
  const figures = [sum(({ words }) => words), files.length, sum(({ lines }) => lines)];
  const columns = [...figures, sizes[Math.floor(sizes.length / 2)] ?? 0].map((n) => String(n).padStart(7));
  return `${columns.join(' ')}  ${folder.padEnd(28)} ${largest.path.split('/').at(-1) ?? ''} (${largest.lines})`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = countProductComments();
  const lines = [...byFolder(files), { folder: 'total', files }].map(row);
  const head = `${['words', 'files', 'lines', 'median'].map((n) => n.padStart(7)).join(' ')}  ${'folder'.padEnd(28)} largest file (lines)`;
  process.stdout.write(`${[head, ...lines].join('\n')}\n`);
}
