import { type Block, confirm, h1, p, points, quote, table } from '../blocks.ts';
import { type KitFacts, reviewers } from '../kit-facts.ts';
import { sharedPlaces } from '../shared-places.ts';
import { studyNames } from '../study-names.ts';

export function automatedFr({ studies }: KitFacts): Block[] {
  const { contact } = sharedPlaces('fr', studies);
  return [
    p(
      'Cette fiche répond à l’article 12.1 de la loi du secteur privé (65.2 de la Loi sur l’accès). Cet article vise une décision fondée seulement sur un traitement automatisé. Il s’applique à des règles fixes comme à l’intelligence artificielle.',
    ),
    h1('En bref'),
    table(
      [2, 5],
      ['question', 'réponse'],
      [
        'Que fait le système seul?',
        'Il donne des points, estime un niveau et choisit parfois la scène suivante. Il envoie une note au LMS. Il retient la note si le jeu paraît trop rapide, répété ou fait sans essayer.',
      ],
      [
        'Que décide-t-il?',
        'Rien sur un emploi, une aide ou une admission. Une personne lit le résultat et décide avec la personne qui a joué.',
      ],
      [
        'Y a-t-il de l’apprentissage automatique?',
        'Non. Des règles écrites d’avance lisent les gestes. L’assistant d’une scène est simulé par des règles.',
      ],
      [
        'À quoi sert le résultat ici?',
        confirm(
          'Le personnel lit le résultat avec la personne. Les deux choisissent ensemble la suite\u00a0: formation, exercice ou rien.',
          'staff',
        ),
      ],
    ),
    p(
      '**Si l’organisme décide par la seule note, l’article s’applique à cette décision.** Il faut alors le dire à la personne au plus tard quand on l’informe de la décision. Le LMS aussi peut décider seul, si la note donne accès à une activité ou fait achever un cours. Ne mettez pas cette condition, ou dites-la aux personnes.',
    ),
    h1('Les renseignements utilisés'),
    points(
      'Les gestes dans chaque scène, et l’état de la scène à la fin.',
      'Les textes tapés, lus par des règles qui cherchent des faits simples.',
      'La difficulté estimée de chaque point, et les scènes jouées.',
    ),
    h1('Les principaux facteurs et les règles'),
    table(
      [3, 5],
      ['facteur', 'effet'],
      ['Une règle d’une scène est remplie', 'donne le point'],
      ['La difficulté du point', 'déplace l’estimation du niveau'],
      ['Moins de six scènes mesurées', 'pas de niveau'],
      ['Une scène passée', 'compte zéro'],
      ['Une scène jamais vue', 'ne compte pas'],
      ['La troisième étape de l’aide', 'ce qu’elle a montré ne compte pas'],
      ['Le temps, la lecture à voix haute, les adaptations, le confort', 'n’enlèvent rien'],
      [
        'Une scène terminée en quelques secondes presque sans geste, jouée trop vite pour une personne, ou jouée exactement comme avant',
        'la note attend qu’une personne décide',
      ],
    ),
    p(
      'Limite connue\u00a0: les difficultés sont encore des hypothèses d’experts. La fiche du personnel donne la marge avec le niveau.',
    ),
    h1('Parler à une personne'),
    points(
      'Dans son rapport, la personne choisit «\u00a0Demander à quelqu’un de regarder\u00a0», et écrit ce qu’elle en pense.',
      'Le personnel voit chaque geste. Il répond, permet un autre essai ou met l’essai de côté.',
      'Il ne change pas les points. Il peut changer la note dans le LMS.',
      'Si le personnel ne répond pas, la personne écrit à qui peut réviser, d’après le tableau ci-dessous.',
    ),
    table(
      [2, 5],
      ['étude', 'qui peut réviser'],
      ...reviewers(studies, { everyStudy: 'toutes', nameOf: studyNames.fr.short }).map(([study, who]) => [
        study,
        who ?? contact,
      ]),
    ),
    h1('Texte à remettre à la personne'),
    quote(
      'Des règles écrites d’avance donnent les points. Le résultat seul ne décide de rien. Vous pouvez demander quels renseignements ont servi. Vous pouvez les faire corriger. Vous pouvez demander quelles règles ont compté. Vous pouvez en parler à une personne et donner votre avis.',
    ),
  ];
}
