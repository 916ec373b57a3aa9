import { globalId } from '../../shared/ids';
import type { RequestContext } from '../request/context';
import { changedSince } from './changed-since.read';
import { rowFor, type Column, type Row } from './column';
import { momentOf } from './common-columns';
import type { Asked, Export } from './export.type';
import { skillFates } from './exported-groups.read';
import { peopleNamed } from './exported-people.read';

const columns: readonly Column[] = [
  {
    name: 'type',
    type: 'text',
    words: ['person', 'levels', 'everybody', 'skill'],
    description:
      'What changed: person, what is stored of somebody; levels, what somebody is known in; everybody, all levels at once, by a new calibration; skill, a skill itself.',
  },
  {
    name: 'id',
    type: 'id',
    nullable: true,
    description: 'Global id of the person or skill; empty for everybody.',
  },
  {
    name: 'change',
    type: 'text',
    words: ['changed', 'left', 'archived', 'merged', 'deleted'],
    description: 'changed: new or otherwise. All others: a copy takes it out.',
  },
  {
    name: 'mergedInto',
    type: 'id',
    nullable: true,
    description: 'Global id of what a merged one became; empty for all others.',
  },
  { name: 'at', type: 'moment', nullable: true, description: 'When it went; empty for what changed.' },
];

/** So many skills are read in one statement. */
const page = 1_000;

/** People of whom something of this type changed; who is gone is told once, as a person. */
async function* rowsOfPeople(
  context: RequestContext,
  type: 'person' | 'levels',
  keys: Iterable<string>,
): AsyncGenerator<readonly Row[]> {
  for await (const some of peopleNamed(context, undefined, keys)) {
    const told = some.filter(({ standing }) => type === 'person' || standing === 'current');
    for (const { key } of told) context.looks.add('export', key);
    yield told.map(({ key, standing, mergedInto, goneAt }) =>
      rowFor(columns, {
        ...{ type, id: globalId('Person', key), mergedInto, at: momentOf(goneAt) },
        change: standing === 'current' ? 'changed' : standing,
      }),
    );
  }
}

async function* rowsOfSkills(
  context: RequestContext,
  keys: Iterable<string>,
): AsyncGenerator<readonly Row[]> {
  const ordered = [...keys].sort();
  for (let from = 0; from < ordered.length; from += page) {
    const fates = await skillFates(context.database, ordered.slice(from, from + page));
    yield fates.map(({ key, name, archivedAt, goneAt, mergedInto }) => {
      const gone = name === null ? (mergedInto === null ? 'deleted' : 'merged') : 'changed';
      return rowFor(columns, {
        ...{ type: 'skill', id: globalId('Skill', key) },
        change: archivedAt === null ? gone : 'archived',
        mergedInto: mergedInto === null ? null : globalId('Skill', mergedInto),
        at: momentOf(archivedAt ?? goneAt),
      });
    });
  }
}

async function* rows(context: RequestContext, { since }: Asked): AsyncGenerator<readonly Row[]> {
  if (!since) throw new Error('Changes are asked for since nothing.');
  const { people, levels, catalogue, everyLevel } = await changedSince(context, since);
  if (everyLevel) {
    const cells = { type: 'everybody', id: null, change: 'changed', mergedInto: null, at: null };
    yield [rowFor(columns, cells)];
  }
  yield* rowsOfPeople(context, 'person', people);
  yield* rowsOfPeople(context, 'levels', levels);
  yield* rowsOfSkills(context, catalogue);
}

export const changesExport: Export = {
  name: 'changes',
  description:
    'What is otherwise than at the snapshot that `since` names: people whose own data or teams changed, people whose levels did, and skills; whoever or whatever was archived, merged or deleted, and people who left, with the moment. A look at it says which other exports are worth asking for.',
  columns,
  scope: 'exports:changes',
  term: 'https://schema.org/UpdateAction',
  takes: ['since'],
  needs: ['since'],
  rows,
};
