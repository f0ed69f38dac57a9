/** How the framed pages fit the frame to the tool's page, as Canvas and Sakai do; Moodle and the others do not. */
import type { ProfileName } from '../profiles.ts';

/** How a message is spelt that this LMS understands. */
export type FrameFitting = 'object' | 'text';

const spellings: Partial<Record<ProfileName, FrameFitting>> = { canvas: 'object', sakai: 'text' };

/** Undefined where the LMS ignores `lti.frameResize`. */
export function findFrameFitting(profile: ProfileName): FrameFitting | undefined {
  return spellings[profile];
}

/** Listens to the tool in the frame alone; `data-fits` counts what it followed. */
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
