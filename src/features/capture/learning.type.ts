import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType, listArguments, orderInput } from '../../shared/connection';
import { individuals, VisibleTo } from '../access/policy';
import { Module } from '../modules/module.type';
import { Revision } from '../modules/revision.type';
import { VisitState } from './visit-state';

@ObjectType({
  description: 'Where the viewer is in a module that they have begun. Only the person reaches it.',
  simpleResolvers: true,
})
export class PlaceInModule {
  /** Internal id; null where no page was opened. */
  pageKey!: string | null;
  /** Internal id of the revision. */
  revisionKey!: string;
  /** Number of the page that comes next; null where none does. */
  nextNumber!: number | null;
  @VisibleTo(individuals)
  @Field(() => VisitState, {
    description:
      'What has become of the latest visit by now; decided when it is asked for, so that a late event corrects it.',
  })
  state!: VisitState;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, { description: 'The moment of the latest event.' })
  at!: Date;
  @VisibleTo(individuals)
  @Field(() => Int, {
    description: 'How many different pages of the revision were opened, in all visits to it.',
  })
  pagesReached!: number;
}

@ObjectType({
  description:
    'A module that a person has begun: what they have taken, where they left off and what comes next.',
  simpleResolvers: true,
})
export class Learning {
  /** Name of the person. */
  personName!: string;
  /** Null where the viewer is somebody else: then nothing of it was read. */
  placed!: PlaceInModule | null;
  @VisibleTo(individuals)
  @Field(() => Module, { description: 'The module that was begun.' })
  module!: Module;
  @VisibleTo(individuals)
  @Field(() => Revision, { description: 'The revision of the latest visit to it.' })
  revision!: Revision;
  @VisibleTo(individuals)
  @Field(() => Boolean, {
    description: 'Whether a visit to it was completed, as the platform that recorded it states.',
  })
  completed!: boolean;
  @VisibleTo(individuals)
  @Field(() => Int, { description: 'How many pages the revision has.' })
  pageCount!: number;
}

@InputType({ description: 'Conditions on modules that a person has begun.' })
export class LearningFilter {
  @Field(() => ID, { nullable: true, description: 'Only the module with this global id.' })
  module?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only completed modules; false: only others; left out: both.',
  })
  completed?: boolean | null;
}

export const LearningOrder = orderInput('Learning', {
  NAME: 'By name of the module, case and accents ignored.',
  VISITED_AT: 'By when the latest visit began; FORBIDDEN to everybody but the person.',
});
export const LearningListArguments = listArguments(LearningFilter, LearningOrder);
export const LearningConnection = connectionType(() => Learning, 'Learning');
