import type { FindingCode, FindingState, ParamsOf } from './finding.ts';

export type Sentences = readonly [meaning: string, todo: string];

export interface DoctorTexts {
  readonly states: Readonly<Record<FindingState, string>>;
  readonly colon: string;
  readonly findings: { readonly [Code in FindingCode]: (params: ParamsOf<Code>) => Sentences };
}
