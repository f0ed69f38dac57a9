import { type Block, chooseOne, confirm, fill, h1, p, points, steps, table } from '../blocks.ts';
import type { KitFacts } from '../kit-facts.ts';
import { sharedRow } from '../shared-places.ts';

const wordsFr = [
  '**LMS**\u00a0: la plateforme de cours, comme Moodle. Un **lancement** est l’ouverture de l’activité depuis le LMS.',
  '**Étude**\u00a0: des activités qui ont le même avis et la même durée. Elle peut ne faire aucune recherche. Le document 4 dit où chacune s’applique. Son **fichier**, que l’opérateur écrit, dit qui répond des données, combien de temps elles sont gardées et qui les reçoit.',
  '**Essai**\u00a0: une partie jouée par une personne, du début à la fin.',
  '**Énoncé (xAPI)**\u00a0: une ligne lisible par un programme, qui dit ce qu’une personne sous pseudonyme a fait et quand.',
  '**Magasin de données (LRS)**\u00a0: un service, souvent d’un tiers, qui reçoit les énoncés d’une étude.',
  '**Pseudonyme**\u00a0: un code à la place du nom. Qui a la clé peut retrouver la personne.',
  '**Jeton**\u00a0: un laissez-passer temporaire entre deux systèmes. **Empreinte**\u00a0: un code calculé à partir d’un texte; on ne peut pas en tirer le texte.',
  '**Opérateur**\u00a0: la personne qui gère le serveur. Les mots écrits `ainsi` sont des commandes, des réglages et des noms pour elle. `SECRET_KEY` est le secret qui ouvre ce que NUM+ chiffre. Le **serveur mandataire (proxy)** est devant NUM+ et chiffre l’échange.',
  '**Registre d’audit**\u00a0: la liste de qui a lu, changé ou exporté quoi. **Journal du serveur**\u00a0: des lignes techniques, pour trouver la cause d’une panne.',
] as const;

/** The tables of documents and of people come after these blocks. */
export function firstFr({ studies }: KitFacts): Block[] {
  return [
    p(
      'Cette trousse aide un organisme à décider s’il adopte NUM+, et à le faire selon la loi. Le programme a rempli ce qu’il sait de votre installation. Le reste vous revient.',
    ),
    points(
      'Les passages **surlignés** sont à remplir\u00a0: écrivez par-dessus. La plupart disent à qui demander; les autres reviennent à la personne responsable des renseignements personnels.',
      '**«\u00a0☐\u00a0Confirmé\u00a0»** suit une réponse proposée. Cochez si elle est vraie chez vous. Sinon, écrivez la vôtre. Pour cocher, tapez X sur la case. Dans une liste de cases, tapez X devant les mots.',
      'Chaque document se lit et se modifie dans un traitement de texte. Pour un PDF, enregistrez-le sous ce format.',
      'Aucun document ne contient de clé, de mot de passe ni de donnée d’une personne qui joue.',
      '**Ce n’est pas un avis juridique.** Une avocate, un avocat ou un notaire doit relire ce qui engage l’organisme. Les articles nommés sont des repères\u00a0: vérifiez-les. «\u00a0Art.\u00a0» renvoie à la loi du secteur privé ou, après «\u00a0secteur public\u00a0», à la Loi sur l’accès. Le tableau plus bas donne le nom de ces deux lois.',
    ),
    h1('Les mots de la trousse'),
    points(...wordsFr),
    h1('Ce qui vaut pour tous les documents'),
    p(
      'Ces réponses sont demandées ici, une seule fois. Ailleurs, «\u00a0voir le document 1\u00a0» peut rester. Les textes que d’autres lisent ont besoin de la réponse même\u00a0: la délégation et la politique à publier (document 11), et la fiche (document 7). Le dernier chapitre dit comment tout faire remplir.',
    ),
    table(
      [2, 5],
      ['question', 'réponse'],
      sharedRow('fr', studies, 'organisation'),
      ['Numéro d’entreprise du Québec (NEQ)', fill('dix chiffres', 'charge')],
      [
        'Loi qui s’applique',
        chooseOne(
          'la loi de votre organisme',
          'charge',
          'Secteur privé, dont un OBNL qui exploite une entreprise\u00a0: Loi sur la protection des renseignements personnels dans le secteur privé',
          'Secteur public, ou renseignements détenus pour un organisme public (voyez votre entente avec lui)\u00a0: Loi sur l’accès aux documents des organismes publics («\u00a0Loi sur l’accès\u00a0»)',
        ),
      ],
      sharedRow('fr', studies, 'inCharge'),
      sharedRow('fr', studies, 'contact'),
      ['Personne qui gère le serveur', fill('nom, ou nom du fournisseur', 'charge')],
      ['Direction du service', fill('nom, titre', 'charge')],
      ['Début prévu', fill('date', 'staff')],
      [
        'Prochaine révision de l’évaluation',
        confirm('Un an après le début. Plus tôt si une fin, un destinataire ou un lieu change.', 'charge'),
      ],
    ),
    h1('Par où commencer'),
    steps(
      'N’écrivez encore rien si le document 4 dit qu’il n’y a pas d’étude ou qu’un avis «\u00a0ne nomme pas tout\u00a0», ou si le document 10 dit qu’aucun LMS n’est connecté. Donnez d’abord les réponses du tableau ci-dessus et la durée à la personne qui gère le serveur. Dites-lui si des données sortent du Québec. Elle connecte le LMS, écrit le fichier de l’étude et refait la trousse.',
      'Remplissez le tableau ci-dessus.',
      'Lisez l’évaluation (document 2), sans rien remplir.',
      'Envoyez à chaque personne ses questions\u00a0: voir «\u00a0Ce qui reste à remplir, par personne\u00a0».',
      'Lisez les avis (document 4) comme une personne qui joue.',
      'Remplissez les lieux et les destinataires (document 10), les durées (document 5), puis les ententes (document 8).',
      'Confirmez qui tient le registre des incidents (document 6), et la fiche sur les décisions automatisées (document 7). La carte des données (document 3) sert à chercher une réponse; on ne la lit pas toute.',
      'Adoptez la règle écrite (document 11), ou complétez la vôtre. Si la personne responsable n’a pas la plus haute autorité, faites signer la délégation par qui l’a. Publiez ce que ce document indique.',
      'Revenez à l’évaluation. Confirmez les risques et le plan d’action, donnez votre avis et signez.',
      'S’il y a une recherche, envoyez l’annexe (document 9) au comité d’éthique.',
    ),
  ];
}

export const firstFrRest: readonly Block[] = [
  h1('Quand refaire la trousse'),
  p(
    'Quand un réglage, une étude ou un magasin de données change, la personne qui gère le serveur lance `./bin/numplus.js adoption kit --out NOUVEAU_DOSSIER`. Vos documents restent.',
  ),
  p(
    '**Pour ne pas répondre deux fois,** écrivez vos réponses dans `answers.yaml`, à côté des dossiers de la trousse, plutôt que dans les documents\u00a0: le programme ne relit pas un document. Chaque question y est; tout éditeur de texte l’ouvre. Avec `--answers FICHIER`, la nouvelle trousse contient vos réponses. L’avis et la politique prennent la durée, les destinataires et ce qui sort du Québec dans le fichier de l’étude seulement. Les signatures se refont.',
  ),
];
