/** A finding of `doctor` in words. */
import type { Finding } from './finding.ts';
import type { DoctorTexts, Sentences } from './doctor-texts.ts';
import { doctorEn } from './doctor.en.ts';
import { doctorFr } from './doctor.fr.ts';

const texts = { fr: doctorFr, en: doctorEn } as const satisfies Record<string, DoctorTexts>;

export type DoctorLanguage = keyof typeof texts;

interface ToldFinding {
  readonly state: string;
  /** With what it is about before it. */
  readonly meaning: string;
  /** Empty where nothing is to be done. */
  readonly todo: string;
}

export function tellFinding(language: DoctorLanguage, finding: Finding): ToldFinding {
  const { states, colon, findings } = texts[language];
  const { state, code, params, subject } = finding;
  // A finding carries the parameters of its own code (finding.ts).
  const tell = findings[code] as (params: Finding['params']) => Sentences;
  const [meaning, todo] = tell(params);
  return { state: states[state], meaning: subject === '' ? meaning : `${subject}${colon}${meaning}`, todo };
}
