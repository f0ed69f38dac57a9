/** Serves one scene to its author, on this machine only. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Command } from 'commander';
import { startHttpServer } from '../base/http-server.ts';
import type { OperatorLanguage } from '../base/operator-language.ts';
import { projectRoot } from '../base/project-root.ts';
import { Plays } from '../preview/plays.ts';
import { createPreviewApp } from '../preview/preview-app.ts';
import { runLaws } from '../preview/run-laws.ts';
import { SceneFolder } from '../preview/scene-folder.ts';
import { languageOption } from './language.ts';
import { OperatorError } from './operator-error.ts';
import { port } from './option-values.ts';
import { untilSignal } from './until-signal.ts';
import { explainFinding, lawNames } from './words/law-findings.ts';
import { playScenarioWords } from './words/play-scenario.ts';

const host = '127.0.0.1';
const stopGraceMs = 1_000;

export function addScenarioPlayCommand(scenario: Command): void {
  scenario
    .command('play')
    .description('play a scene in a browser while you write it, without an LMS')
    .argument('<folder>', 'folder of a scene, such as my-scenarios/x10-parking')
    .option('--port <port>', 'port on this machine', port, 3010)
    .addOption(languageOption())
    .action(async (path: string, { port: at, language }: { port: number; language: OperatorLanguage }) => {
      const words = playScenarioWords[language];
      const folder = SceneFolder.find(path);
      if (folder === undefined) throw new OperatorError(words.noScene(path));
      const app = await createPreviewApp({
        folder,
        plays: new Plays(() => randomBytes(24).toString('base64url')),
        explain: explainFinding,
        lawNames,
        runLaws,
        clientDir: join(projectRoot, 'dist', 'client'),
        previewDir: join(projectRoot, 'dist', 'preview'),
        hosts: [`${host}:${at}`, `localhost:${at}`],
        onfault: (error) => {
          process.stderr.write(
            `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
          );
        },
      });
      const server = await startHttpServer(app, { port: at, host }).catch((error: unknown) => {
        const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
        throw isTaken ? new OperatorError(words.portTaken(at)) : error;
      });
      process.stdout.write(
        `${words.ready(`http://${host}:${server.port}/?lang=${language}`, folder.path)}\n`,
      );
      await untilSignal();
      await server.close(stopGraceMs);
    });
}
