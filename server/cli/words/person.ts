import type { OperatorLanguage } from '../../base/operator-language.ts';

interface PersonTexts {
  readonly oneWay: string;
  readonly withPlatform: string;
  readonly nobody: string;
  readonly unknown: (id: string) => string;
  readonly exists: (file: string) => string;
  readonly written: (folder: string) => string;
  readonly handOver: string;
}

export const personTexts: Readonly<Record<OperatorLanguage, PersonTexts>> = {
  fr: {
    oneWay: 'Donner --subject, --activity ou --receipt, un seul des trois.',
    withPlatform: '--subject va avec --platform, comme `platform list` le montre.',
    nobody: 'Personne ne correspond.',
    unknown: (id) => `Il n’y a pas de personne ${id}. \`person find\` donne les numéros.`,
    exists: (file) => `${file} existe déjà. Choisir un autre dossier.`,
    written: (folder) => `La copie est dans ${folder}.`,
    handOver:
      'Elle contient ce que la personne a écrit, ses réponses pour la recherche et les remarques du personnel. Relire les remarques, qui peuvent parler d’autres personnes; remettre la copie à la personne seulement, puis l’effacer ici.',
  },
  en: {
    oneWay: 'Give --subject, --activity or --receipt, one of the three.',
    withPlatform: '--subject goes with --platform, as `platform list` shows it.',
    nobody: 'Nobody fits.',
    unknown: (id) => `There is no person ${id}. \`person find\` gives the numbers.`,
    exists: (file) => `${file} already exists. Choose another folder.`,
    written: (folder) => `The copy is in ${folder}.`,
    handOver:
      'It has what the person typed, their answer about research and the notes of staff. Read the notes, which may speak of others; hand the copy to the person only, then delete it here.',
  },
};
