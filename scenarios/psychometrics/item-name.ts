/** Names that R and Python accept: capitals, digits, underscores. */
import type { Dimension } from '../kit/dimensions.ts';

/** `S02` for `s02-inbox`; without a number, the whole name: `MY_SCENE`. */
export function sceneName(scenario: string): string {
  const numbered = /^s\d+(?=-)/.exec(scenario)?.[0];
  return (numbered ?? scenario).replaceAll(/[^A-Za-z0-9]+/g, '_').toUpperCase();
}

/** `S02_COM`. */
export function itemName({ scenario, dimension }: ItemKey): string {
  return `${sceneName(scenario)}_${dimension}`;
}

interface ItemKey {
  readonly scenario: string;
  readonly dimension: Dimension;
}
