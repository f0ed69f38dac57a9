/** What a scene gives its bar of tools, and what the bar reports. */
import type { PageTools } from '../../page/page-tools.ts';
import type { ScenePlay } from '../../state/scene-play.svelte.ts';
import type { ReadAloud } from '../../ui/read-aloud.svelte.ts';

export interface ToolbarProps {
  play: ScenePlay;
  reader: ReadAloud;
  readOnly: boolean;
  isHelpOpen: boolean;
  /**
   * `bar`: in a low frame, with the page's tools. `folded`: large text on a phone, where one menu holds all
   * but « J’ai fini » and « Coup de main », the page's tools too.
   */
  place: 'foot' | 'bar' | 'folded';
  page: PageTools;
  onlisten: () => void;
  onhelp: () => void;
  onundo: () => void;
  onpause: () => void;
  onskip: () => void;
  ondone: () => void;
  onassist?: (() => void) | undefined;
  isAssistNoted: boolean;
}
