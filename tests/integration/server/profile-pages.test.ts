/** The published profile and the resource of each IRI, for programs and for people. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { profile } from '../../../xapi/profile/profile.ts';
import { base } from '../../../xapi/vocabulary.ts';
import { structureProblems } from '../../support/profile/check-structure.ts';
import {
  asJson,
  attemptStatements,
  beginning,
  finished,
  wholeWeek,
} from '../../support/profile/played-attempts.ts';
import { type ProfileServer, startProfileServer } from '../../support/profile/profile-server.ts';
import { valuesAt } from '../../support/profile/json-path.ts';

let server: ProfileServer;
beforeAll(async () => {
  server = await startProfileServer();
});
afterAll(() => server.close());

function ask(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(`${server.url}${path}`, { headers });
}

const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'accept-language': 'fr-CA,fr;q=0.9' };

/** The copy of one of our IRIs here. */
function copyOf(iri: string): string {
  return `/xapi/${iri.slice(base.length)}`;
}

describe('the published xAPI profile', () => {
  it.each(['*/*', 'application/ld+json', 'application/json', 'text/turtle'])(
    'is complete and valid JSON-LD for a program that accepts %s',
    async (accept) => {
      const response = await ask('/xapi/profile', { accept });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toMatch(/^application\/(ld\+)?json/);
      expect(response.headers.get('vary')).toContain('Accept');
      const json: unknown = await response.json();
      expect(structureProblems(json)).toEqual([]);
      expect(json).toEqual(JSON.parse(JSON.stringify(profile)));
    },
  );

  it('is a page in the browser’s language, or in the chosen one', async () => {
    const words = { fr: 'Ordre des énoncés d’un essai', en: 'Order of the statements in an attempt' };
    const pageIn = async (path: string, language: string): Promise<string> =>
      (await ask(path, { ...browser, 'accept-language': language })).text();
    expect(await pageIn('/xapi/profile', 'fr-CA')).toContain(words.fr);
    expect(await pageIn('/xapi/profile', 'de')).toContain(words.fr);
    expect(await pageIn('/xapi/profile', 'en-US')).toContain(words.en);
    expect(await pageIn('/xapi/profile?lang=en', 'fr-CA')).toContain('<html lang="en">');
    expect(await pageIn('/xapi/profile?lang=fr', 'en')).toContain('<html lang="fr">');
  });

  it('runs, frames, posts and loads nothing as a page', async () => {
    const response = await ask('/xapi/profile', browser);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; img-src 'self'; base-uri 'none'/);
    expect(policy).toContain("form-action 'none'; frame-ancestors 'none'");
    expect(policy).not.toContain('script-src');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).not.toContain('<script');
  });

  it('is compressed for clients that accept it', async () => {
    const response = await ask('/xapi/profile', { 'accept-encoding': 'gzip' });
    expect(response.headers.get('content-encoding')).toBe('gzip');
  });

  it('is JSON for a browser that follows the link to it', async () => {
    const response = await ask('/xapi/profile?format=json', browser);
    expect(response.headers.get('content-type')).toMatch(/^application\/ld\+json/);
  });
});

describe('an IRI of the tool', () => {
  it('in the profile returns its definition in the profile', async () => {
    const parts = [...profile.concepts, ...profile.templates, ...profile.patterns];
    for (const part of parts) {
      const response = await ask(copyOf(part.id));
      expect([part.id, response.status]).toEqual([part.id, 200]);
      expect(await response.json()).toMatchObject(JSON.parse(JSON.stringify(part)) as object);
    }
    expect(await (await ask(copyOf(profile.versions[0]?.id ?? ''))).json()).toMatchObject({ id: profile.id });
  });

  it('of an activity returns its definition in statements', async () => {
    const objects = new Map(
      asJson(attemptStatements([...beginning, ...wholeWeek, ...finished]))
        .flatMap((statement) => valuesAt(statement, '$.object') as { id: string; definition: object }[])
        .filter(({ id }) => !id.includes('/assessments/'))
        .map((object) => [object.id, object.definition]),
    );
    expect(objects.size).toBeGreaterThan(40);
    for (const [iri, definition] of objects) {
      const response = await ask(copyOf(iri));
      expect([iri, response.status]).toEqual([iri, 200]);
      const json = (await response.json()) as { id?: string; activityDefinition?: object };
      expect(json.id).toBe(iri);
      expect(json.activityDefinition ?? json).toMatchObject(definition);
    }
  });

  it('has its own page', async () => {
    const page = await (await ask('/xapi/verbs/undid', browser)).text();
    expect(page).toContain('<h1>a annulé</h1>');
    expect(page).toContain('https://w3id.org/xapi/numplus/verbs/undid');
    const form = await (await ask('/xapi/activities/assessments/demo/v1?lang=en', browser)).text();
    expect(form).toContain('<h1>NUM+</h1>');
  });

  it.each([
    '/xapi/verbs/launched',
    '/xapi/verbs',
    '/xapi/nowhere',
    '/xapi/activities/scenarios/s99/v1',
    '/xapi/activities/scenarios/s02-inbox/v99',
    '/xapi/activities/scenarios/s02-inbox/v1/objects/secret/m1',
    '/xapi/activities/scenarios/s02-inbox/v1/objects/message/%3Cscript%3E',
    '/xapi/activities/assessments/none/v1',
    '/xapi/activities/courses/c0ffee',
    '/xapi/activities/apps/mail/views/none',
    '/xapi/activities/policies/other/1',
    '/xapi/studies/s1',
    '/xapi/__proto__',
    '/xapi/activities/apps/__proto__/views/toString',
  ])('is not found if it is unknown: %s', async (path) => {
    expect((await ask(path, browser)).status).toBe(404);
  });
});
