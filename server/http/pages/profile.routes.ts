/** JSON-LD for programs, pages for people. */
import compression from 'compression';
import { type Request, type Response, Router } from 'express';
import type { Language } from '../../../scenarios/world/base.ts';
import { describe, type Description, type KnownContent } from '../../../xapi/profile/describe.ts';
import { base, profileId } from '../../../xapi/vocabulary.ts';
import type { Content } from '../../content/load.ts';
import { preferredLanguage, sendShellPage } from './page-shell.ts';
import { profilePageStyle, renderDescription } from './profile-pages.ts';

type Known = Pick<Content, 'forms' | 'bankVersions' | 'scenarios'>;

/**
 * Below /xapi: GET /profile, and our IRIs, such as /activities/apps/mail, /verbs/undid, /templates/launched.
 * Passes on other paths.
 */
export function createProfileRouter(content: Known): Router {
  const router = Router();
  const known = knownContent(content);
  // Compresses well, and nothing secret.
  router.use(compression());
  router.get('/profile', (request, response) => {
    const description = describe(profileId, known);
    if (description !== undefined) send(request, response, description);
  });
  router.get('/*path', (request, response, next) => {
    const description = describe(`${base}${request.path.slice(1)}`, known);
    if (description === undefined) next();
    else send(request, response, description);
  });
  return router;
}

/** A form of an earlier bank is still known: statements of its attempts name it. */
function knownContent({ forms, bankVersions, scenarios }: Known): KnownContent {
  return {
    hasForm: (form, bankVersion) =>
      forms.some((one) => one.id === form) && bankVersions.includes(bankVersion),
    hasScenario: (scenario, worldVersion) =>
      scenarios().some((one) => one.scenario === scenario && one.worldVersion === worldVersion),
  };
}

/** JSON-LD by default; browsers ask for HTML. */
function send(request: Request, response: Response, description: Description): void {
  const json = JSON.stringify(description.json);
  const sendJson = (type: string) => (): void => {
    response.setHeader('Cache-Control', 'public, max-age=300');
    response.type(type).send(json);
  };
  if (request.query.format === 'json') {
    sendJson('application/ld+json')();
    return;
  }
  response.format({
    'application/ld+json': sendJson('application/ld+json'),
    'application/json': sendJson('application/json'),
    'text/html': () => {
      sendPage(request, response, description);
    },
    default: sendJson('application/ld+json'),
  });
}

function sendPage(request: Request, response: Response, description: Description): void {
  const language = askedLanguage(request) ?? preferredLanguage(request);
  response.vary('Accept-Language');
  sendShellPage(response, {
    language,
    title: description.label[language],
    status: 200,
    toRead: { style: profilePageStyle },
    body: renderDescription(description, language, `${request.baseUrl}${request.path}`),
  });
}

function askedLanguage({ query: { lang } }: Request): Language | undefined {
  return lang === 'fr' || lang === 'en' ? lang : undefined;
}
