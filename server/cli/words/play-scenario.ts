import type { OperatorLanguage } from '../../base/operator-language.ts';

interface PlayScenarioWords {
  readonly noScene: (path: string) => string;
  readonly portTaken: (port: number) => string;
  readonly ready: (address: string, folder: string) => string;
}

export const playScenarioWords: Readonly<Record<OperatorLanguage, PlayScenarioWords>> = {
  fr: {
    noScene: (path) =>
      `Il n’y a pas de scène dans ${path}. Nommez un dossier comme mes-scenarios/x10-stationnement; \`scenario new\` en commence un.`,
    portTaken: (port) =>
      `Le port ${port} est déjà pris. Choisissez-en un autre, comme dans \`--port ${port + 1}\`.`,
    ready: (address, folder) =>
      [`Ouvrez ${address}`, `La page suit ce que vous écrivez dans ${folder}. Ctrl+C arrête l’aperçu.`].join(
        '\n',
      ),
  },
  en: {
    noScene: (path) =>
      `There is no scene in ${path}. Name a folder such as my-scenarios/x10-parking; \`scenario new\` begins one.`,
    portTaken: (port) => `Port ${port} is taken. Choose another one, as in \`--port ${port + 1}\`.`,
    ready: (address, folder) =>
      [`Open ${address}`, `The page follows what you write in ${folder}. Ctrl+C stops the preview.`].join(
        '\n',
      ),
  },
};
