/** Every file of the tree that is made from code, by its path, with what must stand in it. */
import { renderEditorSchemas } from '../../scenarios/editor-schemas.ts';
import { renderFactsPage } from '../../scenarios/evidence/facts-page.ts';
import { renderEnvExample } from '../../server/config.ts';

export function generatedFiles(): Readonly<Record<string, string>> {
  const schemas = Object.entries(renderEditorSchemas());
  return {
    '.env.example': renderEnvExample(),
    'docs/authors/facts.md': renderFactsPage(),
    ...Object.fromEntries(schemas.map(([name, text]) => [`scenarios/editor/${name}`, text])),
  };
}
