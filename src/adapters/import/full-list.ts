import { nameFrom, type Imported } from './import-all';

/** A person as the API lists them. */
export interface ListedPerson {
  readonly name: string;
  readonly externalIds: readonly { readonly source: string; readonly value: string }[];
}

/** An active person whom a complete list does not name. */
export interface Absent {
  readonly source: string;
  readonly id: string;
  readonly name: string;
}

/** Of these people, those known to the source of a complete list whom the list does not name. */
export function absentFrom(
  people: readonly ListedPerson[],
  source: string,
  { names }: Pick<Imported, 'names'>,
): Absent[] {
  return people.flatMap(({ name, externalIds }) => {
    const own = externalIds.filter((outside) => outside.source === source);
    const [first] = own;
    if (!first || own.some(({ value }) => names.has(nameFrom(source, value)))) return [];
    return [{ source, id: first.value, name }];
  });
}
