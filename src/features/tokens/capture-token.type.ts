import { Field, GraphQLISODateTime, Int, ObjectType } from 'type-graphql';
import { everyone, VisibleTo } from '../access/policy';

@ObjectType({
  description:
    'A token for capture.js, the tracker that a course page includes: by it the page records visits, page views and video views of one person in one module. It opens nothing else and shows nobody anything; docs/capture.md says how it is used.',
  simpleResolvers: true,
})
export class CaptureToken {
  @VisibleTo(everyone)
  @Field(() => String, {
    description: 'The token: give it to the page of this person, and to no other.',
  })
  token!: string;
  @VisibleTo(everyone)
  @Field(() => GraphQLISODateTime, { description: 'When it ends; it cannot be ended before.' })
  expiresAt!: Date;
  @VisibleTo(everyone)
  @Field(() => Int, {
    description:
      'Number of the revision that what is recorded belongs to: the one given, or the current one when the token was issued.',
  })
  revision!: number;
}
