/** Arrow keys move focus among `data-step` elements; Tab reaches each too. */
export function stepByKey(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const { key, currentTarget, target } = event;
  if (!(target instanceof HTMLElement) || target.dataset.step === undefined) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const steps = [...currentTarget.querySelectorAll<HTMLElement>('[data-step]')];
  const next = findNext(key, steps.indexOf(target), steps.length - 1);
  if (next === undefined) return;
  event.preventDefault();
  steps[next]?.focus();
}

function findNext(key: string, at: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, last);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
