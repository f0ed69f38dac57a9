/** Chapter 1 of the impact assessment: who plays and why, and people who need somebody’s consent. */
import { type Block, choose, fill, h1, h2, p, points, table } from '../blocks.ts';
import type { KitFacts } from '../kit-facts.ts';
import { kitWords } from '../kit-words.ts';
import { sharedPlaces } from '../shared-places.ts';

export function projectFr({ studies }: KitFacts): Block[] {
  const { seeFirst } = kitWords.fr;
  const { organisation, inCharge } = sharedPlaces('fr', studies);
  return [
    h1('1. Le projet'),
    table(
      [2, 5],
      ['question', 'réponse'],
      ['Organisme', organisation],
      ['Responsable des renseignements personnels', inCharge],
      ['NEQ, loi, début, prochaine révision', seeFirst],
      [
        'Le projet en bref',
        'NUM+ est un jeu. Il mesure des habiletés numériques au travail, dans un bureau simulé. Les personnes y entrent par le LMS. Le personnel lit le résultat pour les accompagner.',
      ],
      ['Pourquoi ce projet ici', fill('le besoin, en deux phrases', 'staff', 'sentences')],
      ['Personnes touchées', fill('qui, et combien par année', 'staff')],
    ),
    h2('Personnes mineures ou représentées'),
    points(
      'Avant 14 ans, la loi demande le consentement du titulaire de l’autorité parentale ou du tuteur. Elle prévoit une exception si la collecte est manifestement à l’avantage de l’enfant (art.\u00a04.1; secteur public, art.\u00a064.1).',
      'À partir de 14 ans, la personne mineure peut consentir elle-même (art.\u00a014; secteur public, art.\u00a053.1).',
      'Pour une personne majeure sous tutelle ou sous mandat de protection, lisez le jugement ou le mandat\u00a0: vérifiez qui consent.',
      'NUM+ ne connaît pas l’âge et n’a pas de formulaire pour un représentant. Recueillez cet accord à part, avant que la personne ouvre l’activité.',
    ),
    p(
      'Ces personnes ici\u00a0: ',
      choose(
        'cochez tout ce qui s’applique',
        'staff',
        'Toutes sont majeures et consentent elles-mêmes',
        'Certaines ont de 14 à 17 ans',
        'Certaines ont moins de 14 ans\u00a0: l’accord est recueilli avant',
        'Certaines sont représentées\u00a0: le tuteur ou le mandataire est joint avant',
      ),
    ),
  ];
}
