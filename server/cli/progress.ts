import type { UpkeepTexts } from '../upkeep/upkeep-texts.ts';
import type { Stage, Progress } from '../upkeep/migrate-store.ts';

/** Rows between two lines of progress. */
const tellEvery = 1_000;

export function tellProgress(words: UpkeepTexts['doing']): (doing: Stage) => Progress {
  return (doing) => {
    let told = '';
    return (kind, rows) => {
      const passed = rows < tellEvery ? '' : ` (${Math.floor(rows / tellEvery) * tellEvery})`;
      const line = `${words[doing]} ${kind}${passed}`;
      if (line !== told) process.stderr.write(`${line}\n`);
      told = line;
    };
  };
}
