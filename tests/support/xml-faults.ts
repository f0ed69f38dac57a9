const piece = /<\?xml[^>]*\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|[^<]+/gu;

/** Why a word processor would refuse a file: XML that is not well-formed, or characters that XML forbids. */
export function listXmlFaults(xml: string): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  let at = 0;
  for (const match of xml.matchAll(piece)) {
    if (match.index !== at) faults.push(`unreadable at ${at}: ${xml.slice(at, at + 40)}`);
    at = match.index + match[0].length;
    const [, closes, name, , isEmpty] = match;
    if (name === undefined) continue;
    if (closes === '/') {
      if (open.pop() !== name) faults.push(`</${name}> closes nothing`);
    } else if (isEmpty !== '/') open.push(name);
  }
  if (at !== xml.length) faults.push(`unreadable at ${at}`);
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(xml)) faults.push('a bare &');
  // eslint-disable-next-line no-control-regex -- these are the characters that XML forbids
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml)) faults.push('a control character');
  return [...faults, ...open.map((name) => `<${name}> stays open`)];
}
