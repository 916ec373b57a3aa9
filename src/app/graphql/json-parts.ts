/** About how many characters are written at a stretch: a few milliseconds' work. */
const stretch = 250_000;
/** What every value counts beside its own characters: names, signs, the time that it takes. */
const ofAnyValue = 12;

/** What `JSON.stringify` gives for a value of data, in parts that can be written one after the other. */
export function* jsonParts(value: unknown): Generator<string, void> {
  if (isLeaf(value) || lengthOf(value, stretch) <= stretch) yield JSON.stringify(value);
  else if (Array.isArray(value)) yield* partsOfList(value);
  else yield* partsOfObject(value);
}

function* partsOfList(items: readonly unknown[]): Generator<string, void> {
  let before = '[';
  let together: unknown[] = [];
  let length = 0;
  const written = (): string => {
    const part = before + JSON.stringify(together).slice(1, -1);
    [before, together, length] = [',', [], 0];
    return part;
  };
  for (const item of items) {
    const own = lengthOf(item, stretch);
    if (together.length > 0 && length + own > stretch) yield written();
    if (own > stretch && !isLeaf(item)) {
      yield before;
      yield* jsonParts(item);
      before = ',';
    } else {
      together.push(item);
      length += own;
    }
  }
  if (together.length > 0) yield written();
  yield ']';
}

function* partsOfObject(value: object): Generator<string, void> {
  let before = '{';
  for (const [name, of] of Object.entries(value)) {
    // As JSON.stringify leaves it out.
    if (of === undefined) continue;
    yield `${before}${JSON.stringify(name)}:`;
    yield* jsonParts(of);
    before = ',';
  }
  yield '}';
}

/** Nothing in it can be written by itself: a date, too, which writes itself. */
function isLeaf(value: unknown): value is string | number | boolean | null | undefined {
  return typeof value !== 'object' || value === null || 'toJSON' in value;
}

/** About how many characters a value is written with; no further is looked once they are more than the most. */
function lengthOf(value: unknown, most: number): number {
  if (typeof value === 'string') return value.length + ofAnyValue;
  if (typeof value !== 'object' || value === null) return ofAnyValue;
  let length = ofAnyValue;
  if (Array.isArray(value)) {
    for (const item of value as unknown[]) {
      length += lengthOf(item, most - length);
      if (length > most) break;
    }
    return length;
  }
  // Of Object.values and the like a list would be made for every object: that takes as long as writing it.
  for (const name in value) {
    const part = (value as Record<string, unknown>)[name];
    length +=
      typeof part === 'object' || typeof part === 'string' ? lengthOf(part, most - length) : ofAnyValue;
    if (length > most) break;
  }
  return length;
}
