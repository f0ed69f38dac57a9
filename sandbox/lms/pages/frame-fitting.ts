/** Fits the frame to the tool's height, as Canvas and Sakai do; Moodle and others do not. */
import type { ProfileName } from '../profiles.ts';

export type FrameFitting = 'object' | 'text';

const spellings: Partial<Record<ProfileName, FrameFitting>> = { canvas: 'object', sakai: 'text' };

/** Undefined if the LMS ignores `lti.frameResize`. */
export function findFrameFitting(profile: ProfileName): FrameFitting | undefined {
  return spellings[profile];
}

/** Accepts messages of the tool's frame only; `data-fits` counts them. */
export const FRAME_SCRIPT = `(() => {
  const frame = document.getElementById('contentframe');
  const { fitting, tool } = frame.dataset;
  const read = (data) => {
    if (fitting === 'object') return data;
    try { return typeof data === 'string' ? JSON.parse(data) : undefined; } catch { return undefined; }
  };
  addEventListener('message', ({ data, origin, source }) => {
    if (source !== frame.contentWindow || origin !== tool) return;
    const message = read(data);
    if (message?.subject !== 'lti.frameResize' || !Number.isFinite(message.height)) return;
    document.body.classList.add('fitted');
    frame.style.height = Math.min(Math.max(message.height, 100), 30000) + 'px';
    frame.dataset.fits = String(Number(frame.dataset.fits ?? 0) + 1);
  });
})();
`;
