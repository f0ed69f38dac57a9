import { expect, test } from 'vitest';
import { commentsOf, countProductComments, countWords } from './support/count-comment-words.ts';

/** Words of comment allowed in a hundred lines of the product's code. Lower it when they become fewer; never raise it. */
const ceiling = 50;

test('the product stays under the ceiling of comment words', () => {
  const counts = countProductComments();
  const words = counts.reduce((sum, each) => sum + each.words, 0);
  const lines = counts.reduce((sum, each) => sum + each.lines, 0);
  expect((100 * words) / lines, '`npm run comments` shows the words by folder').toBeLessThanOrEqual(ceiling);
});

test('finds comments in TypeScript, but not in strings, templates and regular expressions', () => {
  const text = [
    "const a = 'http://one'; // first",
    'const b = `// two ${a /* second */} // two`;',
    'const c = /\\/\\/ three/; /** third */',
    'function d() { return a; /* fourth */ }',
  ].join('\n');
  expect(commentsOf('a.ts', text)).toEqual(['// first', '/* second */', '/** third */', '/* fourth */']);
});

test('finds comments in the markup, the script and the style of a component', () => {
  const text =
    '<script lang="ts">\n  // script\n</script>\n<!-- markup -->\n<a href="http://one">x</a>\n<style>\n  /* style */\n</style>\n';
  expect(commentsOf('A.svelte', text).toSorted()).toEqual(['/* style */', '// script', '<!-- markup -->']);
});

test('counts words, not signs', () => {
  expect(countWords("/**\n * One two-three, l'été — 4.\n */")).toBe(4);
});
