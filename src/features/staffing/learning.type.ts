import { Field, Float, GraphQLISODateTime, ObjectType } from 'type-graphql';
import { staffing, VisibleTo } from '../access/policy';
import { Module } from '../modules/module.type';

@ObjectType({ description: 'A module that would be learned from.', simpleResolvers: true })
export class LearnedModule {
  @VisibleTo(staffing)
  @Field(() => Module, { description: 'A module in use that teaches the skill up to the level.' })
  module!: Module;
  @VisibleTo(staffing)
  @Field(() => Float, {
    nullable: true,
    description:
      'Hours that it takes: those of people who completed it, where they are known, else what its authors expect; null where neither is known.',
  })
  hours!: number | null;
  @VisibleTo(staffing)
  @Field(() => Float, {
    nullable: true,
    description:
      "The gain in the skill that was seen in its current revision, logits; null where none was seen: then its authors' word is taken, that it teaches up to the level.",
  })
  gain!: number | null;
}

@ObjectType({
  description: 'What somebody would learn to meet a requirement that they are BELOW, and what that comes to.',
  simpleResolvers: true,
})
export class LearningToMeet {
  @VisibleTo(staffing)
  @Field(() => [LearnedModule], {
    description:
      'What they would learn from, in this order, each once, until the requirement is met: what raises the skill most in an hour first, then the shortest of those whose gain was not seen. None where no module in use teaches the skill up to the level.',
  })
  modules!: LearnedModule[];
  @VisibleTo(staffing)
  @Field(() => Float, {
    nullable: true,
    description: 'Hours of these together; null where there are none, or that of one is not known.',
  })
  hours!: number | null;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      "Probability, in [0,1], that the person's level is at least the required one after these: gains are as uncertain as they were seen to be.",
  })
  probabilityAfter!: number;
  @VisibleTo(staffing)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

@ObjectType({ description: 'How far below a required level somebody is.', simpleResolvers: true })
export class LevelShortfall {
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      'How much of the required level is expected to be missing, in [0,1]: the expectation of the required level less that of the person, where that is more than nothing.',
  })
  expected!: number;
  @VisibleTo(staffing)
  @Field(() => String, { description: 'The same in one plain sentence, in the words of bands.' })
  summary!: string;
}

@ObjectType({
  description:
    "How well a person is expected to fit when the project starts: levels fade until then, and modules whose gains were seen are learned in what time they have. A module's gain counts in full, for it may be learned last; whoever is unknown in a skill stays so.",
  simpleResolvers: true,
})
export class FitAtStart {
  @VisibleTo(staffing)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'The start; null where the project states none.',
  })
  asOf!: Date | null;
  @VisibleTo(staffing)
  @Field(() => Float, {
    nullable: true,
    description: 'Fit at the start where nothing is learned, in [0,1]; null where there is no start to come.',
  })
  withoutLearning!: number | null;
  @VisibleTo(staffing)
  @Field(() => Float, {
    nullable: true,
    description:
      'Expected fit at the start after `modules`, in [0,1], with gains as uncertain as they were seen to be. Null where there is no start to come, or no gains were seen of any module that teaches what the person is known in: `summary` says which.',
  })
  fit!: number | null;
  @VisibleTo(staffing)
  @Field(() => Float, {
    nullable: true,
    description: 'The same with every gain at the lower end of its 95 % interval; null where `fit` is.',
  })
  low!: number | null;
  @VisibleTo(staffing)
  @Field(() => Float, {
    nullable: true,
    description: 'The same with every gain at the upper end of its 95 % interval; null where `fit` is.',
  })
  high!: number | null;
  @VisibleTo(staffing)
  @Field(() => Float, {
    nullable: true,
    description:
      'Hours that they can learn until then: hoursPerWeek, but no more than what is free on average of weeks of 40 hours; null where there is no start to come.',
  })
  hoursFree!: number | null;
  @VisibleTo(staffing)
  @Field(() => [LearnedModule], {
    description:
      'What they would learn, what raises the fit most in an hour first; `gain` is that in the skill that they gain most in.',
  })
  modules!: LearnedModule[];
  @VisibleTo(staffing)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}
