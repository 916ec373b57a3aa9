import { byName } from '../../shared/name-order';
import { Withheld } from '../disclosure/withheld.type';
import { skillSupply } from '../gaps/skill-supply.loader';
import type { SkillSupply, SkillSupplyFigures } from '../gaps/skill-supply.type';
import type { Team } from '../people/team.type';
import type { RequestContext } from '../request/context';
import { rowFor, withheldWord, type Cell, type Column, type Row } from './column';
import { skillColumns } from './common-columns';
import type { Asked, Export } from './export.type';
import { skillsOfSupply } from './exported-groups.read';

const columns: readonly Column[] = [
  ...skillColumns(false),
  {
    name: 'scope',
    type: 'text',
    words: ['organisation', 'team'],
    description: 'Whether the row is about everybody active or about the members of one team.',
  },
  {
    name: 'teamId',
    type: 'id',
    nullable: true,
    description: 'Global id of the team; empty for the organisation.',
  },
  {
    name: 'team',
    type: 'text',
    nullable: true,
    description: 'Name of the team; empty for the organisation.',
  },
  { name: 'band', type: 'text', description: 'Name of the band of levels that the row is about.' },
  {
    name: 'from',
    type: 'share',
    description: 'The level at which the band begins, in [0,1]; it belongs to the band.',
  },
  {
    name: 'to',
    type: 'share',
    description: 'The level at which the next band begins, in [0,1]; 1 for the highest.',
  },
  {
    name: 'expectedPeople',
    type: 'number',
    withheld: true,
    description:
      'Expected number of people whose level lies in the band; somebody known in several narrower skills counts once.',
  },
  { name: 'people', type: 'whole', withheld: true, description: 'How many people are in the group.' },
  {
    name: 'known',
    type: 'whole',
    withheld: true,
    description: 'How many of them are known in the skill or a narrower one.',
  },
  {
    name: 'unknown',
    type: 'whole',
    withheld: true,
    description: 'How many are not: they are in no band, which does not mean that their level is low.',
  },
];

type Figures = SkillSupplyFigures | Withheld;

function countsOf(figures: Figures): Readonly<Record<string, Cell>> {
  if (figures instanceof Withheld)
    return { people: withheldWord, known: withheldWord, unknown: withheldWord };
  const { personCount, known, unknown } = figures;
  return { people: personCount, known, unknown };
}

/** A row for each band, of the organisation or of a team. */
function rowsOf(
  context: RequestContext,
  skill: Readonly<Record<string, Cell>>,
  team: Team | null,
  figures: Figures,
): Row[] {
  return context.rules.bands.map(({ name: band, from, to }, place) =>
    rowFor(columns, {
      ...skill,
      ...{ scope: team ? 'team' : 'organisation', teamId: team?.id ?? null, team: team?.name ?? null },
      ...{ band, from, to, ...countsOf(figures) },
      expectedPeople:
        figures instanceof Withheld ? withheldWord : (figures.bands[place]?.expectedPeople ?? 0),
    }),
  );
}

function rowsOfSupply(context: RequestContext, { skill, total, teams }: SkillSupply): Row[] {
  const cells = { skillId: skill.id, skill: skill.name, skillUri: skill.uri ?? null };
  return [
    ...rowsOf(context, cells, null, total),
    ...teams.flatMap(({ team, supply }) => rowsOf(context, cells, team, supply)),
  ];
}

async function* rows(context: RequestContext, { asOf }: Asked): AsyncGenerator<readonly Row[]> {
  const { everyone } = await context.visible();
  const states = await context.states();
  const found = states.withBroader(await skillsOfSupply(context.database, everyone));
  const skills = [...found.values()].filter(({ inUse }) => inUse).sort(byName);
  for (const { key } of skills) {
    const supply = await skillSupply(context, { skill: key, narrower: true, team: undefined, asOf });
    if (supply) yield rowsOfSupply(context, supply);
  }
}

export const supplyExport: Export = {
  name: 'supply',
  description:
    'How many people can be expected in which band of levels: a row for each skill and band, of the organisation and of each team with active members. Skills are those that a question assesses, a module teaches or a project requires, that people are known in, and all broader ones.',
  columns,
  scope: 'exports:supply',
  term: 'https://schema.org/Observation',
  takes: ['asOf'],
  rows,
};
