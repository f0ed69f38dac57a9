import type { UpkeepTexts } from '../upkeep/upkeep-texts.ts';
import type { Stage, Progress } from '../upkeep/migrate-store.ts';

/** Rows between two lines of progress. */
const reportEvery = 1_000;

export function reportProgress(words: UpkeepTexts['stages']): (stage: Stage) => Progress {
  return (stage) => {
    let lastLine = '';
    return (kind, rows) => {
      const passed = rows < reportEvery ? '' : ` (${Math.floor(rows / reportEvery) * reportEvery})`;
      const line = `${words[stage]} ${kind}${passed}`;
      if (line !== lastLine) process.stderr.write(`${line}\n`);
      lastLine = line;
    };
  };
}
