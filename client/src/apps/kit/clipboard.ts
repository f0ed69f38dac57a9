/** Copies to the device's clipboard, if the page may use it: the simulated apps remember what was copied anyway. */
export async function copyToDevice(text: string): Promise<void> {
  try {
    if ('clipboard' in navigator) await navigator.clipboard.writeText(text);
  } catch {
    // A frame may be denied the clipboard: « Coller » of the app still works.
  }
}
