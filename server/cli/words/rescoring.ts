import type { LeftAlone } from '../../attempts/rescore.ts';

const reasons: Readonly<Record<LeftAlone, string>> = {
  'content-gone': 'scenario, version, form or bank is not on this server',
  'replay-differs': 'the world of now refuses what it took then: it was changed without a new version',
  'text-erased': 'the new rules ask for texts that were erased; --keep-results measures it all the same',
  'going-on': 'it is not over yet, and keeps its versions',
  'nothing-scored': 'no scored scene was played',
  practice: 'staff tried the activity out',
  'person-gone': 'the person was erased',
};

export function explainLeftAlone(because: LeftAlone): string {
  return reasons[because];
}
