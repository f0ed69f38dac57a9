import { beforeEach, describe, expect, it } from 'vitest';
import {
  actionsPerHour,
  actionsPerMinute,
  createPace,
  entriesReadPerMinute,
  type Pace,
} from '../../../../server/attempts/pace.ts';

const minuteMs = 60_000;
const player = { personId: 'person-1', resourceLinkId: 'link-1' };

describe('the pace of a person', () => {
  let now: number;
  let pace: Pace;
  beforeEach(() => {
    now = 1_000;
    pace = createPace(() => now);
  });

  /** Takes as much as there is, minute by minute; returns how much that was. */
  function takeFor(minutes: number, who = player): number {
    let taken = 0;
    for (let minute = 0; minute < minutes; minute += 1) {
      try {
        taken += pace.take(who, actionsPerMinute);
      } catch (error) {
        expect(error).toMatchObject({ code: 'attempt.too-fast' });
      }
      now += minuteMs;
    }
    return taken;
  }

  it('has a limit per minute in all activities together', () => {
    expect(pace.take(player, actionsPerMinute - 1)).toBe(actionsPerMinute - 1);
    expect(pace.take({ ...player, resourceLinkId: 'link-2' }, 100)).toBe(1);
    const refused = { code: 'attempt.too-fast', params: { waitS: 60 } };
    expect(() => pace.take(player, 1)).toThrow(expect.objectContaining(refused));
    expect(pace.take({ ...player, personId: 'person-2' }, 100)).toBe(100);
  });

  it('has a limit per hour in one activity, however many attempts there are', () => {
    expect(takeFor(59)).toBe(actionsPerHour);
    const refused = { code: 'attempt.too-fast', params: { waitS: 60 } };
    expect(() => pace.take(player, 1)).toThrow(expect.objectContaining(refused));
    expect(pace.take({ ...player, resourceLinkId: 'link-2' }, 100)).toBe(100);
    now += minuteMs;
    expect(pace.take(player, 100)).toBe(100);
  });

  it('asks for the longer of two waits', () => {
    pace.take(player, actionsPerMinute);
    now += minuteMs;
    pace.take(player, actionsPerHour - actionsPerMinute);
    const refused = { code: 'attempt.too-fast', params: { waitS: 59 * 60 } };
    expect(() => pace.take(player, 1)).toThrow(expect.objectContaining(refused));
  });

  it('has a limit of entries that are read per minute; one request may go beyond', () => {
    pace.startReading(player.personId)(entriesReadPerMinute - 1);
    pace.startReading(player.personId)(12_000);
    const refused = { code: 'attempt.too-fast', params: { waitS: 60 } };
    expect(() => pace.startReading(player.personId)).toThrow(expect.objectContaining(refused));
    expect(pace.take(player, 1)).toBe(1);
    pace.startReading('person-2')(1);
    now += minuteMs;
    pace.startReading(player.personId)(1);
  });

  it('takes nothing where nothing is wanted', () => {
    pace.take(player, actionsPerMinute);
    expect(pace.take(player, 0)).toBe(0);
  });
});
