/** Whether two neighbouring letters changed places, and nothing else: « faxu », « pnis ». */
export function areSwapped(known: string, written: string): boolean {
  if (known.length !== written.length || known === written) return false;
  for (let at = 0; at < known.length - 1; at += 1) {
    const swapped = known.slice(0, at) + known.charAt(at + 1) + known.charAt(at) + known.slice(at + 2);
    if (swapped === written) return true;
  }
  return false;
}
