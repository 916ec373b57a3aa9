import { Field, InputType } from 'type-graphql';
import { z } from 'zod';
import { flag, identified, instant, reference, text } from '../../shared/checks';
import { LenientBoolean, LenientDateTime, LenientString } from '../../shared/scalars';
import { ExternalIdentityInput, ReferenceInput } from '../nouns/reference.input';

@InputType({
  description:
    'Saves an opening, or changes the one with this source and id. A field that is left out stays as it is; null clears filledAt, filledBy and closedAt. What was lacking is computed when it is saved first, and stays.',
})
export class OpeningInput extends ExternalIdentityInput {
  @Field(() => ReferenceInput, {
    nullable: true,
    description: 'The project that lacks somebody; required for a new opening. It stays the same.',
  })
  project?: ReferenceInput | null;
  @Field(() => [LenientString], {
    nullable: true,
    description:
      'Ids of the requirements that it is for, as `draftJobDescription` and gaps have them; of several levels of one skill the highest counts. Left out, a new opening is for all that the project lacks (INVALID where it lacks nothing). They stay the same: others are INVALID for an opening that is there.',
  })
  requirements?: unknown[] | null;
  @Field(() => LenientDateTime, {
    nullable: true,
    description: 'When it was opened; now for a new opening where left out.',
  })
  openedAt?: unknown;
  @Field(() => LenientDateTime, {
    nullable: true,
    description: 'When somebody was found, not before openedAt; not together with closedAt.',
  })
  filledAt?: unknown;
  @Field(() => ReferenceInput, {
    nullable: true,
    description:
      'Who was found, where they are known here; with filledAt. It only tells who: what is known of them comes from evidence, as of everybody.',
  })
  filledBy?: ReferenceInput | null;
  @Field(() => LenientDateTime, {
    nullable: true,
    description: 'When it was closed with nobody found, not before openedAt.',
  })
  closedAt?: unknown;
  @Field(() => LenientBoolean, {
    nullable: true,
    description: 'true: remove the opening with this source and id; other fields are ignored.',
  })
  remove?: unknown;
}

export const openingCheck = identified(
  'Opening',
  z.object({
    project: reference('Project').nullish(),
    requirements: z.array(text(100)).min(1, { error: 'must name one at least' }).max(1_000).nullish(),
    openedAt: instant.nullish(),
    filledAt: instant.nullish(),
    filledBy: reference('Person').nullish(),
    closedAt: instant.nullish(),
    remove: flag.nullish(),
  }),
);
export type CheckedOpening = z.output<typeof openingCheck>;
