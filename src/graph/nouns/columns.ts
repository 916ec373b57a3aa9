/**
 * A row as the driver carries it: a list and no map, since the names of ten properties, a thousand times, cost more than
 * their values. Only its Columns know what stands where.
 */
export interface ColumnRow<Fields> extends ReadonlyArray<Fields[keyof Fields]> {
  /** Carries the fields only; never set. */
  readonly fields?: Fields;
}

/** What fills each column: Cypher, a property as ".name", or null for what only comes as a parameter or is stored as a list. */
type Expressions<Fields> = { readonly [Name in keyof Fields]-?: string | null };

type NameOf<Fields> = keyof Fields & string;

/** The list behind the names of its columns. */
const listed = Symbol('listed');

/** Reads a list by the names of its columns, which are getters: as fast as by number, and a tenth of what a copy costs. */
function readerOf<Fields>(names: readonly NameOf<Fields>[]): new (row: ColumnRow<Fields>) => Fields {
  class Reader {
    readonly [listed]: ColumnRow<Fields>;

    constructor(row: ColumnRow<Fields>) {
      this[listed] = row;
    }
  }
  names.forEach((name, place) => {
    Object.defineProperty(Reader.prototype, name, {
      enumerable: true,
      get(this: Reader) {
        return this[listed][place];
      },
    });
  });
  return Reader as unknown as new (row: ColumnRow<Fields>) => Fields;
}

/** The columns of a list, in the order in which they are written here: said once for Cypher, for reading and for writing. */
export class Columns<Fields extends object> {
  private readonly names: readonly NameOf<Fields>[];
  private readonly Reader: new (row: ColumnRow<Fields>) => Fields;

  constructor(private readonly expressions: Expressions<Fields>) {
    this.names = Object.keys(expressions) as NameOf<Fields>[];
    this.Reader = readerOf(this.names);
  }

  /** Cypher: the list; its properties are those of the variable. */
  list(variable = ''): string {
    const columns = this.names.map((name) => {
      const expression = this.expressions[name];
      if (expression === null) throw new Error(`No Cypher fills the column ${name}.`);
      return expression.startsWith('.') ? variable + expression : expression;
    });
    return `[${columns.join(', ')}]`;
  }

  /** Cypher: each column of such a list. */
  of(list: string): Readonly<Record<NameOf<Fields>, string>> {
    const columns = this.names.map((name, place) => [name, `${list}[${String(place)}]`]);
    return Object.fromEntries(columns) as Record<NameOf<Fields>, string>;
  }

  /** Cypher: takes the properties of a variable from such a list, as SET has it. */
  set(variable: string, list: string): string {
    return this.properties(list)
      .map(([property, column]) => `${variable}.${property} = ${column}`)
      .join(', ');
  }

  /** Cypher: the properties in such a list, as CREATE has them between its braces. */
  map(list: string): string {
    return this.properties(list)
      .map(([property, column]) => `${property}: ${column}`)
      .join(', ');
  }

  /** A row by the names of its columns: to be taken apart, and not to be spread. */
  fieldsOf(row: ColumnRow<Fields>): Readonly<Fields> {
    return new this.Reader(row);
  }

  rowOf(fields: Fields): ColumnRow<Fields> {
    return this.names.map((name) => fields[name]);
  }

  private properties(list: string): (readonly [property: string, column: string])[] {
    const columns = this.of(list);
    return this.names.flatMap((name) => {
      const expression = this.expressions[name];
      return expression?.startsWith('.') ? [[expression.slice(1), columns[name]] as const] : [];
    });
  }
}
