import { globalId } from '../../shared/ids';
import type { RequestContext } from '../request/context';
import { rowFor, type Column, type Row } from './column';
import { changedSince } from './changed-since.read';
import { goneColumns, goneCells, idOfPerson, momentOf } from './common-columns';
import type { Asked, Export } from './export.type';
import { currentPeople, peopleNamed, type ExportedPerson } from './exported-people.read';

const columns: readonly Column[] = [
  ...goneColumns,
  idOfPerson('id'),
  {
    name: 'name',
    type: 'text',
    nullable: true,
    description: 'Full name; empty where the record was merged or deleted.',
    term: 'https://schema.org/name',
  },
  {
    name: 'externalId',
    type: 'text',
    nullable: true,
    description:
      'What the external system named by `source` calls the person; several ids, of records that were merged, are separated by "; ". Empty without `source`.',
    term: 'https://schema.org/identifier',
  },
  {
    name: 'email',
    type: 'text',
    nullable: true,
    description: 'E-mail address; empty where none is stored.',
    term: 'https://schema.org/email',
  },
  {
    name: 'timeZone',
    type: 'text',
    nullable: true,
    description: 'Time zone by its IANA name; empty where it is not known.',
  },
  {
    name: 'teams',
    type: 'text',
    description: 'Names of the teams that the person is a member of now, by name, separated by "; ".',
  },
  {
    name: 'activeUntil',
    type: 'moment',
    nullable: true,
    description: 'When the person left or will leave; empty where no end is known.',
  },
  { name: 'createdAt', type: 'moment', nullable: true, description: 'When the person was first saved.' },
  {
    name: 'updatedAt',
    type: 'moment',
    nullable: true,
    description: 'When what is stored of the person itself last changed.',
  },
];

function rowOf(person: ExportedPerson): Row {
  const { key, name, externalId, email, timeZone, teams, activeUntil, createdAt, updatedAt } = person;
  return rowFor(columns, {
    ...goneCells(person),
    id: globalId('Person', key),
    ...{ name, externalId, email, timeZone, teams },
    activeUntil: momentOf(activeUntil),
    createdAt: momentOf(createdAt),
    updatedAt: momentOf(updatedAt),
  });
}

async function* rows(context: RequestContext, { since, source }: Asked): AsyncGenerator<readonly Row[]> {
  const people = since
    ? peopleNamed(context, source, (await changedSince(context, since)).people)
    : currentPeople(context, source);
  for await (const some of people) {
    for (const { key, standing } of some) if (standing === 'current') context.looks.add('export', key);
    yield some.map(rowOf);
  }
}

export const peopleExport: Export = {
  name: 'people',
  description:
    'Everybody who is there, one a row: neither left, nor archived. With `since`, only those whose own data or teams changed after that snapshot, with a row for each who left, was archived, deleted or merged since.',
  columns,
  scope: 'exports:people',
  term: 'https://schema.org/Person',
  takes: ['since', 'source'],
  rows,
};
