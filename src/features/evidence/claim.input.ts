import { Field, InputType } from 'type-graphql';
import { z } from 'zod';
import { identified, instant, levelOrBand, reference, text } from '../../shared/checks';
import { LenientDateTime, LenientFloat, LenientString } from '../../shared/scalars';
import { ExternalIdentityInput, ReferenceInput } from '../nouns/reference.input';
import { ClaimKind } from './claim.type';

@InputType({
  description:
    "A statement of a person's level in a skill, as a number or by the name of a band. Source and id name it for ever: sent again with the same content it changes nothing.",
})
export class ClaimInput extends ExternalIdentityInput {
  @Field(() => ReferenceInput, { nullable: true, description: 'Required. The person whose level is stated.' })
  person?: ReferenceInput;
  @Field(() => ReferenceInput, { nullable: true, description: 'Required. The skill that the level is in.' })
  skill?: ReferenceInput;
  @Field(() => LenientString, {
    nullable: true,
    description: 'Required. The kind of source that states it: the name of a ClaimKind, for example "PEER".',
  })
  kind?: unknown;
  @Field(() => LenientFloat, {
    nullable: true,
    description:
      "The level, above 0 and below 1: the probability of a right answer to the skill's reference question. Give this or band.",
  })
  level?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description:
      'Name of a band of levels, as `Query.bands` lists them; it stands for the level in the middle of the band. Give this or level.',
  })
  band?: unknown;
  @Field(() => ReferenceInput, {
    nullable: true,
    description:
      'The person who states it. Required for PEER and LEAD, and then not the person whose level it is; for SELF that person, or left out; for CREDENTIAL left out.',
  })
  by?: ReferenceInput | null;
  @Field(() => LenientString, {
    nullable: true,
    description:
      'The organisation that issued the credential, at most 200 characters. A CREDENTIAL needs issuer, credential or both; other claims have neither.',
  })
  issuer?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description: 'Name of the credential, at most 200 characters.',
  })
  credential?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description: 'What is said in words, for the people concerned to read; at most 1,000 characters.',
  })
  statement?: unknown;
  @Field(() => LenientDateTime, {
    nullable: true,
    description:
      'Required. When it was stated; not ahead of the clock by more than the allowed skew (5 minutes unless configured).',
  })
  at?: unknown;
}

const claimedLevel = z
  .number({ error: 'must be a number above 0 and below 1' })
  .refine((level) => level > 0 && level < 1, {
    error:
      'must be above 0 and below 1: nobody can claim that every answer is wrong, or right; state a level near it, like 0.05 or 0.95',
  });

const content = z.object({
  kind: z.enum(ClaimKind, { error: `must be one of ${Object.values(ClaimKind).join(', ')}` }),
  level: claimedLevel.nullish(),
  band: text(40).nullish(),
  by: reference('Person').nullish(),
  issuer: text(200).nullish(),
  credential: text(200).nullish(),
});

export const claimCheck = identified(
  'claim',
  z
    .object({
      ...content.shape,
      person: reference('Person'),
      skill: reference('Skill'),
      statement: text(1_000).nullish(),
      at: instant,
    })
    .refine(...levelOrBand)
    .superRefine((claim, context) => {
      for (const [field, message] of faultsOf(claim))
        context.addIssue({ code: 'custom', path: [field], message });
    }),
);
export type CheckedClaim = z.infer<typeof claimCheck>;

/** What a claim of its kind lacks, or has and should not, by field. */
function faultsOf({ kind, by, issuer, credential }: z.infer<typeof content>): [string, string][] {
  const faults: [string, string][] = [];
  const isCredential = kind === ClaimKind.CREDENTIAL;
  if ((kind === ClaimKind.PEER || kind === ClaimKind.LEAD) && by == null)
    faults.push(['by', `is required for a ${kind} claim: name who states it`]);
  if (isCredential && by != null)
    faults.push(['by', 'does not belong to a CREDENTIAL: name in issuer who issued it, and leave this out']);
  if (isCredential && issuer == null && credential == null)
    faults.push(['credential', 'is required for a CREDENTIAL, or issuer: name what states the level']);
  for (const [field, given] of Object.entries({ issuer, credential }))
    if (!isCredential && given != null)
      faults.push([field, 'belongs to a CREDENTIAL only: leave it out, or give CREDENTIAL as kind']);
  return faults;
}
