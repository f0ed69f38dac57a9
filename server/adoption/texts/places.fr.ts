import { type Block, confirm, fill, h1, type Line, p, points, table } from '../blocks.ts';
import {
  hostNames,
  hostsOf,
  type KitFacts,
  type KitStore,
  listStoreRows,
  researchTeams,
  whoKnowsStore,
} from '../kit-facts.ts';
import { studyNames } from '../study-names.ts';

const where = 'ville, province, pays';

export function placesFr(facts: KitFacts): Block[] {
  return [
    p(
      'Voici tous les endroits où vont des renseignements, d’après les réglages d’aujourd’hui. Le programme n’appelle aucun autre serveur.',
    ),
    ...places(facts),
    ...recipients(facts),
    h1('À savoir'),
    points(
      'Pendant le jeu, le navigateur ne charge rien d’un autre serveur\u00a0: ni police, ni statistique d’audience, ni service d’IA.',
      'Une ressource du rapport peut mener à un autre site, si la personne l’ouvre.',
      'Le serveur mandataire (proxy) et le LMS ont leurs propres journaux, avec des adresses IP. Demandez leur durée.',
      'Un fichier exporté va où quelqu’un l’enregistre\u00a0: `./bin/numplus.js audit list` dit qui l’a exporté, et quand.',
    ),
  ];
}

function places({ studies, platforms, alertHost, publicHost, database }: KitFacts): Block[] {
  const country = (): Line => fill(where, 'contract');
  const below = 'voir sous le tableau';
  return [
    h1('Les lieux'),
    table(
      [4, 6, 4, 4],
      ['système', 'adresse', 'ce qu’il reçoit', 'lieu'],
      ['Serveur du jeu', `\`${publicHost}\``, 'tout ce que la personne fait', country()],
      [
        'Serveur mandataire (proxy)',
        'devant le serveur du jeu',
        'tout l’échange, chiffré vers l’extérieur',
        below,
      ],
      [
        'Base de données',
        database.kind === 'sqlite'
          ? 'fichier SQLite, sur le serveur'
          : `MongoDB\u00a0: ${hostsOf(database.hosts)}`,
        'tout; textes et réponses sur la recherche chiffrés',
        database.kind === 'sqlite' ? 'comme le serveur' : country(),
      ],
      [
        'Copies de la base',
        fill('dossier ou service des copies', 'operator'),
        'tout, sauf `SECRET_KEY`',
        below,
      ],
      ...platforms.map(({ name, hosts }) => [
        `LMS «\u00a0${name}\u00a0»`,
        hostsOf(hosts) || 'aucune inscription active',
        'la note et son commentaire',
        fill(where, 'lms'),
      ]),
      ...listStoreRows(studies).map(storeRow),
      ...researchTeams(studies).map(({ name, team }) => [
        `Équipe de recherche (${studyNames.fr.aside(name)})`,
        team.fr,
        'les fichiers de l’étude sous pseudonyme, de qui a dit oui',
        fill(where, 'research'),
      ]),
      [
        'Service d’alerte',
        alertHost === null ? 'aucun' : `\`${alertHost}\``,
        'codes et adresse de l’outil; aucun renseignement personnel',
        alertHost === null ? '–' : 'sans importance\u00a0: aucun renseignement personnel n’y va',
      ],
      [
        'Journal du serveur',
        'gardé par le système du serveur',
        'codes, heures et le numéro d’une personne; ni nom ni texte',
        below,
      ],
    ),
    p(
      'Serveur mandataire, copies et journal\u00a0: ',
      confirm(
        'Au même endroit et chez le même fournisseur que le serveur du jeu, sous la même entente.',
        'operator',
      ),
      ' Si l’un d’eux est ailleurs, nommez son lieu, son fournisseur et la date de l’entente.',
    ),
    ...(platforms.length === 0
      ? [p('Aucun LMS n’est encore connecté. Refaites la trousse après la connexion.')]
      : []),
  ];
}

function recipients({ studies, platforms, alertHost }: KitFacts): Block[] {
  return [
    h1('Les destinataires'),
    table(
      [3, 4, 4],
      ['qui', 'ce qui est reçu', 'nommé dans l’avis?'],
      ['Le personnel du cours', 'noms du LMS, résultats, gestes, aides', 'oui'],
      ['La personne qui gère le serveur', 'la base', 'oui'],
      [
        'Qui héberge le serveur et le serveur mandataire (proxy)',
        'ce que le serveur conserve; des adresses IP',
        'le serveur, oui; son fournisseur, non. Si c’est un tiers, l’opérateur l’ajoute à `recipients` dans le fichier de l’étude',
      ],
      [
        'Qui conserve les copies et les journaux',
        'la base, sans `SECRET_KEY`; des codes',
        'comme la ligne plus haut',
      ],
      ...platforms.map(({ name }) => [
        `LMS «\u00a0${name}\u00a0»`,
        'la note et son commentaire',
        'oui, comme le cours',
      ]),
      ...studies.map(({ name, stores, facts: { recipients: named } }) => [
        // The first line stays the name of the question, so that earlier answers find it.
        `${studyNames.fr.title(name)}\n(ses magasins de données)`,
        stores.length === 0
          ? 'aucun magasin de données'
          : `énoncés sous pseudonyme\u00a0: ${hostsOf(stores.map(({ host }) => host))}`,
        stores.length > named.length
          ? fill(`nommer dans le fichier de l’étude (recipients)\u00a0: ${hostNames(stores)}`, 'operator')
          : stores.length === 0
            ? named.map(({ fr }) => fr).join('; ') || 'rien à nommer'
            : confirm(
                `${named.map(({ fr }) => fr).join('; ')}\u00a0: chaque magasin y est nommé.`,
                'operator',
              ),
      ]),
      ...researchTeams(studies).map(({ name, team }) => [
        `Équipe de recherche (${studyNames.fr.aside(name)})\u00a0: ${team.fr}`,
        'les fichiers de l’étude sous pseudonyme, de qui a dit oui',
        'dans la question sur la recherche',
      ]),
      ...(alertHost === null
        ? []
        : [['Service d’alerte', 'codes; aucun renseignement personnel', 'sans objet']]),
      ['Bailleur de fonds, agent, employeur', 'rien par le programme', 'voir le chapitre 2 du document 2'],
    ),
  ];
}

const whatOfTier: Readonly<Record<KitStore['tier'], string>> = {
  1: 'résultats',
  2: 'gestes et résultats',
  3: 'gestes, détails et résultats',
};

function storeRow({ study, store, isAskedAbove }: ReturnType<typeof listStoreRows>[number]): Line[] {
  const { host, purpose, tier, isPaused } = store;
  const what = whatOfTier[tier];
  const who = purpose === 'research' ? ', de qui a dit oui' : '';
  return [
    `Magasin de données ${host}, ${purpose === 'research' ? 'recherche' : 'accompagnement'} (${studyNames.fr.aside(study)})`,
    `\`${host}\`${isPaused ? ' (en pause)' : ''}`,
    `${what} sous pseudonyme${who}`,
    isAskedAbove ? 'comme plus haut\u00a0: même adresse' : fill(where, whoKnowsStore(store)),
  ];
}
