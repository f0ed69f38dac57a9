import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningStore, startStore } from '../../../sandbox/store/start-store.ts';
import { key, request, sample, secret, uuid } from './store-samples.ts';

let store: RunningStore;

beforeEach(async () => {
  store = await startStore({ host: '127.0.0.1', port: 0, key, secret });
});

afterEach(async () => {
  await store.close();
});

async function page(query = '', language = 'fr-CA'): Promise<string> {
  const response = await fetch(`${store.url}/${query}`, { headers: { 'Accept-Language': language } });
  expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  return response.text();
}

describe('the page of the record store', () => {
  it('is in French first, and in English for readers who ask for or choose it', async () => {
    expect(await page('', '*')).toContain('lang="fr-CA"');
    expect(await page('', 'en-CA')).toContain('No statements yet.');
    expect(await page('?lang=en')).toContain('No statements yet.');
    expect(await page('?lang=fr', 'en')).toContain('Aucun énoncé');
  });

  it('lists the newest first, by pages, and filters by attempt', async () => {
    const body = Array.from({ length: 30 }, (_, index) =>
      sample(index, { context: { registration: uuid(index < 3 ? 901 : 902) } }),
    );
    await request(store, 'statements', { body });
    const first = await page();
    expect(first.indexOf(uuid(29))).toBeLessThan(first.indexOf(uuid(28)));
    expect(first).not.toContain(uuid(4));
    expect(await page('?page=2')).toContain(uuid(4));
    const filtered = await page(`?registration=${uuid(901)}`);
    expect(filtered).toContain('3 énoncés dans cet essai');
    expect(filtered).not.toContain(uuid(29));
  });

  it('shortens pseudonyms and shows score and duration', async () => {
    const account = { homePage: 'https://example.org/s', name: 'abcdefghijklmnop' };
    const result = { score: { raw: 2.5, min: 0, max: 4 }, duration: 'PT1M5.5S', completion: true };
    await request(store, 'statements', { body: [sample(1, { actor: { account }, result })] });
    const summary = (await page()).split('<summary>')[1]?.split('</summary>')[0] ?? '';
    expect(summary).toContain('abcdef…');
    expect(summary).not.toContain('abcdefgh');
    expect(summary).toContain('2,5 sur 4');
    expect(summary).toContain('1\u00a0min 5,5\u00a0s');
  });

  it('never treats content as markup', async () => {
    const display = { fr: '<script>alert(1)</script>', en: '"><img src=x>' };
    const name = "</pre><b onclick='x'>";
    const actor = { account: { homePage: 'https://example.org/s', name } };
    const verb = { id: 'https://example.org/verbs/x', display };
    await request(store, 'statements', { body: [sample(1, { actor, verb })] });
    for (const shown of [await page(), await page('?lang=en'), await page('?registration="><script>x')]) {
      expect(shown).not.toMatch(/<script|<img|<b onclick/);
    }
  });
});
