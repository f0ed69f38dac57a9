import { describe } from 'vitest';
import { SceneByInputs } from '../../support/scene-by-inputs.ts';
import { meetingPath } from '../../support/scene-paths/meeting-path.ts';

const scene = SceneByInputs.setUp({ path: meetingPath, picture: 's08', firstScreen: 'text' });

describe('the scene of the video meeting', () => {
  scene.itIsPlayed();
});
