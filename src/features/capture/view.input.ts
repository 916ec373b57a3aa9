import { Field, InputType } from 'type-graphql';
import { externalName, instant, reference, wholeNumberIn } from '../../shared/checks';
import { LenientDateTime, LenientInt, LenientString } from '../../shared/scalars';
import { ExternalIdentityInput, ReferenceInput } from '../nouns/reference.input';

/** What page views and video views have in common. */
@InputType({ description: 'A view of one page in the course of a visit.' })
export abstract class ViewInput extends ExternalIdentityInput {
  @Field(() => ReferenceInput, { nullable: true, description: 'Required. The person whose visit it is.' })
  person?: ReferenceInput;
  @Field(() => LenientString, {
    nullable: true,
    description:
      'Required. The id of the visit in the same source. The visit itself may be recorded later; of another person or revision than this view says, it is a CONFLICT, as the view is where the visit was there first.',
  })
  visit?: unknown;
  @Field(() => ReferenceInput, { nullable: true, description: 'Required. The module.' })
  module?: ReferenceInput;
  @Field(() => LenientInt, {
    nullable: true,
    description:
      'Number of the revision that was shown, from 1; where it is left out that of the visit, else the current one.',
  })
  revision?: unknown;
  @Field(() => LenientInt, {
    nullable: true,
    description: 'Required. Number of the page in the revision, from 1.',
  })
  page?: unknown;
  @Field(() => LenientDateTime, {
    nullable: true,
    description:
      'Required. When the page was opened; not ahead of the clock by more than the allowed skew (5 minutes unless configured).',
  })
  at?: unknown;
}

/** The checks of those fields. */
export const viewChecks = {
  person: reference('Person'),
  visit: externalName,
  module: reference('Module'),
  revision: wholeNumberIn(1, 1_000_000).nullish(),
  page: wholeNumberIn(1, 1_000_000),
  at: instant,
};
