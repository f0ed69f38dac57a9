/** The law about notices, beside the notice. */
import { type Block, h1, p, points, table } from '../blocks.ts';
import type { KitStudy } from '../kit-facts.ts';
import { dutyRows, type DutyTexts } from '../notice-duties.ts';
import { studyNames } from '../study-names.ts';

const named = (studies: readonly (string | null)[]): string =>
  studies.map((one) => studyNames.fr.said(one)).join(', ');

export const dutiesFr: DutyTexts = {
  duties: [
    {
      asks: 'Les fins de la collecte',
      section: 'art.\u00a08, 1°',
      lines: [
        'Ce jeu mesure vos habiletés numériques au travail.',
        'Le résultat sert à vous accompagner.',
        'Vos données servent aussi à faire fonctionner et à protéger le jeu.',
        'La recherche ne prend vos données que si vous dites oui.',
      ],
    },
    {
      asks: 'Les moyens de la collecte',
      section: 'art.\u00a08, 2°',
      lines: [
        'Chaque geste est gardé, avec l’heure.',
        'Le personnel peut noter vos besoins d’accès, pour choisir les tâches.',
      ],
    },
    {
      asks: 'Les droits d’accès et de rectification',
      section: 'art.\u00a08, 3°',
      lines: [
        'Vous pouvez en prendre une copie ou tout effacer.',
        'Pour corriger une donnée, demandez à votre organisme.',
      ],
    },
    {
      asks: 'Le droit de retirer son consentement',
      section: 'art.\u00a08, 4°',
      lines: ['Vous pouvez ensuite retirer ce oui.', 'Vous pouvez faire une pause ou quitter à tout moment.'],
    },
    {
      asks: 'Le nom du tiers pour qui la collecte est faite; au secteur public, celui de l’organisme',
      section: 'art.\u00a08',
      lines: ['Organisme\u00a0:'],
    },
    {
      asks: 'Les tiers, ou leurs catégories, à qui des renseignements sont communiqués',
      section: 'art.\u00a08',
      lines: [
        'Votre résultat va dans les notes du cours.',
        'Votre organisme peut en garder une copie sur un autre serveur.',
      ],
    },
    {
      asks: 'La possibilité que des renseignements sortent du Québec',
      section: 'art.\u00a08 et 17',
      lines: ['Vos données peuvent sortir du Québec.', 'Vos données restent au Québec.'],
      isEither: true,
    },
    {
      asks: 'Sur demande\u00a0: les renseignements recueillis',
      section: 'art.\u00a08',
      lines: ['Vous y voyez ce qui est gardé et qui l’a ouvert.'],
    },
    {
      asks: 'Sur demande\u00a0: qui y a accès dans l’organisme',
      section: 'art.\u00a08',
      lines: [
        'Le personnel de votre cours voit votre nom et vos résultats.',
        'Qui gère le serveur voit vos données.',
      ],
    },
    {
      asks: 'Sur demande\u00a0: la durée de conservation',
      section: 'art.\u00a08',
      lines: ['Vos données sont gardées'],
    },
    {
      asks: 'Sur demande\u00a0: les coordonnées de la personne responsable',
      section: 'art.\u00a08',
      lines: ['Responsable des données\u00a0:', 'Pour vos questions\u00a0:'],
    },
    {
      asks: 'Avant la collecte\u00a0: le recours à une technologie qui évalue la personne',
      section: 'art.\u00a08.1, 1°',
      lines: ['Des règles écrites d’avance regardent vos gestes et donnent les points.'],
    },
  ],
  say: {
    quoted: (line, title) => `«\u00a0${line}\u00a0» (${title})`,
    everywhere: 'oui',
    missing: (studies) => (studies === null ? 'pas encore' : `pas encore\u00a0: ${named(studies)}`),
    unchecked: (studies) => `autre texte, à vérifier\u00a0: ${named(studies)}`,
  },
};

export function noticeDutiesFr(studies: readonly KitStudy[]): Block[] {
  return [
    h1('Ce que la loi demande, et où l’avis le dit'),
    p(
      'Le programme a cherché chaque phrase dans l’avis de chaque étude. «\u00a0Pas encore\u00a0» veut dire que le fait manque au fichier de l’étude. «\u00a0Autre texte\u00a0» veut dire que l’organisme a écrit l’avis\u00a0: vérifiez-le.',
    ),
    table(
      [4, 5, 3],
      ['ce que la loi demande', 'ce que dit l’avis (sous quel titre)', 'dit dans chaque étude?'],
      ...dutyRows(studies, 'fr', dutiesFr),
    ),
    points(
      '**Art.\u00a08.1, 2°, activer le profilage.** Hors de l’avis\u00a0: rien n’est mesuré avant que la personne appuie sur «\u00a0J’ai compris, on commence\u00a0».',
      '**Art.\u00a08.2, politique de confidentialité.** L’avis n’en tient pas lieu. Publiez celle du document 11 sur votre site, si vous en avez un. Diffusez-la aussi par un moyen propre à atteindre les personnes, par exemple à l’accueil.',
      '**Art.\u00a08.3, consentement.** Qui fournit ses renseignements après l’avis consent à ces fins. La recherche a sa propre question, qui dit aussi comment retirer un oui.',
      '**Art.\u00a017, hors du Québec.** L’avis le dit; l’évaluation se fait avant (document 2, chapitre 7).',
      '**Organisme public (art.\u00a065).** Dites aussi si la demande est obligatoire ou facultative, et ce qu’entraîne un refus. L’avis dit seulement qu’on peut quitter.',
    ),
  ];
}
