import type { Cell, Column } from './column';
import type { ExportedPerson, Standing } from './exported-people.read';

const standings: readonly Standing[] = ['current', 'left', 'archived', 'merged', 'deleted'];

/** What exports of people begin with: whether a copy keeps the row or takes the person out. */
export const goneColumns: readonly Column[] = [
  {
    name: 'status',
    type: 'text',
    words: standings,
    description:
      'current: put the row in place of what the copy has. left (the last day is over), archived, merged and deleted only come with `since`: take the person out.',
  },
  {
    name: 'mergedInto',
    type: 'id',
    nullable: true,
    description: 'Global id of the person whom a merged one became; empty for all others.',
  },
];

/** The cells of these columns. */
export function goneCells({ standing, mergedInto }: ExportedPerson): Readonly<Record<string, Cell>> {
  return { status: standing, mergedInto };
}

export function idOfPerson(name: string): Column {
  return {
    name,
    type: 'id',
    description: 'Global id of the person, as Person.id in GraphQL; nobody else is ever given it.',
  };
}

/** What names a skill; `nullable` where a row may be about none. */
export function skillColumns(nullable: boolean): readonly Column[] {
  const empty = nullable ? '; empty where the row is about none' : '';
  return [
    {
      name: 'skillId',
      type: 'id',
      nullable,
      description: `Global id of the skill, as Skill.id in GraphQL${empty}.`,
    },
    { name: 'skill', type: 'text', nullable, description: `Name of the skill${empty}.` },
    {
      name: 'skillUri',
      type: 'uri',
      nullable: true,
      description: 'URI of the skill in a public taxonomy such as ESCO; empty where it has none.',
      term: 'https://schema.org/termCode',
    },
  ];
}

/** A moment, epoch milliseconds, as cells have it: in UTC, by ISO 8601. */
export function momentOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
