/** Attackers of the soak, in a process of their own: they strike in each phase « with ». */
import { constants, setPriority } from 'node:os';
import type { TestLms } from '../support/lti-lms.ts';
import { type Attack, prepareAttacks } from './soak-attacks.ts';
import { type Begin, beSoakProcess, type Phase, type Strikes } from './soak-process.ts';

async function sendAttackers(
  { toolUrl, only }: Begin,
  lms: TestLms,
): Promise<{ enter: (phase: Phase) => void; end: () => Promise<Strikes> }> {
  const attacks = await prepareAttacks(toolUrl, lms);
  const chosen = Object.entries(attacks).filter(([name]) => name.includes(only));
  const strikes: Record<string, Record<string, number>> = {};
  const timers: NodeJS.Timeout[] = [];
  const underWay = new Set<Promise<void>>();
  const begin = ([name, { perSecond, atOnce, strike }]: [string, Attack]): void => {
    const counts = (strikes[name] ??= {});
    let own = 0;
    const hit = async (): Promise<void> => {
      own += 1;
      const outcome = await strike().catch(() => 'cut');
      own -= 1;
      counts[outcome] = (counts[outcome] ?? 0) + 1;
    };
    const timer = setInterval(() => {
      if (own >= atOnce) return;
      const one = hit().finally(() => underWay.delete(one));
      underWay.add(one);
    }, 1_000 / perSecond);
    timers.push(timer);
  };
  const stop = (): void => {
    timers.splice(0).forEach(clearInterval);
  };
  return {
    enter: (phase) => {
      stop();
      if (phase === 'with') chosen.forEach(begin);
    },
    end: async () => {
      stop();
      await Promise.all(underWay);
      return strikes;
    },
  };
}

setPriority(constants.priority.PRIORITY_LOW);
await beSoakProcess(sendAttackers);
