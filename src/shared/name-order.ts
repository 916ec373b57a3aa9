interface Named {
  readonly sortName: string;
  readonly key: string;
}

/** Orders by name; the key keeps namesakes apart. */
export function byName(left: Named, right: Named): number {
  return nameAndKey(left) < nameAndKey(right) ? -1 : 1;
}

function nameAndKey({ sortName, key }: Named): string {
  return `${sortName}\u0000${key}`;
}
