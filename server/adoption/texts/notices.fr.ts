import { type Block, fill, h1, h2, h3, p, points, table } from '../blocks.ts';
import type { KitFacts, KitStudy } from '../kit-facts.ts';

export function noticesFr({ studies }: KitFacts): Block[] {
  return [
    p(
      'Voici les textes tels que les personnes les lisent. Le jeu les lit aussi à voix haute. Ils existent en français et en anglais; les deux langues sont dans la trousse.',
    ),
    points(
      '**Avant le jeu, la personne lit un résumé en cinq points,** puis appuie sur «\u00a0J’ai compris, on commence\u00a0». Le résumé ne dit ni la durée, ni les destinataires, ni qui est responsable. «\u00a0Lire tout l’avis\u00a0» montre l’avis entier, celui d’ici. Elle le relit quand elle veut\u00a0: «\u00a0Confort\u00a0», puis «\u00a0Mes données\u00a0».',
      'Si l’étude veut les questions sur soi, elles viennent après le jeu, à qui a dit oui\u00a0: groupe d’âge, plus haut diplôme, première langue, années avec un ordinateur. Chacune peut être passée. La personne change ou retire ses réponses dans «\u00a0Mes données\u00a0».',
      'La question sur la recherche vient après la première scène mesurée. Les réponses sont «\u00a0Oui, j’accepte\u00a0», «\u00a0Non\u00a0», «\u00a0Plus tard\u00a0».',
      'Si un texte change, sa version monte. L’avis est accepté de nouveau; la question est posée de nouveau.',
      'Chaque version est gardée. Une réponse est gardée avec la version, la langue et l’heure.',
    ),
    p(
      'Pour changer un fait ou une phrase\u00a0: `./bin/numplus.js study change ID --texts FICHIER`, puis refaites la trousse.',
    ),
    ...(studies.length === 0
      ? [p(fill('ajouter une étude, puis refaire la trousse', 'operator', 5))]
      : studies.flatMap(textsOf)),
  ];
}

function textsOf({ id, name, isClosed, facts, notice, question }: KitStudy): Block[] {
  return [
    h1(`Étude «\u00a0${name}\u00a0»${isClosed ? ' (fermée)' : ''}`),
    table(
      [2, 5],
      ['fait', 'valeur'],
      ['Numéro', `\`${id}\``],
      ['Organisme', facts.organisation?.fr ?? fill('organisme, dans le fichier de l’étude', 'operator')],
      ['Responsable', facts.inCharge ?? fill('responsable, dans le fichier de l’étude', 'operator')],
      ['Contact', facts.contact ?? fill('contact, dans le fichier de l’étude', 'operator')],
      ['Durée', facts.keptMonths === null ? fill('durée, en mois', 'charge') : `${facts.keptMonths} mois`],
      ['Autres destinataires', facts.recipients.map(({ fr }) => fr).join('; ') || 'aucun nommé'],
      [
        'Qui a écrit l’avis',
        facts.texts.notice === null ? 'NUM+, d’après ces faits' : 'l’organisme; il en répond',
      ],
    ),
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
            'Cette étude ne demande rien sur la recherche. Personne n’est consulté, et rien n’est envoyé pour cela.',
          ),
        ]
      : [points(...question.research.fr)]),
    ...(question?.future ? [h2('Recherches futures'), points(...question.future.fr)] : []),
  ];
}
