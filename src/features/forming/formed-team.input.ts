import {
  ArgsType,
  Field,
  Float,
  GraphQLISODateTime,
  ID,
  InputType,
  Int,
  registerEnumType,
} from 'type-graphql';
import { BadInputError } from '../../shared/errors';
import { asOfDescription } from '../mastery/mastery.type';
import { PersonFilter } from '../people/person.type';
import { FreeFor } from '../staffing/free-share.type';
import { AssumedRequirement } from '../staffing/what-if.input';

/** The largest team that is formed. */
export const mostMembers = 50;
/** How long a team is sought at most, seconds. */
export const longestSearch = 10;
const mostRedundancy = 10;

export enum TeamObjective {
  BEST = 'BEST',
  CHEAPEST = 'CHEAPEST',
}
registerEnumType(TeamObjective, {
  name: 'TeamObjective',
  description: 'What a team is formed for.',
  valuesConfig: {
    BEST: {
      description:
        'The team of whom the most seats are expected to be filled: the largest sum over the requirements of importance times E[min(seats, how many of the team meet it)].',
    },
    CHEAPEST: {
      description:
        'The team that costs least, the smallest where no costs are given, of those with which all requirements together are covered with at least the stated probability: the product over the requirements of the probability that at least as many of the team meet it as it has seats.',
    },
  },
});

@InputType({ description: 'What somebody costs, in any unit that is the same for all.' })
export class PersonCost {
  @Field(() => ID, { description: 'Global id of the person.' })
  person!: string;
  @Field(() => Float, { description: 'From 0 to 1,000,000,000.' })
  cost!: number;
}

@InputType({ description: 'What a team is held to, besides what the project requires.' })
export class TeamConstraints {
  @Field(() => TeamObjective, { defaultValue: TeamObjective.BEST, description: 'What it is formed for.' })
  objective!: TeamObjective;
  @Field(() => Float, {
    defaultValue: 0.9,
    description: 'Of CHEAPEST: how likely all requirements are to be covered, above 0 and below 1.',
  })
  probability!: number;
  @Field(() => [ID], {
    defaultValue: [],
    description: 'Global ids of people who are in the team in any case.',
  })
  mustHave!: string[];
  @Field(() => [ID], { defaultValue: [], description: 'Global ids of people who are not.' })
  mayNot!: string[];
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether those who are assigned to the project, now or later, are in the team in any case.',
  })
  keepAssigned!: boolean;
  @Field(() => Int, {
    defaultValue: 0,
    description: `How many people beyond its headcount are to meet each requirement, from 0 to ${String(mostRedundancy)}.`,
  })
  redundancy!: number;
  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether whoever is BELOW a requirement is in the team only beside somebody who MEETS it, their mentor.',
  })
  mentors!: boolean;
  @Field(() => [PersonCost], {
    defaultValue: [],
    description: 'Of CHEAPEST: what people cost; 1 of whomever it does not name.',
  })
  costs!: PersonCost[];
}

@ArgsType()
export class FormTeamArguments {
  @Field(() => ID, { description: 'Global id of the project whose requirements the team is to cover.' })
  project!: string;
  @Field(() => Int, {
    defaultValue: 5,
    description: `How many people the team has at most, from 1 to ${String(mostMembers)}.`,
  })
  size!: number;
  @Field(() => TeamConstraints, {
    nullable: true,
    description: 'What it is held to; without, the best team of people who are free to be chosen.',
  })
  constraints?: TeamConstraints | null;
  @Field(() => PersonFilter, {
    nullable: true,
    description:
      'Only people who meet every condition given are chosen. Conditions on teams, assignments, activity, free time, e-mail addresses or external ids are only met by people whom the viewer may see; `leftOut` says how many others there are, `leftOutWhy` which condition leaves them out. Whoever must be in the team is, whatever it says.',
  })
  filterBy?: PersonFilter | null;
  @Field(() => FreeFor, {
    nullable: true,
    description:
      'Only people who have the time, what they are assigned to the project itself not subtracted; `from` and `to` are those of what is left of the project where left out. Without, those are not chosen who have no time at all in what is left of it, where it has dates. `withoutTime` counts who is not chosen for that. How much time those have whom the viewer may not see is not said, by leaving them out either. Whoever must be in the team is, whatever it says.',
  })
  freeFor?: FreeFor | null;
  @Field(() => [AssumedRequirement], {
    nullable: true,
    description:
      'What if this were required: 1 to 50 requirements that take the place of those of the project and its tasks for this question; nothing is stored. Of several on one level of a skill the last one stands. BAD_INPUT names an item that cannot be. Only people are chosen whom the viewer may see, and `leftOut` counts the others; FORBIDDEN where mustHave or keepAssigned name one of those.',
  })
  requirements?: AssumedRequirement[] | null;
  @Field(() => GraphQLISODateTime, { nullable: true, description: asOfDescription })
  asOf?: Date | null;
  @Field(() => Float, {
    defaultValue: 5,
    description: `How many seconds to search at most, above 0, up to ${String(longestSearch)}: then the best team found is returned, with how good any can be.`,
  })
  seconds!: number;
}

/** Throws BadInputError where an argument is out of range. */
export function refuseOutOfRange({ size, constraints, seconds }: FormTeamArguments): void {
  if (size < 1 || size > mostMembers)
    throw new BadInputError(`size: must be a whole number from 1 to ${String(mostMembers)}.`);
  if (!(seconds > 0 && seconds <= longestSearch))
    throw new BadInputError(`seconds: must be above 0, and at most ${String(longestSearch)}.`);
  if (!constraints) return;
  const { probability, redundancy, costs } = constraints;
  if (!(probability > 0 && probability < 1))
    throw new BadInputError('probability: must be above 0 and below 1.');
  if (redundancy < 0 || redundancy > mostRedundancy)
    throw new BadInputError(`redundancy: must be a whole number from 0 to ${String(mostRedundancy)}.`);
  if (costs.some(({ cost }) => !(cost >= 0 && cost <= 1e9)))
    throw new BadInputError('cost: must be from 0 to 1,000,000,000.');
}
