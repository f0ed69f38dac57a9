import { type Block, fill, h1, type Line, p, points, table } from '../blocks.ts';
import type { KitFacts, KitStore } from '../kit-facts.ts';

export function placesFr(facts: KitFacts): Block[] {
  const { studies, platforms, alertHost, publicHost, database } = facts;
  const country = (): Line => fill('ville, province, pays', 'contract');
  return [
    p(
      'Tous les endroits où vont des renseignements, d’après les réglages d’aujourd’hui. Le programme n’appelle aucun autre serveur.',
    ),
    h1('Les lieux'),
    table(
      [3, 4, 4, 3],
      ['lieu', 'adresse', 'ce qui y va', 'où c’est'],
      ['Serveur du jeu', `\`${publicHost}\``, 'tout ce que la personne fait', country()],
      [
        'Base de données',
        database.kind === 'sqlite'
          ? 'fichier SQLite, sur le serveur'
          : `MongoDB\u00a0: ${database.hosts.map((host) => `\`${host}\``).join(', ')}`,
        'tout; textes et réponses sur la recherche chiffrés',
        database.kind === 'sqlite' ? 'comme le serveur' : country(),
      ],
      [
        'Copies de la base',
        fill('dossier ou service des copies, et son lieu', 'operator'),
        'tout, sauf `SECRET_KEY`',
        '–',
      ],
      ...platforms.map(({ name, hosts }) => [
        `LMS «\u00a0${name}\u00a0»`,
        hosts.map((host) => `\`${host}\``).join(', ') || 'aucune inscription active',
        'la note et son commentaire',
        fill('ville, province, pays', 'lms'),
      ]),
      ...studies.flatMap(({ name, stores }) => stores.map((store) => storeRow(name, store, country()))),
      [
        'Service d’alerte',
        alertHost === null ? 'aucun' : `\`${alertHost}\``,
        'codes et adresse de l’outil; rien d’une personne',
        alertHost === null ? '–' : country(),
      ],
      [
        'Journaux du serveur',
        fill('système qui les garde, et son lieu', 'operator'),
        'codes, heures et le numéro d’une personne; ni nom ni texte',
        '–',
      ],
    ),
    ...(platforms.length === 0
      ? [p('Aucun LMS n’est encore connecté. Refaites la trousse après la connexion.')]
      : []),
    h1('Les destinataires'),
    table(
      [3, 4, 4],
      ['qui', 'ce qui est reçu', 'nommé dans l’avis?'],
      ['Le personnel du cours', 'noms du LMS, résultats, gestes, aides', 'oui'],
      ['La personne qui gère le serveur', 'la base', 'oui'],
      ...studies.map(({ name, stores, facts: { recipients } }) => [
        `Étude «\u00a0${name}\u00a0»`,
        stores.length === 0 ? 'aucun magasin de données' : stores.map(({ host }) => `\`${host}\``).join(', '),
        stores.length > recipients.length
          ? fill('nommer chaque magasin dans le fichier de l’étude', 'operator')
          : recipients.map(({ fr }) => fr).join('; ') || 'rien à nommer',
      ]),
    ),
    h1('À savoir'),
    points(
      'Pendant le jeu, le navigateur ne charge rien d’un autre serveur\u00a0: ni police, ni statistique d’audience, ni service d’IA.',
      'Une ressource du rapport peut mener à un autre site, si la personne appuie.',
      'Le mandataire devant le serveur et le LMS ont leurs propres journaux, avec des adresses IP. Demandez leur durée.',
      'Un fichier exporté va où quelqu’un le met\u00a0: `./bin/numplus.js audit list` dit quand.',
    ),
  ];
}

const whatOfTier: Readonly<Record<KitStore['tier'], string>> = {
  1: 'résultats',
  2: 'gestes et résultats',
  3: 'gestes, détails et résultats',
};

function storeRow(study: string, { host, purpose, tier, isPaused }: KitStore, country: Line): Line[] {
  const what = whatOfTier[tier];
  const who = purpose === 'research' ? ', de qui a dit oui' : '';
  return [
    `Magasin de données, ${purpose === 'research' ? 'recherche' : 'accompagnement'} (étude «\u00a0${study}\u00a0»)`,
    `\`${host}\`${isPaused ? ' (en pause)' : ''}`,
    `${what} sous pseudonyme${who}`,
    country,
  ];
}
