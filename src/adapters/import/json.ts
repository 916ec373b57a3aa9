/** From so many digits on a whole number may be more than JavaScript keeps exactly. */
const manyDigits = /\d{16}/u;
const numberHere = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/uy;

/** What a JSON text says; whole numbers too large to be kept exactly become texts: most are ids. Throws SyntaxError. */
export function parsedKeepingDigits(text: string): unknown {
  return JSON.parse(manyDigits.test(text) ? withLongNumbersQuoted(text) : text);
}

function withLongNumbersQuoted(text: string): string {
  const parts: string[] = [];
  for (let at = 0; at < text.length;) {
    const start = at;
    if (text[at] === '"') at = endOfText(text, at);
    else {
      numberHere.lastIndex = at;
      at += numberHere.exec(text)?.[0].length ?? 1;
    }
    const part = text.slice(start, at);
    parts.push(/^-?\d{16,}$/u.test(part) && !Number.isSafeInteger(Number(part)) ? `"${part}"` : part);
  }
  return parts.join('');
}

/** The place after the quote that closes a text. */
function endOfText(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let escapes = 0;
    while (text[at - 1 - escapes] === '\\') escapes++;
    if (escapes % 2 === 0) return at + 1;
  }
  return text.length;
}
