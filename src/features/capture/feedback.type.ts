import { Field, GraphQLISODateTime, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType, listArguments, orderInput } from '../../shared/connection';
import { individuals, VisibleTo } from '../access/policy';
import { EvidenceItem } from '../evidence/evidence-item.type';

@ObjectType({
  description:
    "What the viewer said of content. Only the person reaches it with their name: others see it without, and only together with others' feedback.",
  simpleResolvers: true,
})
export class Feedback extends EvidenceItem {
  /** Internal ids of what it is on. */
  moduleKey!: string | null;
  revisionKey!: string | null;
  pageKey!: string | null;
  versionKey!: string | null;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, { description: 'When it was given.' })
  at!: Date;
  @VisibleTo(individuals)
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it calls the content unclear; null where it does not say.',
  })
  unclear!: boolean | null;
  @VisibleTo(individuals)
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it calls the content outdated; null where it does not say.',
  })
  outdated!: boolean | null;
  @VisibleTo(individuals)
  @Field(() => Int, {
    nullable: true,
    description: 'The rating, from 1 (poor) to 5 (excellent); null where none.',
  })
  rating!: number | null;
  @VisibleTo(individuals)
  @Field(() => String, { nullable: true, description: 'What was said in words; null where nothing was.' })
  words!: string | null;
  @VisibleTo(individuals)
  @Field(() => Boolean, {
    description: 'Whether it was withdrawn: it then stays on record, but counts in no figure.',
  })
  withdrawn!: boolean;
}

@InputType({ description: 'Conditions on what a person said of content, or whom they helped.' })
export class SaidFilter {
  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only what was withdrawn; false: only the rest; left out: both.',
  })
  withdrawn?: boolean | null;
}

export const FeedbackOrder = orderInput('Feedback', { AT: 'By when it was given.' });
export const FeedbackListArguments = listArguments(SaidFilter, FeedbackOrder);
export const FeedbackConnection = connectionType(() => Feedback, 'Feedback');
