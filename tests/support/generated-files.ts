/** Every file of the tree that is made from code, by its path, with what must stand in it. */
import { renderEditorSchemas } from '../../scenarios/checks/editor-schemas.ts';
import { renderFactsPage } from '../../scenarios/evidence/facts-page.ts';
import { renderEnvExample } from '../../server/base/config.ts';
import { renderDictionary } from '../../xapi/profile/render-dictionary.ts';
import { dictionaryExamples } from './profile/dictionary-examples.ts';

export function generatedFiles(): Readonly<Record<string, string>> {
  const schemas = Object.entries(renderEditorSchemas());
  const examples = dictionaryExamples();
  return {
    '.env.example': renderEnvExample(),
    'docs/authors/facts.md': renderFactsPage(),
    'docs/researchers/fr/dictionnaire.md': renderDictionary('fr', examples),
    'docs/researchers/en/dictionary.md': renderDictionary('en', examples),
    ...Object.fromEntries(schemas.map(([name, text]) => [`scenarios/editor/${name}`, text])),
  };
}
