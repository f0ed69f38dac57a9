/** The nine scenes that bank 1 has items of and nobody wrote, as the published figures of precision take them. */
import type { SceneFacts } from '../../scenarios/measurement/choose-scene.ts';
import { accessForAll } from '../../scenarios/psychometrics/planned-scenes.ts';

function planned(scenario: string, minutes: number, also: Partial<SceneFacts> = {}): SceneFacts {
  return { scenario, minutes, heavyReading: false, mobile: false, access: accessForAll, ...also };
}

export const catalogueScenes: readonly SceneFacts[] = [
  planned('s08-video-meeting', 4),
  planned('s09-team-chat', 4),
  planned('s10-printer', 5),
  planned('s11-notice', 6),
  planned('s12-privacy', 4),
  planned('s13-ai-assistant', 5, { heavyReading: true }),
  planned('s14-phone-app', 4, { mobile: true }),
  planned('s15-shared-document', 4),
  planned('s16-calendar', 3),
];
