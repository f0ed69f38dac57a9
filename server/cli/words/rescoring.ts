import type { LeftAlone } from '../../attempts/rescore.ts';

const reasons: Readonly<Record<LeftAlone, string>> = {
  'content-gone': 'scenario, version, form or bank is not on this server',
  'replay-differs':
    'the world refuses an action that it accepted before: it was changed without a new version',
  'text-erased': 'the new rules need texts that were erased; --keep-results still measures it',
  'other-world': 'the bank is about another version of a scene than was played',
  'going-on': 'it is not over yet, and keeps its versions',
  'nothing-scored': 'no scored scene was played',
  practice: 'staff tried the activity',
  'person-gone': 'the person was erased',
};

export function explainLeftAlone(because: LeftAlone): string {
  return reasons[because];
}
