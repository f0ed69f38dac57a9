/** Chapter 10 of the impact assessment. */
import { type Block, choose, chooseOne, confirm, fill, h1, h2, p, points, table } from '../blocks.ts';

export function conclusionFr(): Block[] {
  return [
    h1('10. La conclusion'),
    table(
      [2, 5],
      ['question', 'réponse'],
      [
        'Qui a été consulté',
        choose(
          'cochez, avec la date',
          'charge',
          'Personne responsable des renseignements personnels, dès le début\u00a0: …………',
          'Personnel qui accompagne\u00a0: …………',
          'Des personnes qui joueront, ou qui les représentent\u00a0: …………',
          'Informatique ou sécurité\u00a0: …………',
          'Comité sur l’accès à l’information (secteur public)\u00a0: …………',
          'Quelqu’un d’autre\u00a0: …………',
        ),
      ],
      [
        'Avis de la personne responsable',
        chooseOne(
          'un seul',
          'charge',
          'Favorable',
          'Favorable, quand le plan d’action «\u00a0avant le début\u00a0» est fait',
          'Défavorable',
        ),
      ],
      [
        'Raisons de cet avis',
        confirm('Le risque qui reste est moyen. Il est acceptable si le plan d’action est suivi.', 'charge'),
      ],
      ['Prochaine révision', 'voir le document 1'],
    ),
    h2('Signatures'),
    table(
      [3, 4, 2],
      ['rôle', 'nom et signature', 'date'],
      ['Responsable des renseignements personnels', fill('nom et signature', 'charge', 'signature'), '…………'],
      ['Direction du service', fill('nom et signature', 'staff', 'signature'), '…………'],
    ),
    h2('Ce qui change pour un organisme public'),
    points(
      'Le comité sur l’accès à l’information et la protection des renseignements personnels est consulté dès le début du projet (art.\u00a08.1 et 63.5). Certains petits organismes en sont dispensés\u00a0: vérifiez.',
      'Les règles de gouvernance sont approuvées par ce comité et publiées sur le site (art.\u00a063.3). Dans le secteur privé, des politiques et des pratiques sont établies, et des informations détaillées à leur sujet sont publiées (art.\u00a03.2).',
      'Une collecte pour un autre organisme, ou une communication sans consentement, peut demander une entente ou un avis de plus. Vérifiez auprès de la Commission d’accès à l’information.',
    ),
    p(
      'Refaites cette évaluation si une fin, un destinataire ou un lieu change. La trousse refaite montre ce qui a changé.',
    ),
  ];
}
