/** Copies if the page may use the device's clipboard. Simulated apps remember copies anyway. */
export async function copyToDevice(text: string): Promise<void> {
  try {
    if ('clipboard' in navigator) await navigator.clipboard.writeText(text);
  } catch {
    // A frame may be denied the clipboard.
  }
}
