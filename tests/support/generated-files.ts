/** Every file made from code: path and text. */
import { renderEditorSchemas } from '../../scenarios/checks/editor-schemas.ts';
import { renderAppPages } from '../../scenarios/evidence/app-pages.ts';
import { renderFactsPage } from '../../scenarios/evidence/facts-page.ts';
import { renderEnvExample } from '../../server/base/config.ts';
import { renderOpenApi } from '../../server/http/api/openapi.ts';
import { apiRoutes } from '../../server/http/api/table/api-routes.ts';
import { renderDataMap } from '../../server/privacy/render-data-map.ts';
import { renderDictionary } from '../../xapi/profile/render-dictionary.ts';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { renderFloors } from './floors.ts';
import { withPart } from './page-part.ts';
import { dictionaryExamples } from './profile/dictionary-examples.ts';

const root = resolve(import.meta.dirname, '../..');

export function generatedFiles(): Readonly<Record<string, string>> {
  const schemas = Object.entries(renderEditorSchemas());
  const examples = dictionaryExamples();
  return {
    'docs/architecture.md': withPart(
      readFileSync(join(root, 'docs/architecture.md'), 'utf8'),
      'floors',
      renderFloors(),
    ),
    '.env.example': renderEnvExample(),
    'docs/openapi.json': renderOpenApi(apiRoutes),
    'docs/authors/facts.md': renderFactsPage(),
    ...Object.fromEntries(
      Object.entries(renderAppPages()).map(([name, text]) => [`docs/authors/${name}`, text]),
    ),
    'docs/researchers/fr/dictionnaire.md': renderDictionary('fr', examples),
    'docs/researchers/en/dictionary.md': renderDictionary('en', examples),
    'docs/privacy/fr/carte-des-donnees.md': renderDataMap('fr'),
    'docs/privacy/en/data-map.md': renderDataMap('en'),
    ...Object.fromEntries(schemas.map(([name, text]) => [`scenarios/editor/${name}`, text])),
  };
}
