import { Field, InputType } from 'type-graphql';
import { z } from 'zod';
import { identified, numberIn, wholeNumberIn } from '../../shared/checks';
import { LenientFloat, LenientInt } from '../../shared/scalars';
import { ViewInput, viewChecks } from './view.input';

@InputType({
  description:
    'Time on one page of a revision in the course of a visit: judges content, and never moves a level. Source and id name it for ever: sent again with the same content it changes nothing.',
})
export class PageViewInput extends ViewInput {
  @Field(() => LenientFloat, {
    nullable: true,
    description:
      'Required. Seconds, 0 to 86,400, in which the page was seen and the person did something with it.',
  })
  activeSeconds?: unknown;
  @Field(() => LenientFloat, {
    nullable: true,
    description:
      'Seconds, 0 to 86,400, in which the page was open and hidden, or nothing was done; 0 where left out.',
  })
  idleSeconds?: unknown;
  @Field(() => LenientInt, {
    nullable: true,
    description: 'How often nothing was done for a while, 0 to 100,000; 0 where left out.',
  })
  pauses?: unknown;
  @Field(() => LenientFloat, {
    nullable: true,
    description: 'Seconds, 0 to 86,400, of the longest pause; 0 where left out.',
  })
  longestPauseSeconds?: unknown;
  @Field(() => LenientInt, {
    nullable: true,
    description:
      'How often the person came back to the page within this view, 0 to 100,000; 0 where left out.',
  })
  revisits?: unknown;
}

const seconds = numberIn(0, 86_400);
const count = wholeNumberIn(0, 100_000);

export const pageViewCheck = identified(
  'pageView',
  z.object({
    ...viewChecks,
    activeSeconds: seconds,
    idleSeconds: seconds.nullish(),
    pauses: count.nullish(),
    longestPauseSeconds: seconds.nullish(),
    revisits: count.nullish(),
  }),
);
export type CheckedPageView = z.infer<typeof pageViewCheck>;
