/** What the page beside the game asks. */
import { Router } from 'express';
import type { Problem } from '../../scenarios/kit/yaml-source.ts';
import { AppError } from '../base/errors.ts';
import {
  BeginRequest,
  type BegunAnswer,
  type LawsAnswer,
  type PreviewAnswer,
  type PreviewFinding,
  type ProofAnswer,
  SaveRequest,
} from '../contract/preview.ts';
import { readJson } from '../http/bodies.ts';
import { parseBody } from '../http/parse.ts';
import { tabulateLaws, type LawNames } from './laws-table.ts';
import { tellPlayed } from './observe.ts';
import type { Plays } from './plays.ts';
import { savePlay } from './save-play.ts';
import type { Scene, SceneFolder } from './scene-folder.ts';

export interface PreviewDeps {
  readonly folder: SceneFolder;
  readonly plays: Plays;
  readonly explain: (problem: Problem, language: 'fr' | 'en') => string;
  readonly lawNames: LawNames;
  /** Explores the scene: up to a minute. */
  readonly runLaws: (folder: SceneFolder) => Promise<readonly Problem[]>;
  readonly onfault: (error: unknown) => void;
}

export function createPreviewRouter({
  folder,
  plays,
  explain,
  lawNames,
  runLaws,
  onfault,
}: PreviewDeps): Router {
  const router = Router();
  router.use(readJson(10 * 1024));
  const tell = (problem: Problem): PreviewFinding => {
    const { severity, file, line } = problem;
    return { severity, file, line, says: { fr: explain(problem, 'fr'), en: explain(problem, 'en') } };
  };
  router.get('/', (_request, response) => {
    const { stamp, isSound, problems, scene } = folder.read();
    const answer: PreviewAnswer = {
      stamp,
      isSound,
      folder: folder.name,
      title: titleOf(scene),
      variants: scene?.files.world.data.variants.map(({ id }) => id) ?? [],
      findings: problems.map(tell),
    };
    response.json(answer);
  });
  router.post('/plays', (request, response) => {
    const { variant, language, after } = parseBody(BeginRequest, request.body);
    const { id } = plays.begin({ scene: sceneOf(folder), variant, language, after });
    const answer: BegunAnswer = { play: id, code: id };
    response.json(answer);
  });
  router.get('/plays/:play', ({ params }, response) => {
    response.json(tellPlayed(plays.get(params.play)));
  });
  router.post('/plays/:play/save', ({ params, body }, response) => {
    response.json(savePlay(folder, plays.get(params.play), parseBody(SaveRequest, body)));
  });
  let laws: LawsAnswer = { isRunning: false, isJudged: false, laws: [] };
  router.get('/laws', (_request, response) => {
    response.json(laws);
  });
  router.post('/laws', (_request, response) => {
    const texts = folder.texts();
    const isJudged = texts['routes.yaml'] !== undefined && texts['tactics.yaml'] !== undefined;
    if (isJudged && !laws.isRunning) {
      const done = (found: LawsAnswer['laws']): void => {
        laws = { isRunning: false, isJudged, laws: found };
      };
      runLaws(folder).then(
        (problems) => {
          done(tabulateLaws(problems, lawNames, tell));
        },
        (error: unknown) => {
          done([]);
          onfault(error);
        },
      );
    }
    laws = { isRunning: isJudged, isJudged, laws: [] };
    response.json(laws);
  });
  router.get('/proof', (_request, response) => {
    response.json(proofOf(folder.name, sceneOf(folder)));
  });
  return router;
}

function sceneOf(folder: SceneFolder): Scene {
  const { scene } = folder.read();
  if (scene === null) throw new AppError('scene.unknown');
  return scene;
}

function titleOf(scene: Scene | null): PreviewAnswer['title'] {
  if (scene === null) return { fr: '', en: '' };
  const { world, worldTexts } = scene.files;
  const key = world.data.title;
  return { fr: worldTexts.fr.data.texts[key] ?? key, en: worldTexts.en.data.texts[key] ?? key };
}

function proofOf(name: string, scene: Scene): ProofAnswer {
  const { worldTexts, evidenceTexts } = scene.files;
  const part = (file: 'world' | 'evidence', { fr, en }: typeof worldTexts | typeof evidenceTexts) => ({
    file,
    texts: Object.entries(fr.data.texts).map(([key, text]) => {
      return { key, fr: text, en: en.data.texts[key] ?? '' };
    }),
  });
  return {
    folder: name,
    title: titleOf(scene),
    parts: [part('world', worldTexts), part('evidence', evidenceTexts)],
  };
}
