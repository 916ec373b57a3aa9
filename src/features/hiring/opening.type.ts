import {
  Field,
  Float,
  GraphQLISODateTime,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from 'type-graphql';
import { connectionType, listArguments, orderInput } from '../../shared/connection';
import { everyone, VisibleTo } from '../access/policy';
import { ExternalId } from '../nouns/external-id.type';
import { Skill } from '../skills/skill.type';

export enum OpeningState {
  OPEN = 'OPEN',
  FILLED = 'FILLED',
  CLOSED = 'CLOSED',
}
registerEnumType(OpeningState, {
  name: 'OpeningState',
  description: 'What became of an opening.',
  valuesConfig: {
    OPEN: { description: 'Somebody is sought.' },
    FILLED: { description: 'Somebody was found.' },
    CLOSED: { description: 'Nobody was found, and nobody is sought any more.' },
  },
});

@ObjectType({
  description: 'A requirement that an opening is for, as it was when the opening was saved first.',
  simpleResolvers: true,
})
export class SoughtAtOpening {
  /** The id that the requirement had. */
  requirement!: string;
  expectedShortfall!: number;
  coveredProbability!: number;
  @VisibleTo(everyone)
  @Field(() => Skill, { description: 'The skill sought.' })
  skill!: Skill;
  @VisibleTo(everyone)
  @Field(() => Float, { description: 'The level sought, above 0 and below 1.' })
  level!: number;
  @VisibleTo(everyone)
  @Field(() => String, {
    nullable: true,
    description: 'Name of the band by which it was stated; null where it was stated as a level.',
  })
  band!: string | null;
  @VisibleTo(everyone)
  @Field(() => Int, { description: 'How many people with this level were needed.' })
  headcount!: number;
}

@ObjectType({
  description:
    'A place that somebody is sought for, because of what a project lacks. It says what was lacking when it was opened, so that it can be seen later whether filling it closed the gap.',
  simpleResolvers: true,
})
export class Opening {
  /** Source and id, as stored. */
  key!: string;
  /** Internal ids. */
  projectKey!: string | null;
  filledByKey!: string | null;
  @VisibleTo(everyone)
  @Field(() => ID, {
    description: 'An opaque id that stays the same; it is not a global id for `node`.',
  })
  id!: string;
  @VisibleTo(everyone)
  @Field(() => ExternalId, { description: 'What the system that saved it calls it.' })
  externalId!: ExternalId;
  @VisibleTo(everyone)
  @Field(() => String, {
    description:
      'Its title, as a draft for its requirements had it when it was saved first: the skills that lack most people, and the project.',
  })
  title!: string;
  @VisibleTo(everyone)
  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the project that it is for; null where that was deleted since.',
  })
  projectId!: string | null;
  @VisibleTo(everyone)
  @Field(() => String, { description: 'What the project was called when it was saved first.' })
  projectName!: string;
  @VisibleTo(everyone)
  @Field(() => OpeningState, { description: 'What became of it.' })
  state!: OpeningState;
  @VisibleTo(everyone)
  @Field(() => [SoughtAtOpening], {
    description: 'The requirements that it is for, by name of the skill; skills deleted since are left out.',
  })
  sought!: SoughtAtOpening[];
  @VisibleTo(everyone)
  @Field(() => GraphQLISODateTime, { description: 'When it was opened, as its system says.' })
  openedAt!: Date;
  @VisibleTo(everyone)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When somebody was found; null where nobody was.',
  })
  filledAt!: Date | null;
  @VisibleTo(everyone)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it was closed with nobody found; null while it is open, and where it was filled.',
  })
  closedAt!: Date | null;
  @VisibleTo(everyone)
  @Field(() => GraphQLISODateTime, {
    description: 'When it was saved first: what was lacking then is kept with it.',
  })
  measuredAt!: Date;
  @VisibleTo(everyone)
  @Field(() => GraphQLISODateTime, { description: 'When it last changed.' })
  updatedAt!: Date;
}

@InputType({ description: 'Conditions on openings.' })
export class OpeningFilter {
  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only where somebody is sought still; false: only those filled or closed.',
  })
  open?: boolean | null;
  @Field(() => ID, { nullable: true, description: 'Only openings for the project with this global id.' })
  project?: string | null;
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Only openings saved or changed at this moment or later.',
  })
  updatedSince?: Date | null;
}

export const OpeningOrder = orderInput('Opening', { OPENED_AT: 'By when it was opened.' });
export const OpeningListArguments = listArguments(OpeningFilter, OpeningOrder);
export const OpeningConnection = connectionType(() => Opening, 'Opening');
