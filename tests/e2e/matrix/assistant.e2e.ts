import { describe } from 'vitest';
import { SceneByInputs } from '../../support/scene-by-inputs.ts';
import { assistantPath } from '../../support/scene-paths/assistant-path.ts';

const scene = SceneByInputs.setUp({ path: assistantPath, picture: 's13', firstScreen: 'ask' });

describe('the scene of the assistant', () => {
  scene.itIsPlayed();
});
