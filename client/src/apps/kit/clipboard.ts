/** The device's own clipboard, where the page may use it: an addition to what the simulated apps remember themselves. */
export async function copyToDevice(text: string): Promise<void> {
  try {
    if ('clipboard' in navigator) await navigator.clipboard.writeText(text);
  } catch {
    // A frame may be denied the clipboard: « Coller » of the app works all the same.
  }
}
