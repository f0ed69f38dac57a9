/** A model of the written rule that the law asks of an organisation, to adopt as it is or to change. */
import {
  type Block,
  confirm,
  fill,
  h1,
  h1OnNewPage,
  h2,
  type Inline,
  p,
  points,
  steps,
  table,
} from '../blocks.ts';
import { confidentialityPolicy } from '../confidentiality.ts';
import type { KitFacts } from '../kit-facts.ts';
import { elsewhere, sharedPlaces } from '../shared-places.ts';
import { confidentialityFr } from './confidentiality.fr.ts';
import { delegationFr } from './delegation.fr.ts';

export function policyFr(facts: KitFacts): Block[] {
  const { organisation, inCharge, contact } = sharedPlaces('fr', facts.studies);
  return [
    p(
      'La loi demande des politiques et des pratiques écrites, à la mesure de l’organisme, et approuvées par la personne responsable (art.\u00a03.2). Ce modèle couvre l’usage de NUM+. Si vous avez déjà une règle, ajoutez-y ce qui manque. Secteur public\u00a0: les règles de gouvernance sont approuvées par le comité et publiées (art.\u00a063.3).',
    ),
    p('Organisme\u00a0: ', organisation, '; personne responsable\u00a0: ', inCharge, '.'),
    ...scope(),
    ...lifeOfData(),
    ...requests(contact),
    ...approval(),
    ...delegationFr(organisation, inCharge),
    h1OnNewPage('Texte à publier'),
    p(
      'La loi demande de publier des informations détaillées sur cette règle, en termes simples et clairs, sur le site ou, s’il n’y en a pas, par un autre moyen (art.\u00a03.2). Le texte qui suit les donne. Il sert aussi de politique de confidentialité (art.\u00a08.2). Un passage surligné attend le document 1 ou, pour la durée, les destinataires et le Québec, le fichier de l’étude. Relisez tout\u00a0: vous en répondez. Secteur public\u00a0: un règlement dit ce qu’une politique contient (art.\u00a063.4); vérifiez qu’il n’y manque rien. Un changement s’annonce de la même façon.',
    ),
    p(
      'Où ce texte est publié\u00a0: ',
      elsewhere('voir le document 4', 'Où l’avis est publié – adresse de la page, ou lieu précis'),
    ),
    confidentialityPolicy(facts, 'fr', confidentialityFr),
  ];
}

function scope(): Block[] {
  return [
    h1('La règle'),
    h2('1. À qui elle s’applique'),
    p(
      'Cette règle encadre les renseignements personnels que NUM+ recueille ou montre. Elle s’applique au personnel, aux stagiaires, aux bénévoles et aux fournisseurs.',
    ),
    h2('2. Les rôles'),
    table(
      [3, 7],
      ['qui', 'ce que cette personne fait'],
      [
        'Plus haute autorité de l’organisme',
        'Veille au respect de la loi. Elle est la personne responsable, ou délègue cette fonction par écrit, en tout ou en partie (art.\u00a03.1)\u00a0: voir le modèle plus bas.',
      ],
      [
        'Personne responsable',
        'Approuve cette règle et l’évaluation (document 2). Reçoit les demandes et les plaintes. Tient le registre des incidents. Lit le registre d’audit chaque mois.',
      ],
      [
        'Direction du service',
        'Dit qui accompagne. Forme le personnel. Veille à l’usage permis du résultat.',
      ],
      [
        'Personnel qui accompagne',
        'Lit seulement le dossier des personnes qu’il accompagne. Ne demande rien sur la recherche. Signale tout incident.',
      ],
      [
        'Personne qui gère le serveur',
        'Fait les copies, les mises à jour et les effacements demandés. N’ouvre les données que pour cela.',
      ],
      ['Personne qui gère le LMS', 'Donne un rôle sur demande de la direction. Le retire au départ.'],
    ),
  ];
}

function lifeOfData(): Block[] {
  return [
    h2('3. Recueillir et utiliser'),
    points(
      'Les renseignements servent seulement aux fins de l’avis (document 4). Une recherche demande un oui à part, et seul le jeu le demande.',
      'Le résultat ne sert ni à embaucher, ni à congédier, ni à décider d’une aide. Un membre du personnel lit toujours le résultat avec la personne qui a joué.',
      'Une fin, un destinataire ou un lieu nouveau demande d’abord de revoir l’évaluation.',
    ),
    h2('4. Qui peut voir'),
    points(
      'L’accès suit le rôle et les groupes du LMS. Il est retiré le jour où la fonction finit.',
      'Rien n’est remis à un tiers, sauf à un fournisseur sous entente, à un destinataire nommé dans l’avis, avec l’accord de la personne, ou selon un article de loi.',
      'Un fichier exporté reste dans un dossier protégé. Il ne part pas par courriel.',
    ),
    h2('5. Conserver et détruire'),
    points(
      'Les durées sont celles du calendrier (document 5). Chaque étude a une durée.',
      'Copies, fichiers exportés et papier sont détruits à leur date, sans retour possible. La destruction est notée\u00a0: quoi, quand, par qui.',
      'Ce qui a servi à une décision sur une personne est gardé au moins un an après la décision.',
    ),
  ];
}

function requests(contact: Inline): Block[] {
  return [
    h2('6. Les demandes des personnes'),
    points(
      'La personne responsable répond par écrit, en 30 jours au plus (20 au secteur public). Elle vérifie d’abord l’identité.',
      'Une demande d’accès vise aussi ce que le personnel a écrit ailleurs que dans NUM+\u00a0: notes de rencontre, courriels, dossier papier. Chaque membre du personnel les remet à la personne responsable.',
      'Un refus dit le motif, l’article de la loi et le recours. On aide la personne qui le demande à le comprendre.',
    ),
    h2('7. Les plaintes'),
    steps(
      ['La plainte est reçue par écrit ou de vive voix. Contact\u00a0: ', contact, '.'],
      'Quelqu’un qui n’est pas visé l’examine, et entend la personne.',
      'La réponse est écrite. Elle dit ce qui est constaté, ce qui change, et que la personne peut s’adresser à la Commission d’accès à l’information.',
      'La plainte est gardée avec sa réponse. Personne n’est pénalisé pour une plainte.',
    ),
    p(
      'Délais d’une plainte\u00a0: ',
      confirm('Accusé de réception en 5 jours ouvrables, réponse en 30 jours.', 'charge'),
    ),
    h2('8. Les incidents'),
    points(
      'Qui voit ou soupçonne un incident le dit le jour même à la personne responsable.',
      'Tout incident va au registre (document 6), qui dit aussi comment contenir, évaluer et aviser.',
    ),
  ];
}

function approval(): Block[] {
  return [
    h2('9. La formation'),
    p(
      'Formation du personnel\u00a0: ',
      confirm(
        'Avant le premier accès, puis chaque année\u00a0: cette règle, la lecture du résultat, les incidents. Les présences sont notées.',
        'staff',
      ),
    ),
    h2('10. Le non-respect'),
    p(
      'Ne pas suivre cette règle peut mener au retrait de l’accès, et aux mesures que prévoit l’organisme ou son entente avec un fournisseur.',
    ),
    h2('11. L’approbation'),
    table(
      [3, 5],
      ['question', 'réponse'],
      ['Approuvée par la personne responsable', fill('nom, signature et date', 'charge', 'signature')],
      ['Révision', 'avec l’évaluation\u00a0: voir le document 1'],
    ),
  ];
}
