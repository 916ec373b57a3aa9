interface Named {
  readonly name: string;
}

/**
 * An answer without the ids of its unexpected errors, which are new each time, and with the arguments of fields that it tells of by
 * name: a schema lists them otherwise once type-graphql has called a field, and in no order that means anything.
 */
export function comparable(given: object): unknown {
  return JSON.parse(
    JSON.stringify(given).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'an id'),
    (key, value: unknown) =>
      key === 'args' ? (value as Named[]).toSorted((one, other) => (one.name < other.name ? -1 : 1)) : value,
  ) as unknown;
}
