interface ClipboardDocument {
  /** Deprecated, but without a successor in frames that may not use the Clipboard API. */
  readonly execCommand?: (command: 'copy') => boolean;
  /** Chromium only. */
  readonly featurePolicy?: { allowsFeature: (feature: string) => boolean };
}

/**
 * Copies to the device's clipboard and returns whether that worked. Call it during a press. Simulated apps
 * remember copies anyway.
 */
export async function copyToDevice(text: string): Promise<boolean> {
  return copySelection(text) || (await copyByApi(text));
}

/** Works in frames without `allow="clipboard-write"`, as LMSs make them. */
function copySelection(text: string): boolean {
  const selection = document.getSelection();
  const page: ClipboardDocument = document;
  if (selection === null || page.execCommand === undefined) return false;
  const source = document.createElement('span');
  source.className = 'visually-hidden';
  source.textContent = text;
  let isCopied = false;
  const fill = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    isCopied = event.clipboardData !== null;
  };
  document.body.append(source);
  // A range, not a text area: focus stays on the pressed button.
  selection.selectAllChildren(source);
  document.addEventListener('copy', fill, { capture: true, once: true });
  try {
    return page.execCommand('copy') && isCopied;
  } catch {
    return false;
  } finally {
    document.removeEventListener('copy', fill, { capture: true });
    selection.removeAllRanges();
    source.remove();
  }
}

/** Asks the policy first: Chromium logs an error for each refused call. */
async function copyByApi(text: string): Promise<boolean> {
  const { featurePolicy }: ClipboardDocument = document;
  if (featurePolicy?.allowsFeature('clipboard-write') === false || !('clipboard' in navigator)) return false;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
