import { describe } from 'vitest';
import { SceneByInputs, usualManners, zoomedManner } from '../../support/scene-by-inputs.ts';
import { punchPath } from '../../support/scene-paths/punch-path.ts';

const scene = SceneByInputs.setUp({ path: punchPath, picture: 's14', firstScreen: 'home' });

describe('the scene of the punch app', () => {
  scene.itIsPlayed([...usualManners, zoomedManner]);
});
