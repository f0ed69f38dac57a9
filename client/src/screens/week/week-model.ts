import type { WeekAnswer, WeekScene } from '../../../../server/contract/play.ts';
import { isLeft, nextScene } from '../../state/next-scene.ts';

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
  /** How many wait for a computer. */
  readonly computerScenes: number;
}

/** @param isOnPhone scenes for a computer then wait */
export function mapWeek({ scenes, goesOn }: WeekAnswer, isOnPhone: boolean): WeekMap {
  const days = weekDays
    .map((day): MapDay => {
      const own = scenes.filter((scene) => scene.day === day);
      return { day, place: own[0]?.place ?? null, scenes: own };
    })
    .filter(({ place }) => goesOn || place !== null);
  const next = nextScene(scenes, isOnPhone);
  const before = next === null ? scenes : scenes.slice(0, scenes.indexOf(next));
  const last = before.findLast((scene) => !isLeft(scene));
  const ended = days.find(({ day, scenes: own }) => day === last?.day && !own.some(isLeft));
  const used = new Set(ended?.scenes.flatMap((scene) => scene.used));
  return {
    days,
    next,
    endedDay: ended?.day ?? null,
    computerScenes: isOnPhone
      ? scenes.filter((scene) => isLeft(scene) && scene.needsComputer === true).length
      : 0,
    used: (['help', 'undo', 'listen', 'pause'] as const).filter((one) => used.has(one)),
  };
}
