/** Logs each input mode once per scene, and display settings when they change. Neither is shown or scored. */
import type { AttemptAction } from './attempt.svelte.ts';

type InputMode = Extract<AttemptAction, { type: 'input' }>['mode'];
type DeviceAction = Extract<AttemptAction, { type: 'device' }>;

const zoomSteps = ['400', '300', '200', '150', '125'] as const;

export interface DeviceWindow {
  matchMedia(query: string): { readonly matches: boolean };
  readonly visualViewport: { readonly scale: number } | null;
}

export class DeviceWatch {
  readonly #report: (action: AttemptAction) => boolean;
  #scene: string | null = null;
  #reported = new Set<InputMode>();
  #device = '';

  /** @param report returns false if no log can take the action yet */
  constructor(report: (action: AttemptAction) => boolean) {
    this.#report = report;
  }

  pressed(scene: string, mode: InputMode): void {
    if (this.#scene !== scene) {
      this.#scene = scene;
      this.#reported = new Set();
    }
    if (this.#reported.has(mode)) return;
    if (this.#report({ app: 'frame', type: 'input', mode })) this.#reported.add(mode);
  }

  stands(hints: Pick<DeviceAction, 'motion' | 'zoom' | 'contrast'>): void {
    const key = JSON.stringify(hints);
    if (key === this.#device) return;
    if (this.#report({ app: 'frame', type: 'device', ...hints })) this.#device = key;
  }
}

/** In these elements keys write; they press nothing. */
const writtenIn =
  'textarea, select, input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"])';

interface PressEvent {
  readonly type: string;
  readonly target: unknown;
  readonly pointerType?: string;
  readonly key?: string;
}

/** Null if the event is no press, e.g. typing. */
export function modeOf({ type, target, pointerType, key }: PressEvent): InputMode | null {
  if (type === 'keydown') {
    const isWriting = target instanceof Element && target.matches(writtenIn);
    return !isWriting && (key === 'Enter' || key === ' ') ? 'keyboard' : null;
  }
  return pointerType === 'mouse' || pointerType === 'touch' || pointerType === 'pen' ? pointerType : null;
}

/** @param textPx the browser's text size; 16 is the default */
export function readHints(
  page: DeviceWindow,
  textPx: number,
): Pick<DeviceAction, 'motion' | 'zoom' | 'contrast'> {
  const asks = (query: string): boolean => page.matchMedia(query).matches;
  const percent = Math.max(100 * (page.visualViewport?.scale ?? 1), (100 * textPx) / 16);
  return {
    motion: asks('(prefers-reduced-motion: reduce)') ? 'reduced' : 'usual',
    zoom: zoomSteps.find((step) => percent >= Number(step)) ?? '100',
    contrast: asks('(forced-colors: active)')
      ? 'forced'
      : asks('(prefers-contrast: more)')
        ? 'more'
        : 'usual',
  };
}
