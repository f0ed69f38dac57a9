/** Which scene comes next in this page: on a phone, scenes for a computer wait (ADR 44). */
import type { SceneView } from '../../../server/contract/play.ts';

interface PhoneWindow {
  matchMedia(query: string): { readonly matches: boolean };
  readonly screen: { readonly width: number; readonly height: number };
}

/** CSS px; tablets have more. */
const widestPhone = 600;

/** By its screen, not its window: an LMS’s frame is small on a computer too, and so is any page at 400 % zoom. */
export function isPhone(page: PhoneWindow): boolean {
  const { width, height } = page.screen;
  return Math.min(width, height) < widestPhone && page.matchMedia('(pointer: coarse)').matches;
}

type Standing = Pick<SceneView, 'status' | 'needsComputer'>;

export function isLeft({ status }: Standing): boolean {
  return status === 'open' || status === 'waiting';
}

export function mustWait({ needsComputer = false }: Standing, isOnPhone: boolean): boolean {
  return isOnPhone && needsComputer;
}

/** Null if none is left, or all that are left wait for a computer. */
export function nextScene<Scene extends Standing>(
  scenes: readonly Scene[],
  isOnPhone: boolean,
): Scene | null {
  const open = scenes.find(({ status }) => status === 'open');
  const left = open === undefined ? scenes.filter(isLeft) : [open];
  return left.find((scene) => !mustWait(scene, isOnPhone)) ?? null;
}
