/** How an answer of `answers.yaml` is read: a yes, numbers of boxes, or words. */

/** Whether it accepts what is proposed. */
export function isYes(answer: string): boolean {
  return /^(?:oui|yes|ok|okay|d['’]accord)$/i.test(bare(answer));
}

/** A no alone says nothing of what holds instead. */
export function isNo(answer: string): boolean {
  return /^(?:non|nope|no|faux|false|pas d['’]accord|n\/?a|x|[^\p{L}\p{N}…]*)$/iu.test(bare(answer));
}

/** Whether it can only be meant as numbers, right or wrong. */
export function isNumeric(answer: string): boolean {
  return /^[\d\s,;–-]+$/.test(bare(answer));
}

/** Boxes by their numbers from 1 to `count`: "1, 3", "2-4", "tout" or "all"; null if it says something else. */
export function readPicks(answer: string, count: number): ReadonlySet<number> | null {
  const said = bare(answer);
  if (/^(?:tout|tous|toutes|all)$/i.test(said)) return rangeOf(1, count);
  if (!isNumeric(said)) return null;
  const parts = said
    .replaceAll(/\s*[–-]\s*/g, '-')
    .split(/[\s,;]+/)
    .map((part) => readPart(part, count));
  return parts.some((one) => one === null) ? null : new Set(parts.flatMap((one) => [...(one ?? [])]));
}

/** Whether dots still stand for something to write. */
export function hasBlank(answer: string): boolean {
  return answer.includes('……');
}

function readPart(part: string, count: number): ReadonlySet<number> | null {
  const [, from, to = from] = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(part) ?? [];
  const [first, last] = [Number(from), Number(to)];
  return first >= 1 && first <= last && last <= count ? rangeOf(first, last) : null;
}

function rangeOf(first: number, last: number): ReadonlySet<number> {
  return new Set(Array.from({ length: last - first + 1 }, (_, index) => first + index));
}

function bare(answer: string): string {
  return answer.trim().replace(/[\s.!]+$/, '');
}
