import { coerceInputValue } from 'graphql';
import { InstallationError } from '../../shared/errors';
import { tidyKey } from '../../shared/ids';
import type { Item } from './cells';
import type { Entry, Format, RejectedLine } from './entry';
import type { HeaderFormat } from './header';
import { keyProblem, withLocalMoments, withSource } from './keys';
import type { Kind } from './kinds';
import type { Notes } from './notes';

/** The column, or field, of a file whose lines are of several kinds; items may have one of that name for themselves. */
export const kindColumn = 'kind';

/** Makes lines of one file to items of a kind, whatever they are written as. */
export class EntryReader {
  /** The kind that the flag says. */
  readonly given: Kind | undefined;
  /** The kind that the flag or the file's name says, where a column, or field, `kind` belongs to its items. */
  readonly withOwn: Kind | undefined;
  private readonly byName: ReadonlyMap<string, Kind>;
  private readonly source: string | undefined;

  constructor(
    readonly file: string,
    readonly kinds: readonly Kind[],
    private readonly format: Format,
    readonly notes: Notes,
  ) {
    this.byName = new Map(kinds.map((kind) => [kind.name, kind]));
    if (format.kind !== undefined && !this.byName.has(format.kind))
      throw new InstallationError(`--kind ${format.kind} is not a kind: use one of ${this.names()}.`);
    this.source = format.source === undefined ? undefined : tidyKey(format.source);
    this.given = format.kind === undefined ? undefined : this.byName.get(format.kind);
    const told = this.given ?? this.kindOfName();
    this.withOwn = told?.input.getFields()[kindColumn] ? told : undefined;
  }

  get header(): HeaderFormat {
    return this.format;
  }

  entry(
    { line, text, isLossy }: { readonly line: number; readonly text: string; readonly isLossy: boolean },
    kindName: unknown,
    given: Item,
    isTable: boolean,
  ): Entry | RejectedLine {
    const kind = this.given ?? this.kindNamed(kindName);
    if (!kind)
      return this.unread(line, text, `kind: must be one of ${this.names()}, in each line or as --kind`);
    const item = withLocalMoments(kind, withSource(kind, given, this.source), this.format.zone);
    const problem = keyProblem(kind, item, isTable) ?? structureProblem(kind, item);
    if (problem !== undefined)
      return { file: this.file, line, kind: kind.name, code: 'INVALID', reason: problem, item };
    if (isLossy) this.notes.lossyLine();
    return { file: this.file, line, kind, item };
  }

  kindNamed(name: unknown): Kind | undefined {
    if (typeof name === 'string') return this.byName.get(tidyKey(name));
    return name === undefined ? this.kindOfName() : undefined;
  }

  /** The kind that the file is named for: answers.csv, answers-2026.ndjson.gz. */
  kindOfName(): Kind | undefined {
    const [stem = ''] = (this.file.split(/[\\/]/u).at(-1) ?? '').split(/[^A-Za-z]/u);
    return this.byName.get(stem);
  }

  unread(line: number, text: string, problem: string): RejectedLine {
    return { file: this.file, line, code: 'INVALID', reason: `${problem}.`, text: text.slice(0, 2_000) };
  }

  names(): string {
    return this.kinds.map(({ name }) => name).join(', ');
  }
}

/** What of an item no mutation would take at all, its batch neither; undefined where there is nothing. */
function structureProblem({ input }: Kind, item: Item): string | undefined {
  const problems: string[] = [];
  coerceInputValue(item, input, (path, _value, { message }) => {
    problems.push(path.length > 0 ? `${path.join('.')}: ${message}` : message);
  });
  return problems[0];
}
