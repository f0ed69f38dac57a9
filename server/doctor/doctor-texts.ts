/** What a catalogue of `doctor` holds. */
import type { FindingCode, FindingState, ParamsOf } from './finding.ts';

/** What a finding means, and what to do; the second is empty where nothing is to be done. */
export type Sentences = readonly [meaning: string, todo: string];

export interface DoctorTexts {
  readonly states: Readonly<Record<FindingState, string>>;
  /** Between what is spoken of and what is said of it. */
  readonly colon: string;
  readonly findings: { readonly [Code in FindingCode]: (params: ParamsOf<Code>) => Sentences };
}
