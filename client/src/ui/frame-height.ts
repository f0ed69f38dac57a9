/**
 * Reports the page’s height to the LMS by `lti.frameResize`, as an object, and as JSON text for Sakai. Any
 * parent may get it. `data-frame="fitted"` on the root makes styles ignore the window’s height, to avoid a
 * loop.
 */

/** Injected, so that tests can use their own. */
export interface FrameView {
  readonly document: Document;
  readonly parent: { postMessage(message: unknown, targetOrigin: string): void };
  readonly ResizeObserver: new (callback: () => void) => Pick<ResizeObserver, 'observe' | 'disconnect'>;
}

/** Returns a function that stops it. Does nothing outside a frame. */
export function followHeight(view: FrameView): () => void {
  if (Object.is(view.parent, view)) return () => undefined;
  const { document, parent } = view;
  let reportedHeight = 0;
  const report = (): void => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === reportedHeight || height === 0) return;
    reportedHeight = height;
    const message = { subject: 'lti.frameResize', height };
    parent.postMessage(message, '*');
    parent.postMessage(JSON.stringify(message), '*');
  };
  document.documentElement.dataset.frame = 'fitted';
  const observer = new view.ResizeObserver(report);
  observer.observe(document.body);
  report();
  return () => {
    observer.disconnect();
    delete document.documentElement.dataset.frame;
  };
}
