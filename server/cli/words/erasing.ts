import type { OperatorLanguage } from '../../base/operator-language.ts';

interface ErasingWords {
  readonly unknownCertificate: string;
  readonly notErased: string;
  readonly erased: (certificate: string) => string;
  readonly notFinal: string;
  readonly nothingPromised: string;
  readonly notPurged: string;
  readonly someNotErased: (count: number) => string;
  readonly someAuditNotPurged: (count: number) => string;
}

export const erasingWords: Readonly<Record<OperatorLanguage, ErasingWords>> = {
  fr: {
    unknownCertificate: 'Aucune attestation n’a ce numéro.',
    notErased: 'Rien n’a été effacé. --yes le fait; il n’y a pas de retour.',
    erased: (certificate) =>
      `La personne est effacée. Les magasins de données répondent ensuite\u00a0: \`person certificate ${certificate}\`. Les notes du LMS restent au LMS.`,
    notFinal: 'Le travailleur regardera encore une fois ce qui s’écrivait au même moment.',
    nothingPromised: 'Aucune étude ne promet de durée.',
    notPurged: 'Rien n’a été effacé. Sans --dry-run, ceci le serait.',
    someNotErased: (count) =>
      `Personnes ou études qui n’ont pas pu être effacées ou lues\u00a0: ${count}. Le journal dit pourquoi. Le travailleur essaie de nouveau.`,
    someAuditNotPurged: (count) =>
      `Organisations dont le registre d’audit n’a pas pu être raccourci\u00a0: ${count}. Le journal dit pourquoi. Le travailleur essaie de nouveau.`,
  },
  en: {
    unknownCertificate: 'No certificate has this number.',
    notErased: 'Nothing was erased. --yes does it; there is no way back.',
    erased: (certificate) =>
      `The person is erased. Record stores answer afterwards: \`person certificate ${certificate}\`. Grades in the LMS stay in the LMS.`,
    notFinal: 'The worker will look once more for what was being written at the same time.',
    nothingPromised: 'No study promises a period.',
    notPurged: 'Nothing was erased. Without --dry-run, this would be.',
    someNotErased: (count) =>
      `People or studies that could not be erased or read: ${count}. The log says why. The worker tries again.`,
    someAuditNotPurged: (count) =>
      `Organisations whose audit log could not be shortened: ${count}. The log says why. The worker tries again.`,
  },
};
