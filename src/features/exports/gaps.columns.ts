import type { Column } from './column';
import { skillColumns } from './common-columns';

const figure = (name: string, type: 'number' | 'whole' | 'share', description: string): Column => ({
  ...{ name, type, description },
  nullable: true,
  withheld: true,
});

export const gapColumns: readonly Column[] = [
  {
    name: 'scope',
    type: 'text',
    words: ['organisation', 'project', 'team'],
    description:
      'Whose people the requirement is compared with: everybody active, those assigned to the project, or the members of the team.',
  },
  {
    name: 'scopeId',
    type: 'id',
    nullable: true,
    description: 'Global id of that project or team; empty for the organisation.',
  },
  {
    name: 'scopeName',
    type: 'text',
    nullable: true,
    description: 'Name of that project or team; empty for the organisation.',
  },
  {
    name: 'projectId',
    type: 'id',
    nullable: true,
    description:
      'Global id of the project that requires it; empty where the team is found to lack what it is enrolled to learn.',
  },
  {
    name: 'task',
    type: 'text',
    nullable: true,
    description: 'Name of the task that requires it; empty where the project as a whole does.',
  },
  ...skillColumns(true),
  {
    name: 'requiredLevel',
    type: 'share',
    nullable: true,
    description: 'The level that is required, in [0,1].',
  },
  {
    name: 'band',
    type: 'text',
    nullable: true,
    description: 'The band by whose name it was stated; empty where by a level.',
  },
  {
    name: 'importance',
    type: 'number',
    nullable: true,
    description: 'How much it weighs beside the other requirements.',
  },
  { name: 'demand', type: 'whole', nullable: true, description: 'How many people are required.' },
  figure('expectedSupply', 'number', 'Expected number of people at or above the required level.'),
  figure('expectedShortfall', 'number', 'Expected number of seats that stay empty.'),
  figure('coveredProbability', 'share', 'Probability, in [0,1], that all seats are filled.'),
  figure('known', 'whole', 'How many people of the group are known in the skill.'),
  figure(
    'unknown',
    'whole',
    'How many are not: they are no part of the supply, which does not mean that their level is low.',
  ),
  {
    name: 'summary',
    type: 'text',
    description:
      'The same in one plain sentence that names nobody, with the reason where figures are withheld.',
  },
];
