import { type Block, fill, h1, type Line, p, points, table, ticks } from '../blocks.ts';
import { hostsOf, type KitFacts, listStoreRows, whoKnowsStore } from '../kit-facts.ts';
import { studyNames } from '../study-names.ts';

export function contractFr(facts: KitFacts): Block[] {
  return [
    p(
      'La loi demande une entente écrite avec toute personne qui conserve ou traite des renseignements pour l’organisme (art.\u00a018.3; secteur public, art.\u00a067.2). Voici les points à y mettre. Une avocate, un avocat ou un notaire rédige les clauses.',
    ),
    ...providers(facts),
    h1('Les points'),
    p(
      'Une seule liste suffit pour toutes les ententes\u00a0: cochez un point quand chaque entente du tableau ci-dessus le contient.',
    ),
    ticks(
      'contract',
      '**Fins.** Les renseignements servent seulement à rendre ce service. Ni publicité, ni profil, ni entraînement d’un modèle.',
      '**Lieu.** Le pays et la province de chaque serveur et de chaque copie. Aucun changement sans accord écrit.',
      '**Mesures.** Chiffrement du disque et des copies, accès nommés et revus, mises à jour, journaux.',
      '**Clé.** `SECRET_KEY` n’est jamais gardée au même endroit que les copies de la base.',
      '**Personnel.** Seules les personnes qui en ont besoin ont accès. Elles signent un engagement de confidentialité.',
      '**Sous-traitants.** Leur liste, et l’accord de l’organisme avant d’en ajouter.',
      '**Incident.** Le fournisseur avise sans délai la personne responsable, aussi d’une tentative. Il donne les faits et aide à l’enquête.',
      '**Vérification.** L’organisme peut vérifier le respect de l’entente.',
      '**Droits.** Aide pour une demande d’accès, de portabilité, de rectification ou d’effacement, à temps pour répondre en 30 jours (20 au secteur public).',
      '**Journaux et copies.** Leur contenu, leur durée, et qui les lit.',
      '**Durée.** Rien n’est gardé après la fin de l’entente, pas même une copie. Attestation de destruction.',
      '**Fin de l’entente.** Remise des données dans un format ouvert, puis destruction.',
      '**Demande d’un tiers.** Avis à l’organisme avant de répondre à une autorité, si la loi le permet.',
    ),
    h1('Avec un magasin de recherche'),
    ticks(
      'research',
      'L’équipe ne cherche pas à reconnaître une personne, et ne joint pas ces données à d’autres.',
      'Elle efface les énoncés d’une personne qui se retire, et le confirme.',
      'Le personnel qui accompagne n’a pas accès au magasin.',
    ),
    h1('Organisme public'),
    points(
      'L’entente dit aussi quels articles de la Loi sur l’accès s’appliquent au fournisseur (art.\u00a067.2).',
      'Une communication à une équipe de recherche sans consentement suit d’autres règles (art.\u00a067.2.1). NUM+ envoie seulement après un oui.',
    ),
  ];
}

function providers({ studies, publicHost, database, platforms, alertHost }: KitFacts): Block[] {
  const asSaid = 'voir le document 10';
  const asked = (): Line => fill('nom, date de l’entente', 'contract');
  return [
    h1('Les fournisseurs de cette installation'),
    p(
      'Aucune entente n’est nécessaire pour un service que l’organisme exploite lui-même\u00a0: écrivez «\u00a0nous\u00a0». S’il les exploite tous, laissez vides les cases plus bas.',
    ),
    table(
      [4, 5, 3, 4],
      ['service', 'adresse', 'ce qu’il conserve', 'fournisseur et entente'],
      ['Serveur du jeu', `\`${publicHost}\``, 'tout', asked()],
      [
        'Serveur mandataire (proxy)',
        'devant le serveur du jeu',
        'tout l’échange, et un journal avec des adresses IP',
        asSaid,
      ],
      [
        'Base de données',
        hostsOf(database.hosts) || 'sur le serveur du jeu',
        'tout, sauf `SECRET_KEY`',
        database.hosts.length === 0 ? 'comme le serveur du jeu' : asked(),
      ],
      ['Copies de la base', 'document 10', 'tout, sauf `SECRET_KEY`', asSaid],
      ['Journal du serveur', 'document 10', 'codes, heures, numéros', asSaid],
      ...platforms.map(({ name, hosts }): Line[] => [
        `LMS «\u00a0${name}\u00a0»`,
        hostsOf(hosts) || '–',
        'noms, comptes, notes',
        asked(),
      ]),
      ...listStoreRows(studies).map(({ study, store, isAskedAbove }): Line[] => [
        `Magasin de données ${store.host}, ${store.purpose === 'research' ? 'recherche' : 'accompagnement'} (${studyNames.fr.aside(study)})`,
        `\`${store.host}\``,
        'énoncés sous pseudonyme',
        isAskedAbove
          ? 'comme plus haut\u00a0: même adresse'
          : fill('nom, date de l’entente', whoKnowsStore(store)),
      ]),
      ...(alertHost === null
        ? []
        : [
            [
              'Service d’alerte',
              `\`${alertHost}\``,
              'codes; aucun renseignement personnel',
              'aucune entente\u00a0: aucun renseignement personnel n’y va',
            ],
          ]),
    ),
    p('NUM+ est un logiciel que l’organisme installe. Ses auteurs ne reçoivent aucune donnée.'),
  ];
}
