import { Field, Float, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType, listArguments, orderInput } from '../../shared/connection';
import { individuals, VisibleTo } from '../access/policy';
import { Module } from '../modules/module.type';
import { Revision } from '../modules/revision.type';
import { EvidenceItem } from '../evidence/evidence-item.type';
import { VisitState } from './visit-state';

@ObjectType({
  description:
    "The viewer's own passage through one revision of a module. Only the person reaches it: what it says judges content, never people, and moves no level.",
  simpleResolvers: true,
})
export class Visit extends EvidenceItem {
  /** Key of the evidence. */
  key!: string;
  /** Internal id of the page opened last; null where none was. */
  lastPageKey!: string | null;
  @VisibleTo(individuals)
  @Field(() => Module, { description: 'The module that was visited.' })
  module!: Module;
  @VisibleTo(individuals)
  @Field(() => Revision, { description: 'The revision of it that was shown.' })
  revision!: Revision;
  @VisibleTo(individuals)
  @Field(() => VisitState, {
    description:
      'What has become of it by now; decided when it is asked for, so that a late event corrects it.',
  })
  state!: VisitState;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it started; null while only page or video views of it have arrived.',
  })
  startedAt!: Date | null;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it was completed, as the platform states; null where it was not.',
  })
  completedAt!: Date | null;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'Where the state is LEFT, the moment of the last event, which is when the person left; null otherwise.',
  })
  leftAt!: Date | null;
  @VisibleTo(individuals)
  @Field(() => Int, { description: 'How many different pages of the revision were opened.' })
  pagesReached!: number;
  @VisibleTo(individuals)
  @Field(() => Float, { description: 'Active seconds on all pages together, at least 0.' })
  activeSeconds!: number;
  @VisibleTo(individuals)
  @Field(() => Boolean, {
    description:
      'Whether it was withdrawn: it then stays on record, but it and its views count in no figure.',
  })
  withdrawn!: boolean;
}

@InputType({ description: 'Conditions on visits.' })
export class VisitFilter {
  @Field(() => ID, { nullable: true, description: 'Only visits to the module with this global id.' })
  module?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only visits that were completed; false: only others; left out: both.',
  })
  completed?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only withdrawn visits; false: only others; left out: both.',
  })
  withdrawn?: boolean | null;
}

export const VisitOrder = orderInput('Visit', {
  STARTED_AT: 'By when it started, or where that has not arrived by when its first view was recorded.',
});
export const VisitListArguments = listArguments(VisitFilter, VisitOrder);
export const VisitConnection = connectionType(() => Visit, 'Visit');
