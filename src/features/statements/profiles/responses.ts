import type { ActivityDefinition, Choice } from '../statement';

/**
 * Whether a response is among the correct ones, by the interaction types of the Experience API (1.0.3, Data, Appendix C).
 * Undefined where that cannot be told: no correct responses are given, or the response is not written as its type asks.
 */
export function isCorrect(
  response: string | undefined,
  definition: ActivityDefinition | undefined,
): boolean | undefined {
  const patterns = definition?.correctResponsesPattern ?? [];
  if (response === undefined || definition === undefined || patterns.length === 0) return undefined;
  const matches = matcherOf(definition)?.(response);
  return matches && patterns.some((pattern) => matches(pattern));
}

/** What tells, of a response, whether it is as a pattern asks; undefined where it is not written as its type asks. */
type Matcher = (response: string) => ((pattern: string) => boolean) | undefined;

function matcherOf(definition: ActivityDefinition): Matcher | undefined {
  const { choices, scale, steps, source, target } = definition;
  switch (definition.interactionType) {
    case 'choice':
      return ofNamed(choices, sameSet);
    case 'sequencing':
      return ofNamed(choices, sameList);
    case 'likert':
      return ofNamed(scale, sameList);
    case 'true-false':
      return (response) => (isTruth(response) ? (pattern) => sameText(pattern, response) : undefined);
    case 'fill-in':
    case 'long-fill-in':
      return (response) => (pattern) => textsMatch(pattern, response);
    case 'numeric':
      return (response) =>
        numberOf(response) === undefined ? undefined : (pattern) => numberMatches(pattern, response);
    case 'matching':
      return (response) =>
        pairsOf(response).every(([left, right]) => isNamed(source, left) && isNamed(target, right))
          ? (pattern) => sameSet(listOf(pattern), listOf(response))
          : undefined;
    case 'performance':
      return (response) =>
        pairsOf(response).every(([step]) => isNamed(steps, step))
          ? (pattern) => performanceMatches(pattern, response)
          : undefined;
    case 'other':
      return (response) => (pattern) => pattern === response;
    default:
      return undefined;
  }
}

/** Responses that name components of the interaction: one that names none of them is no response of that type. */
function ofNamed(
  components: readonly Choice[] | undefined,
  same: (one: readonly string[], other: readonly string[]) => boolean,
): Matcher {
  return (response) =>
    listOf(response).every((part) => isNamed(components, part))
      ? (pattern) => same(listOf(pattern), listOf(response))
      : undefined;
}

function isNamed(components: readonly Choice[] | undefined, id: string): boolean {
  return components === undefined || components.some((component) => component.id === id);
}

function listOf(text: string): string[] {
  return text === '' ? [] : text.split('[,]');
}

function pairsOf(text: string): [string, string][] {
  return listOf(text).map((pair) => {
    const [left = '', ...right] = pair.split('[.]');
    return [left, right.join('[.]')];
  });
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((part, index) => part === other[index]);
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return sameList([...one].sort(), [...other].sort());
}

function isTruth(text: string): boolean {
  return ['true', 'false'].includes(text.toLowerCase());
}

function sameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** A pattern's parameters, which stand before it like {case_matters=true}, and the pattern without them. */
function parametersOf(pattern: string): {
  readonly rest: string;
  readonly of: (name: string) => string | undefined;
} {
  const found = new Map<string, string>();
  let rest = pattern;
  for (;;) {
    const [whole = '', name, value] = /^\{(case_matters|order_matters|lang)=([^}]*)\}/.exec(rest) ?? [];
    if (name === undefined || value === undefined) return { rest, of: (wanted) => found.get(wanted) };
    found.set(name, value);
    rest = rest.slice(whole.length);
  }
}

function textsMatch(pattern: string, response: string): boolean {
  const { rest, of } = parametersOf(pattern);
  const fold = (text: string) => (of('case_matters') === 'true' ? text : text.toLowerCase());
  // Each part may say its language.
  const parts = (text: string) => listOf(text).map((part) => fold(parametersOf(part).rest).trim());
  const same = of('order_matters') === 'false' ? sameSet : sameList;
  return same(parts(rest), parts(parametersOf(response).rest));
}

function numberOf(text: string): number | undefined {
  const value = Number(text);
  return text.trim() === '' || !Number.isFinite(value) ? undefined : value;
}

/** A number, or a range whose bounds may be left out. */
function numberMatches(pattern: string, response: string): boolean {
  const value = numberOf(response);
  if (value === undefined) return false;
  const [low = '', high] = pattern.split('[:]');
  if (high === undefined) return numberOf(low) === value;
  return (numberOf(low) ?? -Infinity) <= value && value <= (numberOf(high) ?? Infinity);
}

function performanceMatches(pattern: string, response: string): boolean {
  const { rest, of } = parametersOf(pattern);
  const wanted = pairsOf(rest);
  const given = pairsOf(response);
  if (wanted.length !== given.length) return false;
  const matches = ([step, value]: [string, string], other: [string, string] | undefined): boolean =>
    other?.[0] === step && (value === other[1] || numberMatches(value, other[1]));
  if (of('order_matters') !== 'false') return wanted.every((pair, index) => matches(pair, given[index]));
  return wanted.every((pair) => given.some((other) => matches(pair, other)));
}
