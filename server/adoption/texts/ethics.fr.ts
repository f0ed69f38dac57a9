import { type Block, fill, h1, h2, type Line, p, points, quote, steps, table, ticks } from '../blocks.ts';
import { type KitFacts, type KitStudy, sayOnce } from '../kit-facts.ts';
import { studyNames } from '../study-names.ts';
import { sayPlacesFr } from './study-places.fr.ts';

export function ethicsFr({ studies }: KitFacts): Block[] {
  const asking = studies.filter(({ question }) => question !== null);
  return [
    p(
      'Cette annexe aide un comité d’éthique à juger comment le jeu demande l’accord, le garde hors de la vue du personnel et l’applique. Elle suit l’Énoncé de politique des trois conseils (EPTC 2), dont elle nomme les articles. Joignez-y les textes du document 4.',
    ),
    ...(asking.length === 0
      ? [
          p(
            '**Aucune étude de cette installation ne fait de recherche.** Cette annexe servira si cela change.',
          ),
        ]
      : []),
    h1('1. La recherche'),
    table(
      [2, 5],
      ['question', 'réponse'],
      ...(asking.length === 0 ? [['Étude', 'aucune']] : asking.flatMap(describe)),
      ['Qui peut participer', fill('critères; personnes mineures ou non', 'research')],
      [
        'Risques et bénéfices',
        fill('ce que la personne risque et ce qu’elle y gagne', 'research', 'sentences'),
      ],
      ['Compensation', fill('aucune, ou laquelle', 'research')],
    ),
    h1('2. Un choix libre (art.\u00a03.1)'),
    p(
      'Les personnes viennent par quelqu’un qui les accompagne, et dont elles dépendent. Une demande de cette personne, ou une réponse qu’elle voit, n’est pas un choix libre. Donc\u00a0:',
    ),
    points(
      'Le jeu pose la question. Le personnel ne la pose pas et ne voit pas la réponse.',
      'La question est à part de l’avis, après la première scène mesurée. La personne sait alors de quoi il s’agit.',
      '«\u00a0Plus tard\u00a0» est une réponse. Le jeu pose alors la question une autre fois.',
      'L’accompagnement est le même, quelle que soit la réponse.',
      'La réponse est chiffrée. Aucune page, aucun fichier ni ordre de liste du personnel n’en dépend. Un test le compare octet pour octet.',
    ),
    h2('Qui peut quand même savoir'),
    points(
      'La personne qui gère le serveur\u00a0: elle ne doit accompagner aucun participant.',
      'L’équipe qui reçoit un fichier de recherche\u00a0: elle ne le donne pas au personnel.',
      'Qui regarde l’écran\u00a0: «\u00a0Plus tard\u00a0» et «\u00a0Confort\u00a0» permettent de répondre seul.',
      'Qui tient les données d’accompagnement et celles de recherche d’une même étude\u00a0: voir plus bas.',
    ),
    h2('Deux fichiers d’une étude ont les mêmes pseudonymes'),
    points(
      'Dans le fichier d’accompagnement, chacun est là, peu importe sa réponse. Le personnel le prend par «\u00a0Données de l’activité\u00a0»; la personne qui gère le serveur, par `export` avec `--purpose operational`. Le fichier de recherche a seulement qui a dit oui.',
      '**Le pseudonyme et les numéros d’essai et d’énoncé sont les mêmes dans les deux.** C’est aussi vrai des magasins de données. Qui tient les deux peut les relier, et voir qui a dit oui et qui ne l’a pas dit.',
      'Ces fichiers n’ont pas de nom. Mais le personnel a aussi une liste avec les noms. Heures et résultats peuvent alors suffire à nommer quelqu’un dans un fichier de recherche.',
      '**Donc\u00a0: l’équipe de recherche n’a ni fichier ni magasin d’accompagnement, ni page du personnel. Le personnel n’a ni fichier ni magasin de recherche.** Seule la personne qui gère le serveur peut avoir les deux, et elle n’accompagne personne.',
    ),
    p('Ici, ces rôles sont séparés ainsi\u00a0: ', fill('qui gère, qui analyse, qui accompagne', 'research')),
    h1('3. Un choix qui dure (art.\u00a03.3)'),
    points(
      'La personne change d’avis à tout moment dans le jeu\u00a0: «\u00a0Confort\u00a0», puis «\u00a0Mes données\u00a0».',
      'Après un retrait, plus rien n’est envoyé. Ce qui attendait est enlevé, et ce qui était envoyé est annulé dans le magasin de recherche.',
      'Une analyse déjà publiée ne peut pas être refaite. La question le dit avant le oui.',
      'Un oui compte aussi pour ce que la personne a déjà fait. Les fichiers que l’équipe a exportés avant un retrait restent, et NUM+ ne l’avertit pas.',
    ),
    p('Jusqu’à quand un retrait change une analyse\u00a0: ', fill('date ou étape limite', 'research')),
    p(
      'Ce que l’équipe efface chez elle, et comment\u00a0: ',
      fill('marche à suivre', 'research', 'sentences'),
    ),
    h1('4. La vie privée (chapitre 5)'),
    points(
      'Si l’étude le veut, quatre questions viennent après le jeu, à qui a dit oui\u00a0: groupe d’âge, plus haut diplôme, première langue, années avec un ordinateur. La personne peut laisser une question sans réponse. Les réponses sont chiffrées, hors des énoncés, et seulement dans les fichiers pour la recherche. Un retrait les supprime. Dans un petit groupe, elles peuvent suffire à reconnaître quelqu’un.',
      'L’équipe reçoit des énoncés sous pseudonyme. Ils n’ont ni nom, ni courriel, ni texte écrit.',
      'Le pseudonyme diffère d’une étude à l’autre. Ce n’est pas de l’anonymat\u00a0: la base et la clé mènent à la personne.',
      'L’heure, les aides et l’appareil peuvent suffire à reconnaître quelqu’un dans un petit groupe.',
    ),
    h1('5. Ce que l’étude doit dire'),
    table(
      [3, 5],
      ['sujet', 'réponse'],
      [
        'Personnes mineures',
        fill('NUM+ ne vérifie pas l’âge\u00a0: comment l’étude s’en assure', 'research'),
      ],
      [
        'Premières Nations, Inuit, Métis (chapitre 9)',
        fill('engagement avec les communautés; à qui sont les données', 'research'),
      ],
      ['Aptitude à consentir; autre langue', fill('qui peut expliquer, sans être du personnel', 'research')],
      ['Conservation chez l’équipe', fill('lieu, durée, destruction', 'research')],
      ['Recherches futures', fill('fins permises, ou «\u00a0non demandé\u00a0»', 'research')],
      ['Conflits d’intérêts', fill('aucun, ou lesquels', 'research')],
    ),
    h1('6. Texte de recrutement'),
    p('L’équipe de recherche le remet. **La personne qui accompagne ne le remet pas et n’en parle pas.**'),
    script(studies),
    h2('Consignes au personnel'),
    steps(
      'Ne demandez pas si la personne a dit oui. Ne le notez nulle part.',
      'Si une personne vous pose une question sur la recherche, donnez les coordonnées de l’équipe.',
      'Ne restez pas devant l’écran pendant la question. Dites qu’elle peut choisir «\u00a0Plus tard\u00a0».',
      'Ne remettez aucun formulaire de consentement sur papier.',
    ),
    h1('7. À cocher'),
    ticks(
      'research',
      'Le document 4 est joint, dans les deux langues.',
      'Le personnel a lu les consignes.',
      'Le personnel n’a ni fichier ni magasin de recherche. L’équipe n’a ni fichier ni magasin d’accompagnement.',
      'Le protocole dit jusqu’où va un retrait, et qui efface.',
    ),
  ];
}

function describe(study: KitStudy): Line[][] {
  const { name, facts, notice, question } = study;
  const { research } = facts;
  return [
    ['Étude', studyNames.fr.short(name)],
    ['Où elle s’applique', sayPlacesFr(study)],
    ['Équipe', research?.team.fr ?? ''],
    ['But, comme la personne le lit', research?.purpose.fr ?? ''],
    ['Versions des textes', `avis ${notice.version}, question ${question?.version ?? '–'}`],
    ['Recherches futures', question?.future ? 'demandées, à part' : 'non demandées'],
    ['Questions sur soi', research?.background ? 'quatre, facultatives, après le jeu' : 'non posées'],
  ];
}

function script(studies: readonly KitStudy[]): Block {
  const team = sayOnce(studies, ({ research }) => research?.team.fr);
  const contact = sayOnce(studies, ({ research }) => research?.contact);
  return quote(
    'Vous allez jouer à NUM+. Plus tard, le jeu vous posera une question sur la recherche.',
    [
      team ?? fill('nom de l’équipe', 'research'),
      ' aimerait utiliser ce que vous faites dans le jeu, vos résultats, vos réglages, vos aides et votre façon d’utiliser l’appareil. Votre nom ne lui est pas donné. Ce que vous écrivez non plus.',
    ],

    'C’est vous qui choisissez\u00a0: oui, non ou plus tard. La personne qui vous accompagne ne voit pas votre réponse. Elle ne vous la demandera pas. Vos services restent les mêmes.',

    'Vous pouvez changer d’avis dans le jeu. Ouvrez «\u00a0Confort\u00a0», puis «\u00a0Mes données\u00a0». Ce qui était déjà envoyé est annulé. Une analyse déjà publiée ne peut pas être refaite.',
    [
      'Des questions? Écrivez à ',
      contact ?? fill('contact de l’équipe', 'research'),
      '. Pour parler à quelqu’un d’autre\u00a0: ',
      fill('contact du comité d’éthique', 'research'),
      '.',
    ],
  );
}
