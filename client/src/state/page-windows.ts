import type { OpenedWindow, Windows } from './own-window.svelte.ts';

/** The frame and its window are pages of one origin: nobody else gets or sends these messages. */
export function findWindows(page: Window): Windows {
  const opener = page.opener as Window | null;
  const { origin } = page.location;
  return {
    isFramed: page.parent !== page,
    open() {
      const opened = page.open('about:blank', '_blank');
      return opened === null ? null : wrap(opened, page.location);
    },
    tellOpener(message) {
      opener?.postMessage(message, origin);
    },
    listen(take) {
      page.addEventListener('message', (event: MessageEvent<unknown>) => {
        const { data } = event;
        if (event.origin === origin && typeof data === 'object' && data !== null) take(data);
      });
    },
  };
}

function wrap(opened: Window, { origin, pathname }: Location): OpenedWindow {
  return {
    isClosed: () => opened.closed,
    show(fragment) {
      opened.location.replace(`${origin}${pathname}#${fragment}`);
    },
    tell(message) {
      opened.postMessage(message, origin);
    },
    close() {
      opened.close();
    },
  };
}
