import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { z } from 'zod';
import { BadInputError } from './errors';
import { VisibleToEveryone } from './field-extensions';
import { Node } from './noun.type';

/** Why one item of a batch was not done. */
export enum ItemErrorCode {
  INVALID = 'INVALID',
  NOT_FOUND = 'NOT_FOUND',
  CONFLICT = 'CONFLICT',
  TIME_AHEAD = 'TIME_AHEAD',
  IN_USE = 'IN_USE',
  FORBIDDEN = 'FORBIDDEN',
  STALE = 'STALE',
}
registerEnumType(ItemErrorCode, {
  name: 'ItemErrorCode',
  description: 'Why an item of a batch was rejected.',
  valuesConfig: {
    INVALID: { description: 'A value is missing or outside its range; the message names the field.' },
    NOT_FOUND: { description: 'Something the item refers to does not exist.' },
    CONFLICT: { description: 'The id has been used before with other content; the first content stands.' },
    TIME_AHEAD: {
      description:
        "The time given lies further ahead of the server's clock than the allowed skew (5 minutes unless configured).",
    },
    IN_USE: { description: 'Evidence already depends on what the item would change.' },
    STALE: {
      description:
        'What the item would change has been changed since the moment given as ifUnchangedSince, or is gone: read it again before you save.',
    },
    FORBIDDEN: { description: 'The viewer may not change what the item names.' },
  },
});

@ObjectType({
  description: 'An item of a batch that was rejected, and why. The other items are not affected.',
  simpleResolvers: true,
})
export class ItemError {
  @VisibleToEveryone()
  @Field(() => Int, { description: "The item's position in the input list, from 0." })
  index!: number;
  @VisibleToEveryone()
  @Field(() => ItemErrorCode, {
    description: 'The kind of error, for programs; it stays the same when messages change.',
  })
  code!: ItemErrorCode;
  @VisibleToEveryone()
  @Field(() => String, { description: 'One sentence for people: what is wrong and what to do about it.' })
  message!: string;
  @VisibleToEveryone()
  @Field(() => [String], {
    description:
      'Paths of the fields of the item that are at fault, for example `activeUntil` or `leads.0`, so that a form can show the message beside them; empty where it is the item as a whole.',
  })
  fields!: readonly string[];
  @VisibleToEveryone()
  @Field(() => Node, {
    nullable: true,
    description:
      'For STALE: the noun as it is now, to decide again by. Null for every other code, and where it is gone.',
  })
  current?: Node | null;
  /** Internal id of what `current` shows. */
  key?: string | undefined;
}

/** An item that passed its check, with its position in the input. */
export interface Item<Value> {
  readonly index: number;
  readonly value: Value;
}

export const largestBatch = 1_000;

/** Why an item goes no further. */
export class Rejection {
  constructor(
    readonly code: ItemErrorCode,
    readonly message: string,
    /** Paths of the fields at fault; none where it is the item as a whole. */
    readonly fields: readonly string[] = [],
    /** Internal id of what is otherwise than the item supposes. */
    readonly key?: string,
  ) {}
}

/** What became of a batch so far: items still good, and errors in the order they were found. */
export class Batch<Value> {
  private constructor(
    readonly good: readonly Item<Value>[],
    private readonly found: ItemError[],
  ) {}

  /** Checks each item by itself. Throws BadInputError only where there are more than a batch may hold. */
  static check<Value>(items: readonly unknown[], schema: z.ZodType<Value>): Batch<Value> {
    if (items.length > largestBatch) {
      throw new BadInputError(
        `A batch holds at most ${String(largestBatch)} items, this one has ${String(items.length)}: send it in parts.`,
      );
    }
    const good: Item<Value>[] = [];
    const errors: ItemError[] = [];
    items.forEach((item, index) => {
      const result = schema.safeParse(item);
      if (result.success) good.push({ index, value: result.data });
      else
        errors.push({
          index,
          code: ItemErrorCode.INVALID,
          message: sentenceOf(result.error),
          fields: fieldsOf(result.error),
        });
    });
    return new Batch(good, errors);
  }

  /** Several batches as one, each with the positions of a place of its own: `positionIn` tells them apart again. */
  static joined<Value>(batches: readonly Batch<Value>[]): Batch<Value> {
    const moved = <One extends { index: number }>(items: readonly One[], place: number): One[] =>
      items.map((item) => ({ ...item, index: place * largestBatch + item.index }));
    return new Batch(
      batches.flatMap(({ good }, place) => moved(good, place)),
      batches.flatMap(({ found }, place) => moved(found, place)),
    );
  }

  /** Errors by position in the input. */
  get errors(): ItemError[] {
    return [...this.found].sort((left, right) => left.index - right.index);
  }

  /** Every good item turned into another value, or rejected. */
  map<Next>(turn: (item: Item<Value>) => Next | Rejection): Batch<Next> {
    const good: Item<Next>[] = [];
    const errors = [...this.found];
    for (const item of this.good) {
      const value = turn(item);
      if (value instanceof Rejection) errors.push({ index: item.index, ...value });
      else good.push({ index: item.index, value });
    }
    return new Batch(good, errors);
  }
}

/** Which of the joined batches an item belongs to, and its position there. */
export function positionIn(index: number): { readonly batch: number; readonly index: number } {
  return { batch: Math.floor(index / largestBatch), index: index % largestBatch };
}

/** A sentence on one field of an item, after the field's path. */
export type FieldSentence = `${string}: ${string}`;

function fieldAt(sentence: string): string {
  return sentence.slice(0, sentence.indexOf(': '));
}

/** What a missing reference is answered with: the field that refers, and where it is not the field, what is missing. */
export function notFound(reference: string): Rejection {
  const field = reference.includes(': ') ? fieldAt(reference) : reference;
  return new Rejection(ItemErrorCode.NOT_FOUND, missing(reference), [field]);
}

/** What an item is answered with that is itself the reference. */
export function notThere(what: string): Rejection {
  return new Rejection(ItemErrorCode.NOT_FOUND, missing(what));
}

function missing(what: string): string {
  return `${what} does not exist: create it first or correct the reference.`;
}

/** The rejections of missing or unfit values that only the graph can detect. */
export function invalid(sentence: FieldSentence): Rejection {
  return new Rejection(ItemErrorCode.INVALID, sentence, [fieldAt(sentence)]);
}

function fieldsOf({ issues }: z.ZodError): string[] {
  return [...new Set(issues.flatMap((issue) => fieldsOfIssue(issue)))];
}

function fieldsOfIssue(issue: z.core.$ZodIssue): readonly string[] {
  const several: unknown = issue.code === 'custom' ? issue.params?.['fields'] : undefined;
  if (Array.isArray(several)) return several.map(String);
  return issue.path.length > 0 ? [issue.path.join('.')] : [];
}

function sentenceOf(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ');
}
