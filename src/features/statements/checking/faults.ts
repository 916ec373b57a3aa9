/** What is wrong with a statement, at one place of it. */
export interface Fault {
  /** Where, as a JSON pointer (RFC 6901) from the statement's root; empty for the statement as a whole. */
  readonly pointer: string;
  /** One sentence: what is wrong and what is expected. */
  readonly message: string;
}

/** Notes what is wrong with a value that stands at a pointer. */
export type Check = (value: unknown, at: string, found: Fault[]) => void;

/** What a check finds wrong with a value by itself. */
export function faultsBy(check: Check, value: unknown): Fault[] {
  const found: Fault[] = [];
  check(value, '', found);
  return found;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The pointer of a property or an item. */
export function pointerTo(at: string, name: string | number): string {
  return `${at}/${String(name).replace(/~/gu, '~0').replace(/\//gu, '~1')}`;
}

/** A value that is there and should be something else. */
export function expected(what: string, value: unknown, at: string, found: Fault[]): void {
  const given = value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeOf(value)}`;
  found.push({ pointer: at, message: `must be ${what}, and is ${given}` });
}

function typeOf(value: unknown): string {
  return typeof value === 'string' ? 'text that is not' : typeof value;
}

/** A text for which a rule holds. */
export function textThat(what: string, holds: (text: string) => boolean): Check {
  return (value, at, found) => {
    if (typeof value === 'string' && holds(value)) return;
    if (typeof value === 'string')
      found.push({ pointer: at, message: `must be ${what}; "${shortened(value)}" is not` });
    else expected(what, value, at, found);
  };
}

const longestShown = 80;

function shortened(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}

export const anyText: Check = (value, at, found) => {
  if (typeof value !== 'string') expected('a text', value, at, found);
};

export const flag: Check = (value, at, found) => {
  if (typeof value !== 'boolean') expected('true or false', value, at, found);
};

/** Exactly one of the words, capitals included. */
export function oneOf(...words: readonly string[]): Check {
  return textThat(words.length === 1 ? `"${words.join()}"` : `one of ${words.join(', ')}`, (text) =>
    words.includes(text),
  );
}

/** A list of things that each pass. */
export function listOf(item: Check, what: string): Check {
  return (value, at, found) => {
    if (!Array.isArray(value)) {
      expected(`a list of ${what}`, value, at, found);
      return;
    }
    value.forEach((one, index) => item(one, pointerTo(at, index), found));
  };
}

interface Shape {
  /** Said in sentences: "an Agent". */
  readonly what: string;
  readonly properties: Readonly<Record<string, Check>>;
  readonly required?: readonly string[];
  /** What properties must be to each other. */
  readonly also?: (value: JsonObject, at: string, found: Fault[]) => void;
}

/** An object with these properties and no others. */
export function objectOf({ what, properties, required = [], also }: Shape): Check {
  const known = new Map(Object.entries(properties));
  return (value, at, found) => {
    if (!isObject(value)) {
      expected(what, value, at, found);
      return;
    }
    for (const name of required)
      if (value[name] === undefined)
        found.push({ pointer: at, message: `must have "${name}" to be ${what}` });
    for (const name in value) {
      const check = known.get(name);
      if (check) check(value[name], pointerTo(at, name), found);
      else found.push({ pointer: pointerTo(at, name), message: unknownProperty(name, what, known) });
    }
    also?.(value, at, found);
  };
}

function unknownProperty(name: string, what: string, known: ReadonlyMap<string, Check>): string {
  const meant = [...known.keys()].find((one) => one.toLowerCase() === name.toLowerCase());
  return meant === undefined
    ? `is no property of ${what}: leave it out, or move it into extensions`
    : `is no property of ${what}: capitals count, and it is written "${meant}"`;
}
