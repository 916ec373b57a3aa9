interface Named {
  readonly sortName: string;
  readonly key: string;
}

/** Orders by name as the database does; the key keeps namesakes apart. */
export function byName(left: Named, right: Named): number {
  return compareTexts(left.sortName, right.sortName) || compareTexts(left.key, right.key);
}

/** Below 0 where the one text comes before the other, as the database orders them. */
export function compareTexts(one: string, other: string): number {
  return one === other ? 0 : comesBefore(one, other) ? -1 : 1;
}

/** Whether a text comes before another by its characters; `<` goes by half characters, where letters added late stand wrong. */
function comesBefore(left: string, right: string): boolean {
  const length = Math.min(left.length, right.length);
  let at = 0;
  while (at < length && left.charCodeAt(at) === right.charCodeAt(at)) at++;
  if (at === length) return left.length < right.length;
  const one = left.charCodeAt(at);
  const other = right.charCodeAt(at);
  return isHalf(one) === isHalf(other) ? one < other : isHalf(other);
}

/** Half of a character beyond the first 65,536. */
function isHalf(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}
