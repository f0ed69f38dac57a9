import { describe } from 'vitest';
import { SceneByInputs } from '../../support/scene-by-inputs.ts';
import { privacyPath } from '../../support/scene-paths/privacy-path.ts';

const scene = SceneByInputs.setUp({
  path: privacyPath,
  picture: 's12',
  firstScreen: 'home',
  activitiesFrom: 1200,
});

describe('the scene about privacy', () => {
  scene.itIsPlayed();
});
