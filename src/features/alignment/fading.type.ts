import { Field, Float, GraphQLISODateTime, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { LapsedBy } from '../../estimators/lapse';
import { individuals, VisibleTo } from '../access/policy';
import { Module } from '../modules/module.type';
import { Person } from '../people/person.type';
import { Project } from '../projects/project.type';
import { Requirement } from '../projects/requirement.type';

const lapsedBy = {
  CERTAINTY: 'CERTAINTY',
  LEVEL: 'LEVEL',
  FORGETTING: 'FORGETTING',
} as const satisfies Record<LapsedBy, LapsedBy>;
registerEnumType(lapsedBy, {
  name: 'LapsedBy',
  description: 'Why a requirement that is met now lapses.',
  valuesConfig: {
    CERTAINTY: {
      description:
        'It was sure that the level is reached and no longer is (`sureFrom`): the evidence is old by then, and the level may have changed since.',
    },
    LEVEL: {
      description:
        'The level itself falls below the required one: the less is known of what a person can do today, the nearer it is to the middle.',
    },
    FORGETTING: {
      description:
        'What the person practised is forgotten: with what the last answers left in memory, questions of the skill that they have answered would be answered right as often as required, and without it no longer. Only where the calibration remembers questions.',
    },
  },
});

@ObjectType({
  description: 'A requirement that a person meets, and will no longer meet if nothing new becomes known.',
  simpleResolvers: true,
})
export class Fading {
  @VisibleTo(individuals)
  @Field(() => Person, { description: 'Whose it is.' })
  person!: Person;
  @VisibleTo(individuals)
  @Field(() => Requirement, { description: 'What is required.' })
  requirement!: Requirement;
  @VisibleTo(individuals)
  @Field(() => Project, { description: 'The project that requires it, which the person is assigned to.' })
  project!: Project;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, {
    description: 'When it lapses, to a quarter of an hour, if nothing new becomes known until then.',
  })
  lapsesAt!: Date;
  @VisibleTo(individuals)
  @Field(() => lapsedBy, {
    description: 'Why it lapses: by certainty, by the level or by forgetting, whichever is first.',
  })
  by!: LapsedBy;
  @VisibleTo(individuals)
  @Field(() => Float, {
    description: 'Probability, in [0,1], that the level is at least the required one today.',
  })
  probability!: number;
  @VisibleTo(individuals)
  @Field(() => Float, { description: "The person's level in the skill today, in [0,1]." })
  level!: number;
  @VisibleTo(individuals)
  @Field(() => Module, {
    nullable: true,
    description:
      'A module that refreshes it: of those in use that teach the skill at least to the required level, and from a level that the person has, the one with the fewest expected minutes, then the first by name. Null where there is none.',
  })
  refresher!: Module | null;
  @VisibleTo(individuals)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

@ObjectType({
  description: 'Which requirements will lapse soon, of whom, and what refreshes them.',
  simpleResolvers: true,
})
export class FadingReport {
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, { description: 'The last moment that is looked ahead to.' })
  until!: Date;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When the first of those lapses that do so later; null where nothing does within ten years.',
  })
  nextLapsesAt!: Date | null;
  @VisibleTo(individuals)
  @Field(() => Int, {
    description: 'How many requirements of people lapse until then; `fading` may list fewer.',
  })
  fadingCount!: number;
  @VisibleTo(individuals)
  @Field(() => [Fading], { description: 'They, the first to lapse first, at most as many as asked for.' })
  fading!: Fading[];
  @VisibleTo(individuals)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}
