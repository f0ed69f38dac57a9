import { backgroundIntroduction, backgroundQuestions } from '../../studies/background-questions.ts';
import { type Block, confirm, fill, h1, h2, h3, p, points, table } from '../blocks.ts';
import { isNamed, type KitFacts, type KitStudy } from '../kit-facts.ts';
import { kitWords } from '../kit-words.ts';
import { studyNames } from '../study-names.ts';
import { noticeDutiesFr } from './notice-duties.fr.ts';
import { shownFr } from './shown.ts';
import { studyPlacesFr } from './study-places.fr.ts';

export function noticesFr({ studies }: KitFacts): Block[] {
  return [
    p(
      'Voici les textes tels que les personnes les lisent. Le jeu peut aussi les lire à voix haute. Ils existent en français et en anglais\u00a0: les textes anglais sont dans la trousse anglaise.',
    ),
    points(
      '**Avant le jeu, la personne lit un résumé en cinq points,** puis appuie sur «\u00a0J’ai compris, on commence\u00a0». «\u00a0Lire tout l’avis\u00a0» montre l’avis entier. Elle le relit quand elle veut\u00a0: «\u00a0Confort\u00a0», puis «\u00a0Mes données\u00a0».',
      'La question sur la recherche vient après la première scène mesurée. Les réponses sont «\u00a0Oui, j’accepte\u00a0», «\u00a0Non\u00a0», «\u00a0Plus tard\u00a0».',
      'Si l’étude veut les questions sur soi, elles viennent après le jeu, à qui a dit oui. La personne peut laisser une question sans réponse. Elle change ou efface ses réponses dans «\u00a0Mes données\u00a0».',
      'Si un texte change, sa version monte. La personne accepte alors l’avis de nouveau, ou répond de nouveau à la question.',
      'Chaque version est gardée. Une réponse est gardée avec la version, la langue et l’heure.',
    ),
    p(
      'Pour changer un fait ou une phrase, la personne qui gère le serveur l’écrit dans le fichier de l’étude, lance `./bin/numplus.js study change ID --texts FICHIER`, puis refait la trousse.',
    ),
    h1('Le résumé en cinq points'),
    p(
      'Il est le même pour toutes les études. L’avis entier dit la durée, les destinataires et qui est responsable.',
    ),
    points(...shownFr.summary),
    h1('L’avis, avant de venir jouer'),
    p(
      'Le programme montre l’avis seulement dans l’activité. Mettez aussi l’avis de chaque étude à un endroit public, pour qu’on le lise avant de venir\u00a0: une page du site, ou une feuille à l’accueil. La politique du document 11 va au même endroit.',
    ),
    p('Où l’avis est publié\u00a0: ', fill('adresse de la page, ou lieu précis', 'charge')),
    ...studyPlacesFr(studies),
    ...(studies.length === 0
      ? [
          p(
            'Il n’y a pas encore d’étude\u00a0: ',
            fill(
              'ajouter une étude et sa place (le cours ou l’activité), puis refaire la trousse',
              'operator',
              'step',
            ),
          ),
        ]
      : studies.flatMap(textsOf)),
    ...noticeDutiesFr(studies),
  ];
}

function textsOf(study: KitStudy): Block[] {
  const { id, name, isClosed, facts, notice, question, asksBackground } = study;
  const { seeFirst } = kitWords.fr;
  return [
    h1(`${studyNames.fr.title(name)}${isClosed ? ' (fermée)' : ''}`),
    table(
      [2, 5],
      ['fait', 'valeur'],
      ['Numéro', `\`${id}\``],
      ['Organisme', facts.organisation?.fr ?? seeFirst],
      ['Responsable', facts.inCharge ?? seeFirst],
      ['Contact', facts.contact ?? seeFirst],
      ['Durée', facts.keptMonths === null ? 'aucune\u00a0: voir le document 5' : `${facts.keptMonths} mois`],
      ['Hors du Québec', outside(facts.leavesQuebec)],
      ['Autres destinataires', facts.recipients.map(({ fr }) => fr).join('; ') || 'aucun nommé'],
      [
        'Qui a écrit l’avis',
        facts.texts.notice === null ? 'NUM+, d’après ces faits' : 'l’organisme; il en répond',
      ],
    ),
    ...(isNamed(study)
      ? []
      : [
          p(
            `L’avis de ${studyNames.fr.said(name)} ne nomme pas tout\u00a0: `,
            fill(
              'écrire dans le fichier de l’étude ce que dit le document 1, la durée, et si des données sortent du Québec; puis refaire la trousse',
              'operator',
              'step',
            ),
          ),
        ]),
    h2(`Avis, version ${notice.version}`),
    ...notice.sections.fr.flatMap(({ title, sentences }) => [h3(title), points(...sentences)]),
    h2(
      question === null
        ? 'Consentement à la recherche'
        : `Consentement à la recherche, version ${question.version}`,
    ),
    ...(question === null
      ? [
          p(
            'Cette étude ne demande rien sur la recherche. La question n’est posée à personne, et rien n’est envoyé à cette fin.',
          ),
        ]
      : [points(...question.research.fr)]),
    ...(question?.future ? [h2('Recherches futures'), points(...question.future.fr)] : []),
    ...(asksBackground ? backgroundTexts() : []),
    p(
      `Textes de ${studyNames.fr.said(name)} relus\u00a0: `,
      confirm('Ces textes sont vrais et se comprennent.', 'charge'),
    ),
  ];
}

function backgroundTexts(): Block[] {
  return [
    h2('Questions sur soi'),
    points(...backgroundIntroduction.fr),
    ...backgroundQuestions.flatMap(({ text, choices }) => [
      h3(text.fr),
      points(...choices.map((choice) => choice.text.fr), shownFr.decline),
    ]),
  ];
}

function outside(leavesQuebec: boolean | null): string {
  if (leavesQuebec === null) return 'pas dit\u00a0: voir le document 2, chapitre 7';
  return leavesQuebec ? 'des données peuvent sortir' : 'les données y restent';
}
