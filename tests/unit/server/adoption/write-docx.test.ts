import { describe, expect, it } from 'vitest';
import {
  box,
  choose,
  confirm,
  fill,
  h1,
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
    table([1, 2], ['quoi', 'combien'], ['a\nb', fill('tant', 'operator')], ['c', box('faible', 'charge')]),
  ];
  const day = '2026-11-30';
  const bytes = await writeDocx({ language: 'fr', title: 'Essai & titre', day, isWide, blocks });
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
    expect(files.get('docProps/core.xml')).toContain('Essai &amp; titre');
    expect(files.get('word/styles.xml')).toContain('<w:lang w:val="fr-CA"/>');
    expect(body).toContain('<w:pStyle w:val="Heading1"/>');
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1);
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
      'La réponse usuelle. ☐ Confirmé. Sinon\u00a0: ………… (réponse\u00a0: personne qui gère le serveur)',
    );
    expect(text).toContain('À remplir\u00a0: lequel☐ Le premier☐ Le second');
    expect(text).toContain('faible ☐');
    expect(files.get('word/numbering.xml')).toContain('☐');
  });

  it('says who answers, unless it is the person in charge', async () => {
    const text = ((await write()).get('word/document.xml') ?? '').replaceAll(/<[^>]+>/g, '');
    expect(text).not.toContain('responsable des renseignements personnels');
    expect(text.match(/réponse\u00a0: personne qui gère le serveur/g)).toHaveLength(2);
  });

  it('lies on its side if its tables are wide', async () => {
    expect((await write(true)).get('word/document.xml')).toContain('w:orient="landscape"');
    expect((await write()).get('word/document.xml')).not.toContain('w:orient="landscape"');
  });
});
