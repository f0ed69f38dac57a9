/**
 * Tells the LMS how high the page is, where it fits its frame to that (`lti.frameResize`): as an object, and as JSON
 * text for Sakai. The message holds the height and nothing else, so it may go to whoever holds the frame. While it
 * runs the root carries `data-frame="fitted"`: styles then take nothing from the window's height, which would follow
 * the page, which would follow the window.
 */

/** What is needed of a window; a test gives its own. */
export interface FrameView {
  readonly document: Document;
  /** The window around this one; itself where there is none. */
  readonly parent: { postMessage(message: unknown, targetOrigin: string): void };
  readonly ResizeObserver: new (callback: () => void) => Pick<ResizeObserver, 'observe' | 'disconnect'>;
}

/** Reports the height now and whenever it changes; answers how to stop. Does nothing outside a frame. */
export function followHeight(view: FrameView): () => void {
  if (Object.is(view.parent, view)) return () => undefined;
  const { document, parent } = view;
  let told = 0;
  const tell = (): void => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told || height === 0) return;
    told = height;
    const message = { subject: 'lti.frameResize', height };
    parent.postMessage(message, '*');
    parent.postMessage(JSON.stringify(message), '*');
  };
  document.documentElement.dataset.frame = 'fitted';
  const observer = new view.ResizeObserver(tell);
  observer.observe(document.body);
  tell();
  return () => {
    observer.disconnect();
    delete document.documentElement.dataset.frame;
  };
}
