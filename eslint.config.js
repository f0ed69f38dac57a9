import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

/** Spreading a literal only packs several members onto one line. */
const literalSpread = {
  selector: 'ObjectExpression > SpreadElement[argument.type="ObjectExpression"]',
  message: 'Write the members themselves instead of spreading a literal.',
};

/** Matches a branch that is a text of its own or one of a catalogue. */
const text = (branch) =>
  `[${branch}.callee.name="t"], [${branch}.type="TemplateLiteral"], [${branch}.raw=/^.[a-zà-ÿ]/i]`;

/** French says « 0 message », English “0 messages”: only the rules of the language know. */
const pluralByHand = {
  selector:
    'ConditionalExpression[test.operator=/^([!=]==|[<>]=?)$/][test.right.raw=/^[12]$/]' +
    `:matches(${text('consequent')}):matches(${text('alternate')})`,
  message: 'Choose plural forms with t.count in the client, with plural or counted elsewhere.',
};

/** The world must give the same result in Node and in every browser: no clock, no chance, no locale, no DOM. */
const pureWorld = {
  'no-restricted-globals': [
    'error',
    'Date',
    'Intl',
    'window',
    'document',
    'navigator',
    'crypto',
    'performance',
  ],
  'no-restricted-properties': ['error', { object: 'Math', property: 'random' }],
  'no-restricted-syntax': [
    'error',
    literalSpread,
    {
      selector: 'CallExpression[callee.property.name=/^(toLocale\\w+|localeCompare)$/]',
      message: 'Locale methods differ between engines; the world uses none.',
    },
  ],
};

export default ts.config(
  { ignores: ['dist/', 'data/', 'coverage/', 'node_modules/', '.peers/', 'docs/', 'tests/support/till/'] },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  ...ts.configs.stylisticTypeChecked,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  {
    languageOptions: {
      globals: globals.node,
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js', 'bin/*.js'] },
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', literalSpread],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { globals: globals.browser, parserOptions: { parser: ts.parser } },
  },
  { files: ['client/**/*.ts'], languageOptions: { globals: globals.browser } },
  {
    files: ['client/**', 'server/**', 'sandbox/**', 'lti/**', 'xapi/**', 'scenarios/**', 'bin/**'],
    rules: { 'no-restricted-syntax': ['error', literalSpread, pluralByHand] },
  },
  { files: ['scenarios/world/**/*.ts'], rules: pureWorld },
  { files: ['**/*.js'], ...ts.configs.disableTypeChecked },
  // Types of plain JavaScript stand in its comments.
  { files: ['bin/*.js'], rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' } },
);
