import { type Block, fill, h1, p, table, ticks } from '../blocks.ts';
import { type KitFacts, storesOf } from '../kit-facts.ts';

export function contractFr({ studies, publicHost, database }: KitFacts): Block[] {
  return [
    p(
      'La loi demande une entente écrite avec qui garde ou traite des renseignements pour l’organisme (art. 18.3; secteur public, art. 67.2). Voici les points à y mettre. Une personne juriste écrit les clauses.',
    ),
    h1('Les fournisseurs de cette installation'),
    table(
      [3, 3, 3, 3],
      ['service', 'adresse', 'ce qu’il tient', 'fournisseur et entente'],
      ['Serveur du jeu', `\`${publicHost}\``, 'tout', fill('nom, date de l’entente', 'contract')],
      ...(database.hosts.length === 0
        ? []
        : [
            [
              'Base de données',
              database.hosts.map((host) => `\`${host}\``).join(', '),
              'tout, sauf `SECRET_KEY`',
              fill('nom, date de l’entente', 'contract'),
            ],
          ]),
      ...storesOf(studies).map(({ host }) => [
        'Magasin de données',
        `\`${host}\``,
        'énoncés sous pseudonyme',
        fill('nom, date de l’entente', 'contract'),
      ]),
    ),
    p('NUM+ est un logiciel que l’organisme installe. Ses auteurs ne reçoivent aucune donnée.'),
    h1('Les points'),
    ticks(
      '**Fins.** Les renseignements servent seulement à rendre ce service. Ni publicité, ni profil, ni entraînement d’un modèle.',
      '**Lieu.** Le pays et la province de chaque serveur et de chaque copie. Aucun changement sans accord écrit.',
      '**Mesures.** Chiffrement du disque et des copies, accès nommés et revus, mises à jour, journaux.',
      '**Clé.** `SECRET_KEY` n’est pas chez qui garde les copies de la base.',
      '**Personnel.** Seules les personnes qui en ont besoin ont accès. Elles signent un engagement.',
      '**Sous-traitants.** Leur liste, et l’accord de l’organisme avant d’en ajouter.',
      '**Incident.** Avis sans délai à la personne responsable, avec les faits. Aide à l’enquête.',
      '**Vérification.** L’organisme peut vérifier le respect de l’entente.',
      '**Droits.** Aide pour une demande d’accès, de rectification ou d’effacement, dans un délai écrit.',
      '**Durée.** Ni copie ni renseignement gardés après la fin. Attestation de destruction.',
      '**Fin de l’entente.** Remise des données dans un format ouvert, puis destruction.',
      '**Demande d’un tiers.** Avis à l’organisme avant de répondre à une autorité, si la loi le permet.',
    ),
    h1('Avec un magasin de recherche'),
    ticks(
      'L’équipe ne cherche pas à reconnaître une personne, et ne joint pas ces données à d’autres.',
      'Elle efface les énoncés d’une personne qui se retire, et le confirme.',
      'Le personnel qui accompagne n’a pas accès au magasin.',
    ),
  ];
}
