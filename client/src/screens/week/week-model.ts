/** The week as its map shows it: days in order, where the person is, and which day just ended. */
import type { WeekAnswer, WeekScene } from '../../../../server/contract/play.ts';

const weekDays = [1, 2, 3, 4, 5] as const;
export type WeekDay = (typeof weekDays)[number];

interface MapDay {
  readonly day: WeekDay;
  /** Null while nothing is known of the day. */
  readonly place: WeekScene['place'] | null;
  readonly scenes: readonly WeekScene[];
}

export interface WeekMap {
  /** Days with scenes; while the week goes on, those that may still get one too. */
  readonly days: readonly MapDay[];
  /** The scene to play now; null at the end. */
  readonly next: WeekScene | null;
  /** The day whose last scene just ended; null in the middle of a day and before the first. */
  readonly endedDay: WeekDay | null;
  /** What the person made use of on that day, each once. */
  readonly used: WeekScene['used'];
}

export function mapWeek({ scenes, goesOn }: WeekAnswer): WeekMap {
  const days = weekDays
    .map((day): MapDay => {
      const own = scenes.filter((scene) => scene.day === day);
      return { day, place: own[0]?.place ?? null, scenes: own };
    })
    .filter(({ place }) => goesOn || place !== null);
  const at = scenes.findIndex(({ status }) => status === 'waiting' || status === 'open');
  const next = scenes[at] ?? null;
  const last = next === null ? scenes.at(-1) : scenes[at - 1];
  const ended = days.find(({ day }) => day === last?.day && day !== next?.day);
  const used = new Set(ended?.scenes.flatMap((scene) => scene.used));
  return {
    days,
    next,
    endedDay: ended?.day ?? null,
    used: (['help', 'undo', 'listen', 'pause'] as const).filter((one) => used.has(one)),
  };
}
