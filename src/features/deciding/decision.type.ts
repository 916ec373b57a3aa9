import { Field, Float, GraphQLISODateTime, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType, listArguments, orderInput } from '../../shared/connection';
import { content, everyone, individuals, VisibleTo } from '../access/policy';
import { ExternalId } from '../nouns/external-id.type';
import { Person } from '../people/person.type';

export enum QuestionDecisionKind {
  REKEY = 'REKEY',
  WITHDRAW = 'WITHDRAW',
  KEEP = 'KEEP',
}
registerEnumType(QuestionDecisionKind, {
  name: 'QuestionDecisionKind',
  description: 'What becomes of answers to a version of a question that something was said to be wrong with.',
  valuesConfig: {
    REKEY: {
      description:
        'Another answer is right: whatever was responded is read by that key, as 1 or 0. Answers without a response count as they were scored.',
    },
    WITHDRAW: { description: 'Answers to it count no more.' },
    KEEP: { description: 'It is sound: answers to it count in full, as they were scored.' },
  },
});

@ObjectType({
  description:
    'What was decided about a version of a question, with its reason. It never changes; a later decision takes its place.',
  simpleResolvers: true,
})
export class QuestionDecision {
  /** Internal id. */
  versionKey!: string;
  @VisibleTo(everyone)
  @Field(() => ID, { description: 'An opaque id that never changes; it is not a global id for `node`.' })
  id!: string;
  @VisibleTo(content)
  @Field(() => ExternalId, { description: 'The source and id under which it was recorded.' })
  externalId!: ExternalId;
  @VisibleTo(everyone)
  @Field(() => QuestionDecisionKind, { description: 'What becomes of answers to the version.' })
  kind!: QuestionDecisionKind;
  @VisibleTo(content)
  @Field(() => String, {
    nullable: true,
    description:
      'The right answer, by which responses are read; null unless kind is REKEY. People who are asked the question cannot see it.',
  })
  key!: string | null;
  @VisibleTo(everyone)
  @Field(() => String, { description: 'The reason, in the words of whoever decided.' })
  reason!: string;
  @VisibleTo(everyone)
  @Field(() => GraphQLISODateTime, { description: 'When it was decided.' })
  at!: Date;
  @VisibleTo(everyone)
  @Field(() => Person, {
    nullable: true,
    description: 'Who decided; null where a program recorded it, behind whose token no person stands.',
  })
  by!: Person | null;
  @VisibleTo(everyone)
  @Field(() => Boolean, {
    description: 'Whether it holds; false where a later decision has taken its place.',
  })
  holds!: boolean;
  @VisibleTo(everyone)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

@InputType({ description: 'Conditions on decisions about questions.' })
export class QuestionDecisionFilter {
  @Field(() => [QuestionDecisionKind], {
    nullable: true,
    description: 'Only decisions of one of these kinds.',
  })
  kinds?: QuestionDecisionKind[] | null;
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Only decisions recorded at this moment or later.',
  })
  recordedSince?: Date | null;
}

export const QuestionDecisionOrder = orderInput('QuestionDecision', { AT: 'By when it was decided.' });
export const QuestionDecisionListArguments = listArguments(QuestionDecisionFilter, QuestionDecisionOrder);
export const QuestionDecisionConnection = connectionType(() => QuestionDecision, 'QuestionDecision');

@ObjectType({
  description: 'What a decision about a question makes of one answer.',
  simpleResolvers: true,
})
export class AnswerDecision {
  @VisibleTo(individuals)
  @Field(() => QuestionDecision, { description: 'The decision, with its reason.' })
  decision!: QuestionDecision;
  @VisibleTo(individuals)
  @Field(() => ExternalId, { description: 'The source and id under which the answer was recorded.' })
  externalId!: ExternalId;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, { description: 'When the answer was given.' })
  answeredAt!: Date;
  @VisibleTo(individuals)
  @Field(() => Float, {
    nullable: true,
    description: 'The score that the answer counted with before, in [0,1]; null where it did not count.',
  })
  scoreBefore!: number | null;
  @VisibleTo(individuals)
  @Field(() => Float, {
    nullable: true,
    description: 'The score that it counts with by this decision, in [0,1]; null where it counts no more.',
  })
  scoreAfter!: number | null;
  @VisibleTo(individuals)
  @Field(() => String, { description: 'The same in one plain sentence, with the reason.' })
  summary!: string;
}

export const AnswerDecisionOrder = orderInput('AnswerDecision', { AT: 'By when it was decided.' });
export const AnswerDecisionListArguments = listArguments(QuestionDecisionFilter, AnswerDecisionOrder);
export const AnswerDecisionConnection = connectionType(() => AnswerDecision, 'AnswerDecision');
