/** A model by which the highest authority hands over the function of the person in charge. */
import { type Block, fill, h1OnNewPage, type Inline, p, points, quote, table } from '../blocks.ts';

export function delegationFr(organisation: Inline, inCharge: Inline): Block[] {
  return [
    h1OnNewPage('Modèle de délégation'),
    p(
      'Selon la loi, la personne responsable est celle qui a la plus haute autorité dans l’organisme. Elle peut déléguer cette fonction par écrit, en tout ou en partie (art.\u00a03.1). Si elle la garde, ce modèle ne sert pas\u00a0: écrivez «\u00a0pas de délégation\u00a0» à la place de la signature.',
    ),
    quote(
      '**Délégation de la fonction de responsable de la protection des renseignements personnels**',
      ['Organisme\u00a0: ', organisation, '.'],
      [
        'J’ai la plus haute autorité dans cet organisme. Je délègue toute la fonction de responsable de la protection des renseignements personnels à\u00a0: ',
        inCharge,
        '.',
      ],
      'Cette personne approuve les règles et les évaluations. Elle répond aux demandes et aux plaintes. Elle évalue les incidents et avise qui doit l’être. Elle rend compte à la direction.',
      'Je lui donne le temps, l’information et les moyens qu’il faut. Je reste responsable du respect de la loi.',
      'La délégation commence le jour de la signature. Elle prend fin par un écrit, ou quand la personne quitte son poste.',
    ),
    table(
      [3, 5],
      ['question', 'réponse'],
      ['Plus haute autorité de l’organisme', fill('nom, titre, signature et date', 'charge', 'signature')],
      ['Copie remise à la personne responsable', 'le jour de la signature'],
    ),
    points(
      'Pour une partie seulement, remplacez «\u00a0toute la fonction\u00a0» par ce qui est délégué.',
      '**Publiez le titre et les coordonnées** de la personne responsable sur le site de l’organisme. Sans site, rendez-les accessibles par un autre moyen approprié (art.\u00a03.1). Son nom n’est pas exigé. Au secteur privé, la Commission n’a pas à être avisée.',
      '**Secteur public\u00a0:** l’article 8 de la Loi sur l’accès s’applique. Il limite à qui la fonction est déléguée, et demande un avis à la Commission. Vérifiez.',
    ),
  ];
}
