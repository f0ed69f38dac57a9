/** Each length has one spelling, because record stores compare durations as text. */

const dayMs = 86_400_000;

/**
 * E.g. `PT0S`, `PT41.37S`, `PT1H2M3.5S`, `P2DT5M`; to 0.01 s.
 * @param ms negative numbers and NaN count as 0
 */
export function formatDuration(ms: number): string {
  const hundredths = Number.isFinite(ms) ? Math.max(0, Math.round(ms / 10)) : 0;
  const days = Math.floor(hundredths / (dayMs / 10));
  const rest = hundredths - days * (dayMs / 10);
  const hours = Math.floor(rest / 360_000);
  const minutes = Math.floor((rest % 360_000) / 6_000);
  const seconds = (rest % 6_000) / 100;
  const time = [
    hours > 0 ? `${hours}H` : '',
    minutes > 0 ? `${minutes}M` : '',
    seconds > 0 ? `${seconds}S` : '',
  ].join('');
  if (time === '') return days > 0 ? `P${days}D` : 'PT0S';
  return days > 0 ? `P${days}DT${time}` : `PT${time}`;
}
