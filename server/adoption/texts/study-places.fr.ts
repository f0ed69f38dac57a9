/** Where each study holds, and what the basic study is. */
import { type Block, h1, points, table } from '../blocks.ts';
import type { KitPlace, KitStudy } from '../kit-facts.ts';
import { studyNames } from '../study-names.ts';

export function studyPlacesFr(studies: readonly KitStudy[]): Block[] {
  return [
    h1('Où s’applique chaque étude'),
    points(
      'L’étude décide de l’avis montré et de la durée. Elle décide aussi si la question sur la recherche est posée, et qui reçoit des données.',
      'Une étude s’applique à tout un LMS (un déploiement), à un cours ou à une activité. S’il y en a plusieurs, la place la plus étroite l’emporte\u00a0: l’activité, puis le cours, puis le LMS.',
      '**L’étude de base** prend ce qui n’a pas d’autre place. NUM+ la crée avec le premier LMS. Tant que personne n’écrit son fichier, elle ne nomme aucun organisme, n’a pas de durée et ne demande rien sur la recherche.',
      'Un essai commencé garde son étude, même si la place change.',
    ),
    ...(studies.length === 0
      ? []
      : [
          table(
            [3, 6],
            ['étude', 'où elle s’applique'],
            ...studies.map((study) => [studyNames.fr.short(study.name), sayPlacesFr(study)]),
          ),
        ]),
  ];
}

export function sayPlacesFr({ isClosed, isDefault, places }: KitStudy): string {
  const named = places.map(sayPlace);
  if (isDefault) return [...named, 'Partout où aucune autre étude n’a de place.'].join('\n');
  if (isClosed) return 'Nulle part\u00a0: elle est fermée et ne prend aucun nouvel essai.';
  return named.join('\n') || 'Nulle part encore\u00a0: donnez-lui une place avec `study change`.';
}

const kinds: Readonly<Record<KitPlace['kind'], string>> = {
  deployment: 'Tout le LMS',
  course: 'Un cours du LMS',
  activity: 'Une activité du LMS',
};

function sayPlace({ kind, platform, id }: KitPlace): string {
  const ids = { deployment: 'déploiement', course: 'cours', activity: 'activité' };
  const lms = platform === null ? 'retiré' : `«\u00a0${platform}\u00a0»`;
  return `${kinds[kind]} ${lms} (${ids[kind]} \`${id}\`).`;
}
