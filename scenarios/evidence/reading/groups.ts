/** What a text says of the groups of a vocabulary. */
import { readHits, type Hit } from './clauses.ts';
import type { Lexicon } from './lexicon.ts';

/** A group is said if one of its expressions counts, and nothing after it takes it back. */
export function saysGroup(lexicon: Lexicon, plain: string): boolean {
  const hits = readHits(lexicon, plain);
  const is = (kind: string): boolean => hits.some(({ kinds }) => kinds.includes(kind));
  const onTopic = is('topic');
  if (!onTopic && is('elsewhere')) return false;
  const last = hits.findLastIndex((hit) => counts(hit, onTopic));
  if (last === -1) return false;
  return !hits.slice(last + 1).some((hit) => hit.kinds.includes('takenBack') && !hit.denied && !hit.asked);
}

function counts(hit: Hit, onTopic: boolean): boolean {
  const { kinds, denied, deniedAfter, asked, supposed, own, given } = hit;
  if (given && (kinds.includes('says') || kinds.includes('beside'))) return true;
  if (kinds.includes('asks') && !denied && !deniedAfter && !own) return true;
  if (asked || supposed) return false;
  if (kinds.includes('denied') && (denied || deniedAfter)) return true;
  if (kinds.includes('forbidden') && (denied || deniedAfter) && !own) return true;
  if (kinds.includes('orders') && onTopic && !own && !denied) return true;
  return !denied && (kinds.includes('says') || (kinds.includes('beside') && onTopic));
}
