/** Where each study holds, and what the basic study is. */
import { type Block, h1, points, table } from '../blocks.ts';
import type { KitPlace, KitStudy } from '../kit-facts.ts';
import { studyNames } from '../study-names.ts';

export function studyPlacesEn(studies: readonly KitStudy[]): Block[] {
  return [
    h1('Where each study applies'),
    points(
      'The study decides which notice is shown, how long data are kept, whether people are asked about research, and who receives data.',
      'A study applies to a whole LMS (a deployment), a course or an activity. If there are several, the narrowest place decides: the activity, then the course, then the LMS.',
      '**The basic study** takes whatever has no other place. NUM+ creates it with the first LMS. Until somebody writes its file, it names no organization, has no period and asks nothing about research.',
      'An attempt that has begun keeps its study, even if the place changes.',
    ),
    ...(studies.length === 0
      ? []
      : [
          table(
            [3, 6],
            ['study', 'where it applies'],
            ...studies.map((study) => [studyNames.en.short(study.name), sayPlacesEn(study)]),
          ),
        ]),
  ];
}

export function sayPlacesEn({ isClosed, isDefault, places }: KitStudy): string {
  const named = places.map(sayPlace);
  if (isDefault) return [...named, 'Wherever no other study has a place.'].join('\n');
  if (isClosed) return 'Nowhere: it is closed and takes no new attempt.';
  return named.join('\n') || 'Nowhere yet: give it a place with `study change`.';
}

const kinds: Readonly<Record<KitPlace['kind'], string>> = {
  deployment: 'The whole of the LMS',
  course: 'One course of the LMS',
  activity: 'One activity of the LMS',
};

function sayPlace({ kind, platform, id }: KitPlace): string {
  const lms = platform === null ? 'that was removed' : `“${platform}”`;
  return `${kinds[kind]} ${lms} (${kind} \`${id}\`).`;
}
