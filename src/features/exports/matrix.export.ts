import { levelOf } from '../../estimators/level';
import { globalId } from '../../shared/ids';
import { byName } from '../../shared/name-order';
import { takeTurns } from '../../shared/slices';
import { bandsOf, likeliestOf } from '../mastery/mastery-band';
import type { RequestContext } from '../request/context';
import { loadAhead } from '../request/loaders';
import type { KnownSkill, Named, States } from '../request/states';
import { skillByKey } from '../skills/skill.loader';
import { changedSince } from './changed-since.read';
import { rowFor, type Cell, type Column, type Row } from './column';
import { goneCells, goneColumns, idOfPerson, momentOf, skillColumns } from './common-columns';
import type { Asked, Export } from './export.type';
import { currentPeople, peopleNamed, type ExportedPerson } from './exported-people.read';

const columns: readonly Column[] = [
  ...goneColumns,
  idOfPerson('personId'),
  {
    name: 'person',
    type: 'text',
    nullable: true,
    description: 'Name of the person; empty where there is none any more.',
  },
  {
    name: 'externalId',
    type: 'text',
    nullable: true,
    description: 'What the external system named by `source` calls the person; empty without `source`.',
  },
  ...skillColumns(true),
  {
    name: 'known',
    type: 'text',
    words: ['known', 'unknown'],
    nullable: true,
    description:
      'known: there is evidence of the person in this skill. unknown: there is none in any skill, in the one row of that person, which does not mean that the levels are low. Empty for whoever is gone.',
  },
  {
    name: 'level',
    type: 'share',
    nullable: true,
    description:
      "Probability, in [0,1], of a right answer to the skill's reference question on the date; empty where unknown.",
  },
  {
    name: 'low',
    type: 'share',
    nullable: true,
    description: 'Where the 90 % interval around the level begins.',
  },
  {
    name: 'high',
    type: 'share',
    nullable: true,
    description: 'Where the 90 % interval around the level ends.',
  },
  {
    name: 'band',
    type: 'text',
    nullable: true,
    description: 'The likeliest named band of the level; of equally likely ones the lowest.',
  },
  { name: 'answers', type: 'whole', nullable: true, description: 'How many answers there are on the skill.' },
  { name: 'claims', type: 'whole', nullable: true, description: 'How many claims there are on the skill.' },
  {
    name: 'lastEvidenceAt',
    type: 'moment',
    nullable: true,
    description: 'When the latest of these happened.',
  },
];

type Cells = Readonly<Record<string, Cell>>;

const nothing: Cells = {
  ...{ skillId: null, skill: null, skillUri: null, level: null, low: null, high: null },
  ...{ band: null, answers: null, claims: null, lastEvidenceAt: null },
};

function cellsOfSkill({ key, name }: Named, skillUri: string | null): Cells {
  return { skillId: globalId('Skill', key), skill: name, skillUri };
}

/** What every row on a skill says of it: made once. */
class SkillCells {
  private readonly made = new Map<string, Cells>();

  constructor(private readonly context: RequestContext) {}

  /** Looks up all of these together. */
  async make(keys: ReadonlySet<string>, states: States): Promise<void> {
    const fresh = [...keys].filter((key) => !this.made.has(key));
    const skills = await loadAhead(this.context, skillByKey, fresh, null);
    for (const key of fresh) {
      const named = states.skillNamed(key);
      if (named) this.made.set(key, cellsOfSkill(named, skills.get(key)?.uri ?? null));
    }
  }

  /** Of a skill that somebody became known in since, it is not said how the outside names it. */
  of(named: Named): Cells {
    return this.made.get(named.key) ?? cellsOfSkill(named, null);
  }
}

function figuresOf({ rules: { bands } }: RequestContext, { reference, edge }: KnownSkill): Cells {
  const { ability, answers, claims, lastEvidenceAt } = edge;
  return {
    known: 'known',
    ...levelOf(ability, reference),
    band: likeliestOf(bandsOf({ ability, reference }, bands)).band,
    ...{ answers, claims },
    lastEvidenceAt: momentOf(lastEvidenceAt),
  };
}

/** The rows of one person; whoever is gone has one that says so. */
function rowsOf(
  context: RequestContext,
  states: States,
  asOf: number,
  person: ExportedPerson,
  skills: SkillCells,
): Row[] {
  const { key, name, externalId, standing } = person;
  const isThere = standing === 'current';
  const cells = { ...goneCells(person), personId: globalId('Person', key), person: name, externalId };
  const known = isThere ? states.knownOfPerson(key, asOf) : [];
  if (isThere) context.looks.add('export', key);
  if (known.length === 0)
    return [rowFor(columns, { ...cells, ...nothing, known: isThere ? 'unknown' : null })];
  return known
    .sort((one, other) => byName(one.named, other.named))
    .map((one) => rowFor(columns, { ...cells, ...skills.of(one.named), ...figuresOf(context, one) }));
}

/** So many rows are given at a time, and those of the person with whom there are as many. */
const atATime = 500;

async function* rows(
  context: RequestContext,
  { since, source, asOf }: Asked,
): AsyncGenerator<readonly Row[]> {
  const changed = since && (await changedSince(context, since));
  const states = await context.states();
  const skills = new SkillCells(context);
  const people =
    changed && !changed.everyLevel
      ? peopleNamed(context, source, new Set([...changed.people, ...changed.levels]))
      : currentPeople(context, source);
  for await (const some of people) {
    const keys = new Set(some.flatMap(({ key }) => states.skillsOfPerson(key)));
    await skills.make(keys, states);
    let made: Row[] = [];
    for (const person of some) {
      await takeTurns(context.gone);
      made.push(...rowsOf(context, states, asOf, person, skills));
      if (made.length < atATime) continue;
      yield made;
      made = [];
    }
    if (made.length > 0) yield made;
  }
  if (changed?.everyLevel) yield* goneAmong(context, states, { source, asOf }, changed.people);
}

/** Who is gone of these, where all others were given already. */
async function* goneAmong(
  context: RequestContext,
  states: States,
  { source, asOf }: Pick<Asked, 'source' | 'asOf'>,
  keys: Iterable<string>,
): AsyncGenerator<readonly Row[]> {
  const skills = new SkillCells(context);
  for await (const some of peopleNamed(context, source, keys)) {
    const gone = some.filter(({ standing }) => standing !== 'current');
    yield gone.flatMap((person) => rowsOf(context, states, asOf, person, skills));
  }
}

export const matrixExport: Export = {
  name: 'matrix',
  description:
    'People by skills: a row for each skill that somebody who is there is known in, with the level, its interval and what it rests on; whoever is known in nothing has one row that says so. With `since`, all rows of those of whom anything changed after that snapshot, with a row for each who left, was archived, deleted or merged: put them in place of all that the copy has of these people. That levels fade with time is no change.',
  columns,
  scope: 'exports:matrix',
  term: 'https://schema.org/Observation',
  takes: ['since', 'asOf', 'source'],
  rows,
};
