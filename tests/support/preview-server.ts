/** `scenario play` in this process: the laws run here, not in a process of their own. */
import { resolve } from 'node:path';
import { checkThoroughly } from '../../scenarios/checks/check-scenario.ts';
import { startHttpServer } from '../../server/base/http-server.ts';
import { explainFinding, lawNames } from '../../server/cli/words/law-findings.ts';
import { loadVocabularies } from '../../server/content/load-vocabularies.ts';
import { Plays } from '../../server/preview/plays.ts';
import { createPreviewApp } from '../../server/preview/preview-app.ts';
import { SceneFolder } from '../../server/preview/scene-folder.ts';
import { findFreePort } from './ports.ts';

export interface PreviewServer {
  readonly url: string;
  close(): Promise<void>;
}

export async function startPreview(scene: string): Promise<PreviewServer> {
  const folder = SceneFolder.find(scene);
  if (folder === undefined) throw new Error(`no scene in ${scene}`);
  const port = await findFreePort();
  let count = 0;
  const app = await createPreviewApp({
    folder,
    clientDir: resolve(import.meta.dirname, '../../dist/client'),
    previewDir: resolve(import.meta.dirname, '../../dist/preview'),
    plays: new Plays(() => `play-of-the-preview-${String(++count)}`),
    explain: explainFinding,
    lawNames,
    runLaws: ({ name, directory }) => {
      const { vocabularies } = loadVocabularies(directory);
      const { errors, warnings } = checkThoroughly(name, folder.texts(), vocabularies);
      return Promise.resolve([...errors, ...warnings]);
    },
    hosts: [`127.0.0.1:${String(port)}`],
    onfault: (error) => {
      throw error;
    },
  });
  const server = await startHttpServer(app, { port, host: '127.0.0.1' });
  return { url: `http://127.0.0.1:${String(port)}`, close: () => server.close(0) };
}
