/** Counts what happens in each turn of the event loop. */
interface Turns {
  readonly note: () => void;
  /** Counts of the turns in which something happened. Ends the watch. */
  readonly end: () => number[];
}

export function watchTurns(): Turns {
  const noted: number[] = [];
  let count = 0;
  let next: NodeJS.Immediate;
  const turn = (): void => {
    if (count > 0) noted.push(count);
    count = 0;
    next = setImmediate(turn);
  };
  turn();
  return {
    note: () => {
      count += 1;
    },
    end: () => {
      clearImmediate(next);
      if (count > 0) noted.push(count);
      return noted;
    },
  };
}
