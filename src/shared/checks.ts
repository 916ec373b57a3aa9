import { z } from 'zod';
import {
  externalKey,
  isExternalName,
  isOfWholeCharacters,
  isPlainName,
  keyOfGlobalId,
  tidyKey,
  type NodeType,
} from './ids';
import { momentOf } from './moments';
import { timeZoneNamed } from './time-zones';

/** Building blocks for the checks of batch items. Messages say what is expected: people read them by the field's name. */

/** What a check says of several fields at once: they are named beside the sentence. */
export function ofFields(...fields: readonly string[]): {
  readonly params: { readonly fields: readonly string[] };
} {
  return { params: { fields } };
}

const halved =
  'must not contain half a character (a lone surrogate): send whole characters, encoded as UTF-8';

/** A text that may be empty. */
export const anyText = z.string({ error: 'must be a text' }).refine(isOfWholeCharacters, { error: halved });

export function text(longest: number) {
  return anyText
    .refine((value) => value.trim().length > 0, { error: 'must not be empty' })
    .refine((value) => value.length <= longest, {
      error: `must not be longer than ${String(longest)} characters`,
    });
}

const anyName = z
  .string({ error: 'must be a text of 1 to 200 characters' })
  .overwrite(tidyKey)
  .refine(isExternalName, { error: 'must be a text of 1 to 200 characters without control characters' })
  .refine(isOfWholeCharacters, { error: halved });

/** A source, or an id that a source gives. */
export const externalName = quickly((value) => (isPlainName(value) ? value : undefined), anyName);

/**
 * The same check, which lets pass at once what a quick look can tell to be right as it is: millions of items give nothing
 * else, and zod takes several times as long.
 */
function quickly<Right>(rightAsItIs: (value: unknown) => Right | undefined, check: z.ZodType<Right>) {
  return z.unknown().transform((value, context) => {
    const right = rightAsItIs(value);
    if (right !== undefined) return right;
    const { data, error } = check.safeParse(value);
    if (error === undefined) return data;
    for (const { path, message } of error.issues) context.addIssue({ code: 'custom', path, message });
    return z.NEVER;
  });
}

const identity = z.object({ source: externalName, id: externalName });

/**
 * The check of an item with an external identity and its own fields: source and id become the stored key `outside`. Zod's
 * intersection would merge the two key by key.
 */
export function identified<Fields extends object>(kind: string, fields: z.ZodType<Fields>) {
  return z.unknown().transform((item, context) => {
    const own = fields.safeParse(item);
    const named = identity.safeParse(item);
    if (own.success && named.success)
      return Object.assign(own.data, { outside: externalKey(kind, named.data.source, named.data.id) });
    for (const { error } of [own, named])
      for (const issue of error?.issues ?? []) context.addIssue({ ...issue });
    return z.NEVER;
  });
}

/** A reference to a node: source and id, or globalId. */
export function reference(type: NodeType) {
  const problem = `must be {source, id}, or {globalId} as the API gave it for a ${type}`;
  const given = z.object(
    {
      source: externalName.nullish(),
      id: externalName.nullish(),
      globalId: z.string({ error: 'must be a text' }).nullish(),
    },
    { error: problem },
  );
  const referred = given.transform(({ source, id, globalId }, context) => {
    if (globalId != null && source == null && id == null) {
      const key = keyOfGlobalId(type, globalId);
      if (key !== undefined) return key;
    } else if (source != null && id != null && globalId == null) {
      return externalKey(type, source, id);
    }
    context.addIssue({ code: 'custom', message: problem });
    return z.NEVER;
  });
  return quickly((value) => {
    const { source, id, globalId } = Object(value) as Readonly<Record<string, unknown>>;
    const isPlain = globalId == null && isPlainName(source) && isPlainName(id);
    return isPlain ? externalKey(type, source, id) : undefined;
  }, referred);
}

/** A moment, as epoch milliseconds, from a text with its offset. */
export const instant = z.unknown().transform((value, context) => {
  const time = typeof value === 'string' ? momentOf(value) : undefined;
  if (time !== undefined) return time;
  context.addIssue({
    code: 'custom',
    message:
      'must be a date and time with its offset, like 2026-01-31T09:00:00Z, within the years 1 to 9999 in UTC',
  });
  return z.NEVER;
});

/** A number within bounds, both included. */
export function numberIn(low: number, high: number) {
  const error = `must be a number from ${String(low)} to ${String(high)}`;
  return z.number({ error }).min(low, { error }).max(high, { error });
}

/** A whole number within bounds, both included. */
export function wholeNumberIn(low: number, high: number) {
  const error = `must be a whole number from ${String(low)} to ${String(high)}`;
  return z.number({ error }).int({ error }).min(low, { error }).max(high, { error });
}

/** What a noun to save is named by: source and id, or the global id of one that is there. */
function named(kind: NodeType) {
  const bySource = identified(kind, z.object({}));
  const byGlobalId = reference(kind).transform((key) => ({ outside: key }));
  return z.unknown().transform((item, context) => {
    const { globalId = null } = Object(item) as { globalId?: unknown };
    const { data, error } = (globalId === null ? bySource : byGlobalId).safeParse(item);
    if (data) return data;
    for (const { path, message } of error.issues) context.addIssue({ code: 'custom', path, message });
    return z.NEVER;
  });
}

/** The check of a noun to save: what names it, its own fields, and when it was last seen unchanged. */
export function noun<Shape extends z.ZodRawShape>(kind: NodeType, shape: Shape) {
  const unchanged = z
    .object({ ifUnchangedSince: instant.nullish() })
    .transform(({ ifUnchangedSince }) => ({ unchangedSince: ifUnchangedSince ?? null }));
  return z.intersection(z.intersection(z.object(shape), named(kind)), unchanged);
}

/** A yes or no. */
export const flag = z.boolean({ error: 'must be true or false' });

const numberAbove0 = (problem: string) => z.number({ error: problem }).gt(0, { error: problem });
const shareProblem = 'must be a number above 0, at most 1';

/** A share of working time. */
export const shareOfTime = numberAbove0(shareProblem).max(1, { error: shareProblem });

const levelProblem = 'must be a number above 0 and below 1';

/** A level that can be required. */
export const requiredLevel = numberAbove0(levelProblem).lt(1, { error: levelProblem });

/** For items that state a level as a number or by the name of a band: the arguments of their refinement. */
export const levelOrBand = [
  ({ level, band }: { readonly level?: unknown; readonly band?: unknown }): boolean =>
    (level == null) !== (band == null),
  { error: 'give either level or band', ...ofFields('level', 'band') },
] as const;

const importanceProblem = 'must be a number above 0, at most 1000';

/** A weight among requirements. */
export const importanceOf = numberAbove0(importanceProblem).max(1_000, { error: importanceProblem });

/** An absolute URI. */
export const absoluteUri = text(2_000).refine((value) => URL.canParse(value), {
  error: 'must be an absolute URI, like http://data.europa.eu/esco/skill/1',
});

/** An address that a browser may show or open. */
export const webAddress = text(2_000).refine((value) => URL.canParse(value) && /^https?:/i.test(value), {
  error: 'must be an address that begins with https:// or http://',
});

/** A time zone by its name in the IANA database, kept as that spells it: not every system reads another spelling. */
export const timeZone = text(100)
  .overwrite((value) => value.trim())
  .refine((value) => timeZoneNamed(value) !== undefined, {
    error: 'must be a time zone by its IANA name, like Europe/Berlin',
  })
  .overwrite((value) => timeZoneNamed(value) ?? value);

/** An address to which mail can be sent, without a name beside it. */
export const emailAddress = text(320)
  .overwrite((value) => value.trim())
  .refine((value) => /^[^\s@<>()[\],;:"\p{Cc}]+@[^\s@<>()[\],;:"\p{Cc}]+$/u.test(value), {
    error: 'must be an e-mail address, like ada@example.org',
  });

/** A language by its tag (BCP 47). */
export const language = text(35).refine((value) => isLanguage(value), {
  error: 'must be a language tag as in BCP 47, like en or pt-BR',
});

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** One of a closed list of words. */
export function oneOf(words: readonly string[]) {
  const error = `must be one of ${words.join(', ')}`;
  return z.string({ error }).refine((value) => words.includes(value), { error });
}
