import type { WeekAnswer, WeekScene } from '../../../../server/contract/play.ts';

const weekDays = [1, 2, 3, 4, 5] as const;
export type WeekDay = (typeof weekDays)[number];

interface MapDay {
  readonly day: WeekDay;
  /** Null if nothing is known of the day. */
  readonly place: WeekScene['place'] | null;
  readonly scenes: readonly WeekScene[];
}

export interface WeekMap {
  /** While the week goes on, includes days that may still get a scene. */
  readonly days: readonly MapDay[];
  readonly next: WeekScene | null;
  /** Set after a day's last scene; null otherwise. */
  readonly endedDay: WeekDay | null;
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
