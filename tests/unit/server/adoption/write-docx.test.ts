import { describe, expect, it } from 'vitest';
import {
  box,
  choose,
  confirm,
  fill,
  h1,
  h1OnNewPage,
  p,
  points,
  quote,
  steps,
  table,
  ticks,
} from '../../../../server/adoption/blocks.ts';
import { writeDocx } from '../../../../server/adoption/write-docx.ts';
import { readZip } from '../../../support/read-zip.ts';
import { listXmlFaults } from '../../../support/xml-faults.ts';

async function write(isWide = false): Promise<Map<string, string>> {
  const blocks = [
    h1('Un titre <avec> & des signes'),
    p('Du\u0000 texte\ufffe **gras**\uffff, `code`\ud800. ', fill('le nom\u0007', 'charge')),
    points('un', 'deux'),
    steps('d’abord', 'puis'),
    p(
      'Oui: ',
      confirm('La réponse `usuelle`.', 'operator'),
      choose('lequel', 'charge', 'Le premier', 'Le second'),
    ),
    ticks('operator', 'Fait.', 'Vu.'),
    quote('À dire.'),
    p('Voici la table.'),
    table([1, 2], ['quoi', 'combien'], ['a\nb', fill('tant', 'operator')], ['c', box('faible', 'charge')]),
    h1OnNewPage('À signer'),
    table([1, 2], ['qui', 'nom'], ['Direction', fill('nom et signature', 'charge', 'signature')]),
  ];
  const day = '2026-11-30';
  const bytes = await writeDocx({ language: 'fr', number: 4, title: 'Essai & titre', day, isWide, blocks });
  return new Map([...readZip(bytes)].map(([name, content]) => [name, content.toString('utf8')]));
}

describe('a document', () => {
  it('is well-formed in all its parts', async () => {
    const files = [...(await write())].filter(([name]) => /\.(?:xml|rels)$/.test(name));
    expect(files.length).toBeGreaterThan(6);
    expect(files.flatMap(([name, xml]) => listXmlFaults(xml).map((fault) => `${name}: ${fault}`))).toEqual(
      [],
    );
  });

  it('has a title, a language, headings and header rows for screen readers', async () => {
    const files = await write();
    const body = files.get('word/document.xml') ?? '';
    expect(files.get('docProps/core.xml')).toContain('Document\u00a04 – Essai &amp; titre');
    expect(files.get('word/styles.xml')).toContain('<w:lang w:val="fr-CA"/>');
    expect(body).toContain('<w:pStyle w:val="Heading1"/>');
    // One in each of its two tables.
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(2);
  });

  it('highlights what is to be filled in, and says it in words', async () => {
    const body = (await write()).get('word/document.xml') ?? '';
    expect(body).toContain('w:highlight w:val="yellow"');
    expect(body).toContain('À remplir\u00a0: tant');
    expect(body).toContain('personne qui gère le serveur');
  });

  it('has a box after a proposed answer, before each choice and in each row of a list to tick', async () => {
    const files = await write();
    const text = (files.get('word/document.xml') ?? '').replaceAll(/<[^>]+>/g, '');
    expect(text).toContain(
      'La réponse usuelle. ☐\u00a0Confirmé. Sinon\u00a0:\u00a0………… (réponse\u00a0: personne qui gère le serveur)',
    );
    expect(text).toContain('À remplir\u00a0: lequel☐\u00a0Le premier☐\u00a0Le second');
    expect(text).toContain('faible\u00a0☐');
    expect(text).toContain('☐\u00a0Fait.☐\u00a0Vu.');
    // Nobody can tick one bullet of a list alone.
    expect(files.get('word/numbering.xml')).not.toContain('☐');
  });

  it('says who answers, unless it is the person in charge', async () => {
    const text = ((await write()).get('word/document.xml') ?? '').replaceAll(/<[^>]+>/g, '');
    expect(text).not.toContain('responsable des renseignements personnels');
    expect(text.match(/réponse\u00a0: personne qui gère le serveur/g)).toHaveLength(2);
  });

  it('has the number by which others name it above its title and on each page', async () => {
    const files = await write();
    expect((files.get('word/document.xml') ?? '').replaceAll(/<[^>]+>/g, '')).toMatch(
      /^[^D]*Document\u00a04Essai/,
    );
    const [, foot = ''] = [...files].find(([name]) => /footer\d*\.xml$/.test(name)) ?? [];
    expect(foot).toContain('Document\u00a04 – Essai &amp; titre · page ');
  });

  it('begins a page with what is signed or published by itself', async () => {
    const body = (await write()).get('word/document.xml') ?? '';
    expect(body.match(/<w:pageBreakBefore\/>/g)).toHaveLength(1);
    expect(body).toMatch(/<w:pageBreakBefore\/>.{0,200}À signer/);
  });

  it('keeps a paragraph with the table or the list that it leads to, and a short table on one page', async () => {
    const body = (await write()).get('word/document.xml') ?? '';
    const keeps = (text: string): boolean => new RegExp(`<w:keepNext/>(?:(?!</w:p>).)*>${text}<`).test(body);
    expect(keeps('Voici la table\\.')).toBe(true);
    expect(keeps('quoi')).toBe(true);
    expect(keeps('a')).toBe(true);
    expect(keeps('c')).toBe(false);
  });

  it('leaves room to sign', async () => {
    const body = (await write()).get('word/document.xml') ?? '';
    expect(body).toMatch(/<w:trHeight w:val="960" w:hRule="atLeast"\/>(?:(?!<w:tr>).)*nom et signature/);
  });

  it('lies on its side if its tables are wide', async () => {
    expect((await write(true)).get('word/document.xml')).toContain('w:orient="landscape"');
    expect((await write()).get('word/document.xml')).not.toContain('w:orient="landscape"');
  });
});
