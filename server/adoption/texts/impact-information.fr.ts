/** Chapter 3 of the impact assessment: what is collected, where it goes, who sees it. */
import { type Block, confirm, h1, h2, p, points, table } from '../blocks.ts';
import { hostsOf, type KitFacts, namesOf, storesOf } from '../kit-facts.ts';

export function informationFr(facts: KitFacts): Block[] {
  return [h1('3. Les renseignements et leur trajet'), ...collected(), ...flow(facts), ...readers()];
}

function collected(): Block[] {
  return [
    h2('Ce qui est recueilli'),
    table(
      [5, 3, 3],
      ['renseignement', 'source', 'sensible?'],
      ['Numéro aléatoire et identifiant du LMS', 'programme, LMS', 'non'],
      ['Cours, activité, groupes', 'LMS', 'non'],
      ['Gestes dans le jeu, avec l’heure; pauses et absences', 'la personne', 'moyennement'],
      ['Points, niveaux, note, commentaire', 'programme', 'moyennement'],
      [
        'Confort, aides, besoins d’accès, appareil',
        'la personne, navigateur, personnel',
        '**oui\u00a0: peut révéler la santé**',
      ],
      ['Textes tapés dans le jeu', 'la personne', '**oui** (chiffrés)'],
      [
        'Ce que des règles ont repéré dans un texte, en catégories et en nombres',
        'programme',
        'moyennement (non chiffré)',
      ],
      ['Demandes de révision et remarques du personnel', 'la personne, personnel', '**oui** (chiffrées)'],
      ['Réponse sur la recherche', 'la personne', '**oui** (chiffrée, cachée au personnel)'],
      [
        'Groupe d’âge, diplôme, première langue, années avec un ordinateur. Seulement si une étude le veut, après le jeu, à qui a dit oui',
        'la personne',
        '**oui** (chiffrés, cachés au personnel)',
      ],
      ['Registre d’audit', 'programme', 'non'],
    ),
    p(
      'La liste complète, champ par champ, est la carte des données (document 3). Rien n’est acheté ni pris ailleurs.',
    ),
    h2('Ce qui n’est pas recueilli'),
    points(
      'NUM+ ne garde ni nom, ni courriel, ni adresse, ni date de naissance, ni genre, ni numéro d’assurance sociale. Le personnel voit le nom que le LMS donne à ce moment.',
      'Il n’y a ni son, ni image, ni vidéo. Aucun témoin (cookie) ne suit la personne.',
      'Un mot de passe inventé dans le jeu reste dans le navigateur.',
    ),
  ];
}

function flow({ platforms, studies, alertHost }: KitFacts): Block[] {
  const lms = namesOf(platforms);
  const stores = storesOf(studies);
  return [
    h2('Le trajet'),
    p(
      'L’étude décide de l’avis et des destinataires. Le document 4 dit où s’applique chaque étude, et laquelle couvre tout le reste.',
    ),
    table(
      [5, 5, 4, 4],
      ['de → à', 'ce qui passe', 'qui peut le voir', 'protection'],
      [
        `LMS${lms === '' ? '' : ` (${lms})`} → NUM+`,
        'identifiant, rôle, cours, activité, groupes; le nom si le LMS le donne, montré et non gardé',
        'le programme',
        'message signé par le LMS, valable une fois; https',
      ],
      [
        'Navigateur de la personne → NUM+',
        'gestes, textes, réglages de confort, réponses',
        'le programme; puis la personne, et le personnel selon la ligne sur ses pages et ses fichiers',
        'https; les gestes pas encore envoyés sont chiffrés dans le navigateur',
      ],
      [
        'NUM+ → base de données',
        'tout',
        'la personne qui gère le serveur',
        'textes et réponses chiffrés; la clé est ailleurs',
      ],
      [
        'Base → copies de sécurité',
        'tout, sauf `SECRET_KEY`',
        'les personnes qui conservent les copies',
        'à chiffrer par l’organisme',
      ],
      [
        stores.length === 0
          ? 'NUM+ → magasin de données (aucun n’est réglé)'
          : `NUM+ → magasin de données (${hostsOf(stores.map(({ host }) => host))})`,
        'énoncés sous pseudonyme; ni nom ni texte',
        'les personnes qui ont accès à ce magasin; un magasin de recherche reçoit seulement les énoncés de qui a dit oui',
        'un pseudonyme par étude; https',
      ],
      [
        'NUM+ → carnet de notes du LMS',
        'la note et son commentaire',
        'la personne, le personnel du cours',
        'jeton du LMS; https',
      ],
      [
        'NUM+ → pages et fichiers du personnel',
        'noms du LMS, résultats, gestes avec l’heure, aides; d’un texte, le nombre de mots et ce que des règles y ont repéré; le texte des demandes de révision',
        'le personnel du cours, selon ses groupes',
        'rôle donné par le LMS; registre d’audit',
      ],
      [
        'NUM+ → fichiers de recherche',
        'résultats sous pseudonyme, réponses aux questions sur soi',
        'l’équipe de recherche',
        'commande de la personne qui gère le serveur; registre d’audit',
      ],
      [
        `NUM+ → journal du serveur${alertHost === null ? '' : `, service d’alerte (\`${alertHost}\`)`}`,
        `codes, heures, numéros${alertHost === null ? '' : '; aucun renseignement personnel au service d’alerte'}`,
        'la personne qui gère le serveur',
        'ni nom, ni adresse IP, ni texte',
      ],
    ),
  ];
}

function readers(): Block[] {
  return [
    h2('Qui lit quoi'),
    table(
      [3, 6],
      ['qui', 'ce qui est lu'],
      ['La personne', 'Son rapport, ses essais, l’avis, sa réponse sur la recherche, ses données'],
      [
        'Le personnel de l’activité',
        'Noms du LMS, résultats, gestes avec l’heure, aides. D’un texte tapé dans une tâche, le nombre de mots et ce que des règles y ont repéré. Le texte des demandes de révision, et ses propres remarques',
      ],
      ['Le LMS', 'La note et son commentaire'],
      ['Un magasin de données', 'Des énoncés sous pseudonyme, sans nom ni texte'],
      [
        'L’équipe de recherche',
        'Les énoncés des personnes qui ont dit oui, sous pseudonyme. Dans ses fichiers, aussi leurs réponses aux questions sur soi, si l’étude les pose',
      ],
      [
        'La personne qui gère le serveur',
        'La base. Avec la clé `SECRET_KEY`, aussi les textes, les réponses sur la recherche et les réponses aux questions sur soi',
      ],
    ),
    p(
      'Qui a accès ici\u00a0: ',
      confirm(
        'Seul le personnel qui accompagne a un rôle de personnel dans le cours. Une seule personne gère le serveur, nommée au document 1.',
        'lms',
      ),
    ),
  ];
}
