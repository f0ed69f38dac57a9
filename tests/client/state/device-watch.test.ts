import { describe, expect, it } from 'vitest';
import type { AttemptAction } from '../../../client/src/state/attempt.svelte.ts';
import { DeviceWatch, type DeviceWindow, modeOf, readHints } from '../../../client/src/state/device-watch.ts';

function watch(): { told: AttemptAction[]; device: DeviceWatch; log: { isThere: boolean } } {
  const told: AttemptAction[] = [];
  const log = { isThere: true };
  const device = new DeviceWatch((action) => {
    if (log.isThere) told.push(action);
    return log.isThere;
  });
  return { told, device, log };
}

function pageThat(scale: number, ...asks: string[]): DeviceWindow {
  return {
    visualViewport: { scale },
    matchMedia: (query) => ({ matches: asks.some((ask) => query.includes(ask)) }),
  };
}

describe('the device in use', () => {
  it('is reported for each input mode once per scene', () => {
    const { told, device } = watch();
    for (const mode of ['mouse', 'keyboard', 'mouse'] as const) device.pressed('1', mode);
    device.pressed('2', 'mouse');
    expect(told.map((action) => 'mode' in action && action.mode)).toEqual(['mouse', 'keyboard', 'mouse']);
  });

  it('is reported again only if it changed, or later if there was no log yet', () => {
    const { told, device, log } = watch();
    const usual = readHints(pageThat(1), 16);
    log.isThere = false;
    device.stands(usual);
    log.isThere = true;
    device.stands(usual);
    device.stands(usual);
    device.stands(readHints(pageThat(1, 'reduced-motion', 'forced-colors'), 24));
    expect(told).toEqual([
      { app: 'frame', type: 'device', motion: 'usual', zoom: '100', contrast: 'usual' },
      { app: 'frame', type: 'device', motion: 'reduced', zoom: '150', contrast: 'forced' },
    ]);
  });

  it('distinguishes a press from typing', () => {
    const target = document.createElement('button');
    const box = document.createElement('textarea');
    const modes = [
      modeOf({ type: 'pointerdown', target, pointerType: 'touch' }),
      modeOf({ type: 'pointerdown', target, pointerType: '' }),
      modeOf({ type: 'keydown', target, key: 'Enter' }),
      modeOf({ type: 'keydown', target, key: 'a' }),
      modeOf({ type: 'keydown', target: box, key: ' ' }),
    ];
    expect(modes).toEqual(['touch', null, 'keyboard', null, null]);
  });
});
