import type { Finding } from './finding.ts';
import type { DoctorTexts, Sentences } from './doctor-texts.ts';
import { doctorEn } from './doctor.en.ts';
import { doctorFr } from './doctor.fr.ts';

const texts = { fr: doctorFr, en: doctorEn } as const satisfies Record<string, DoctorTexts>;

export type DoctorLanguage = keyof typeof texts;

interface DescribedFinding {
  readonly state: string;
  readonly meaning: string;
  readonly todo: string;
}

export function describeFinding(language: DoctorLanguage, finding: Finding): DescribedFinding {
  const { states, colon, findings } = texts[language];
  const { state, code, params, subject } = finding;
  const describe = findings[code] as (params: Finding['params']) => Sentences;
  const [meaning, todo] = describe(params);
  return { state: states[state], meaning: subject === '' ? meaning : `${subject}${colon}${meaning}`, todo };
}
