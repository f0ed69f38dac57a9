/** The documents that are filed beside the assessment: register, agreements, recipients. */
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../../server/adoption/blocks.ts';
import { makeDocuments } from '../../../../server/adoption/documents.ts';
import type { DocumentKey } from '../../../../server/adoption/kit-words.ts';
import { questionsOf } from '../../../../server/adoption/questions.ts';
import { documentOf, languages, sayLine, textOf } from '../../../support/kit-documents.ts';
import { halfKnown, muchKnown, nothingKnown } from '../../../support/kit-facts.ts';

function firstCells(language: 'fr' | 'en', key: DocumentKey, facts = muchKnown): string[] {
  return documentOf(facts, language, key)
    .blocks.filter((block): block is Extract<Block, { kind: 'table' }> => block.kind === 'table')
    .flatMap(({ rows }) => rows.map(([name]) => sayLine(name)));
}

describe.each(languages)('in %s', (language) => {
  const isFrench = language === 'fr';

  it('the register counts any breach as an incident', () => {
    expect(textOf(documentOf(muchKnown, language, 'incidents'))).toContain(
      isFrench ? 'toute autre atteinte à sa protection' : 'any other breach of its protection',
    );
  });

  it('the register lists what goes to the Commission, with the NEQ, and counts no box before an incident', () => {
    const { blocks } = documentOf(muchKnown, language, 'incidents');
    const lists = blocks.filter((block) => block.kind === 'ticks');
    expect(lists.map(({ lines }) => lines.length)).toEqual([3, 10]);
    expect(lists.flatMap(({ lines }) => lines.map(sayLine)).join('\n')).toContain('NEQ');
    expect(questionsOf(blocks).map(({ kind }) => kind)).toEqual(['confirm']);
  });

  it('the register has a letter to the person, with what happened, what is done and whom to write to', () => {
    const letter = documentOf(muchKnown, language, 'incidents').blocks.find(({ kind }) => kind === 'quote');
    const lines = letter?.kind === 'quote' ? letter.lines.map(sayLine).join('\n') : '';
    expect(lines.match(/\[[^\]]+\]/g)?.length).toBeGreaterThanOrEqual(10);
    expect(lines).toContain('Commission d’accès à l’information');
  });

  it('the agreements have a row for each service that can hold something', () => {
    const names = firstCells(language, 'contract').join('\n');
    for (const name of isFrench
      ? ['Serveur mandataire (proxy)', 'Copies de la base', 'Journal du serveur', 'LMS «', 'Service d’alerte']
      : ['Proxy server', 'Backups of the database', 'Log of the server', 'LMS “', 'Alert service'])
      expect(names).toContain(name);
    expect(firstCells(language, 'contract', nothingKnown).join('\n')).not.toContain('LMS');
  });

  it('the agreements of a research store are asked of its team', () => {
    const team = questionsOf(documentOf(muchKnown, language, 'contract').blocks).filter(
      ({ who }) => who === 'research',
    );
    expect(team.map(({ kind, count }) => [kind, count])).toEqual([
      ['words', 1],
      ['tick', 3],
    ]);
  });

  it('the recipients are named one by one, also those outside the program', () => {
    const names = firstCells(language, 'places').join('\n');
    for (const name of isFrench
      ? ['Qui héberge le serveur', 'Qui conserve les copies', 'LMS «', 'Bailleur de fonds, agent, employeur']
      : ['Whoever hosts the server', 'Whoever holds the backups', 'LMS “', 'Funder, officer, employer'])
      expect(names).toContain(name);
  });

  it('names each record store by its host, also where the notice does not name it yet', () => {
    for (const key of ['places', 'contract'] as const) {
      const names = firstCells(language, key, halfKnown).join('\n');
      expect(names).toMatch(/(?:Magasin de données|Record store) lrs\.coop\.example, /);
      expect(names).toMatch(/(?:Magasin de données|Record store) lrs\.universite\.example, /);
    }
    const asked = questionsOf(documentOf(halfKnown, language, 'places').blocks).map(({ asks }) => asks);
    expect(asked.filter((one) => one.includes('recipients'))).toEqual([
      expect.stringContaining('lrs.coop.example'),
    ]);
    expect(textOf(documentOf(halfKnown, language, 'retention'))).toContain(
      'lrs.coop.example, lrs.universite.example',
    );
  });

  it('says what changes if the organisation is the employer, or if Services Québec funds it', () => {
    const impact = textOf(documentOf(muchKnown, language, 'impact'));
    expect(impact).toContain(
      isFrench ? 'Si l’organisme est l’employeur' : 'If the organization employs the person who plays',
    );
    expect(impact).toContain(isFrench ? 'Si Services Québec finance' : 'If Services Québec funds');
    expect(impact).toContain(isFrench ? 'a noté hors de NUM+' : 'noted outside NUM+');
  });

  it('explains on the first page each word that the other documents use without saying more', () => {
    const first = textOf(documentOf(muchKnown, language, 'first'));
    for (const word of isFrench
      ? ['Énoncé (xAPI)', 'Magasin de données (LRS)', 'Jeton', 'lancement', 'Empreinte', 'Pseudonyme']
      : ['Statement (xAPI)', 'Record store (LRS)', 'Token', 'launch', 'Fingerprint', 'Pseudonym'])
      expect(first).toContain(`**${word}**`);
  });

  it('says where a public body follows other rules', () => {
    expect(textOf(documentOf(muchKnown, language, 'impact'))).toMatch(/8\.1 (?:et|and) 63\.5[\s\S]*63\.3/);
    expect(textOf(documentOf(muchKnown, language, 'contract'))).toContain('67.2');
    expect(textOf(documentOf(muchKnown, language, 'retention'))).toMatch(/Loi sur les archives|Archives Act/);
  });

  it('calls each thing by one word', () => {
    const all = (['first', 'impact', 'retention', 'incidents', 'contract', 'ethics', 'places'] as const)
      .map((key) => textOf(documentOf(muchKnown, language, key)))
      .join('\n');
    expect(all).not.toMatch(
      /audit record|dossier d’audit|registre des accès|entrepôt|d’habitude|usually \d/i,
    );
  });
});

describe.each(languages)('what an officer fills in before or beside the play, in %s', (language) => {
  const isFrench = language === 'fr';

  it('the register says twice that its first row is an example to delete', () => {
    const text = textOf(documentOf(muchKnown, language, 'incidents'));
    expect(text).toContain(
      isFrench
        ? 'La première ligne est un exemple inventé. Supprimez-la'
        : 'The first row is an invented example. Delete it',
    );
    const [first, ...rest] = firstCells(language, 'incidents');
    expect(first).toContain(isFrench ? '**EXEMPLE, à supprimer.**' : '**EXAMPLE, to delete.**');
    expect(rest.filter((cell) => /exemple|example/i.test(cell))).toEqual([]);
  });

  it('the model of a delegation names the organisation and the person, and says what is published', () => {
    const text = textOf(documentOf(muchKnown, language, 'policy'));
    expect(text).toContain(isFrench ? 'Organisme\u00a0: la Coop Emploi.' : 'Organization: Coop Emploi.');
    expect(text).toMatch(/(?:à\u00a0|to): Marie Exemple, directrice\./);
    for (const said of isFrench
      ? [
          '(art.\u00a03.1)',
          'Publiez le titre et les coordonnées',
          'article 8 de la Loi sur l’accès',
          'Je reste responsable',
        ]
      : [
          '(s.\u00a03.1)',
          'Publish the title and contact information',
          'section 8 of the Access Act',
          'I remain accountable',
        ])
      expect(text).toContain(said);
  });

  it('the schedule asks who erases people who never played, and says what the program does by itself', () => {
    const { blocks } = documentOf(muchKnown, language, 'retention');
    const asked = questionsOf(blocks).map(({ about }) => about);
    expect(asked).toContain(
      isFrench ? 'A ouvert l’activité sans jamais jouer' : 'Opened the activity and never played',
    );
    const without = isFrench ? 'sans durée, personne' : 'without a period, nobody';
    expect(textOf({ blocks })).not.toContain(without);
    expect(textOf(documentOf(halfKnown, language, 'retention'))).toContain(without);
    expect(textOf(documentOf(nothingKnown, language, 'retention'))).toContain(without);
  });

  it('the notices ask for the public place, which the policy to publish refers to', () => {
    const asked = questionsOf(documentOf(muchKnown, language, 'notices').blocks);
    const [place] = asked.filter(({ kind }) => kind === 'words');
    expect(place?.about).toBe(isFrench ? 'Où l’avis est publié' : 'Where the notice is published');
    const answered = makeDocuments(muchKnown, language, (name) =>
      name === `${place?.about ?? ''} – ${place?.asks ?? ''}` ? 'coop.example/numplus' : '',
    );
    const saying = answered.filter((part) => textOf(part).includes('coop.example/numplus'));
    expect(saying.map(({ key }) => key)).toEqual(['notices', 'policy']);
  });

  it('the appendix says that both files of a study share pseudonyms, and who may hold which', () => {
    const text = textOf(documentOf(muchKnown, language, 'ethics'));
    for (const said of isFrench
      ? [
          'Le pseudonyme et les numéros d’essai et d’énoncé sont les mêmes dans les deux',
          'Qui tient les deux peut les relier',
          'Le personnel n’a ni fichier ni magasin de recherche',
        ]
      : [
          'The pseudonym and the numbers of attempts and statements are the same in both',
          'Whoever holds both can link them',
          'Staff have no research file and no research store',
        ])
      expect(text).toContain(said);
  });
});

describe.each(languages)('the model of the written policy in %s', (language) => {
  const isFrench = language === 'fr';
  const policy = documentOf(muchKnown, language, 'policy');

  it('has what section 3.2 asks for: roles, keeping and destruction, complaints, and a text to publish', () => {
    const headings = policy.blocks
      .flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
      .join('\n');
    for (const topic of isFrench
      ? ['rôles', 'Qui peut voir', 'Conserver et détruire', 'plaintes', 'incidents', 'formation', 'à publier']
      : ['Roles', 'Who may see', 'Keep and destroy', 'Complaints', 'Incidents', 'Training', 'to publish'])
      expect(headings).toContain(topic);
    expect(firstCells(language, 'policy')).toHaveLength(10);
  });

  it('leaves few blanks: two proposals and two signatures', () => {
    expect(questionsOf(policy.blocks).map(({ kind }) => kind)).toEqual([
      'confirm',
      'confirm',
      'signature',
      'signature',
    ]);
  });

  it('takes the names that the study says, and otherwise refers to the first page', () => {
    expect(textOf(policy)).toContain('vie.privee@coop.example');
    expect(textOf(documentOf(nothingKnown, language, 'policy'))).toContain(
      isFrench ? 'voir le document 1' : 'see document 1',
    );
  });
});
