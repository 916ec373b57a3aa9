import { Field, InputType } from 'type-graphql';
import { z } from 'zod';
import { absoluteUri, externalName, flag, ofFields, reference, wholeNumberIn } from '../../../shared/checks';
import { LenientBoolean, LenientInt, LenientString } from '../../../shared/scalars';
import { ReferenceInput } from '../../nouns/reference.input';

@InputType({
  description:
    'Says what an activity of a learning platform is here, or all activities of one type: a module, one page of a module, a question, or nothing that counts. Give activity or type; and module, question or ignored, of which none takes back what was said before.',
})
export class ActivityMappingInput {
  @Field(() => LenientString, {
    nullable: true,
    description:
      'Name of the platform whose statements are meant; left out or null: all platforms. What is said of one goes before what is said of all.',
  })
  platform?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description: 'The IRI of the activity, exactly as statements name it, at most 2,000 characters.',
  })
  activity?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description:
      'The IRI of a type of activity, at most 2,000 characters. What is said of an activity, or what has its IRI as an external id, goes before what is said of its type.',
  })
  type?: unknown;
  @Field(() => ReferenceInput, {
    nullable: true,
    description: 'The module that it is, or has a page for it.',
  })
  module?: ReferenceInput | null;
  @Field(() => LenientInt, {
    nullable: true,
    description: 'With module: number of the revision that is shown, from 1; the current one where left out.',
  })
  revision?: unknown;
  @Field(() => LenientInt, {
    nullable: true,
    description:
      'With module: number of the page that it is, from 1; left out where it is the module as a whole.',
  })
  page?: unknown;
  @Field(() => ReferenceInput, { nullable: true, description: 'The question that it is.' })
  question?: ReferenceInput | null;
  @Field(() => LenientInt, {
    nullable: true,
    description:
      'With question: number of the version that is asked, from 1; the current one where left out.',
  })
  version?: unknown;
  @Field(() => LenientBoolean, {
    nullable: true,
    description: 'true: its statements are kept and counted, and are never evidence.',
  })
  ignored?: unknown;
}

const number = wholeNumberIn(1, 1_000_000).nullish();
const isGiven = (value: unknown): boolean => value != null && value !== false;

export const activityMappingCheck = z
  .object({
    platform: externalName.nullish(),
    activity: absoluteUri.nullish(),
    type: absoluteUri.nullish(),
    module: reference('Module').nullish(),
    revision: number,
    page: number,
    question: reference('Question').nullish(),
    version: number,
    ignored: flag.nullish(),
  })
  .refine(({ activity, type }) => isGiven(activity) !== isGiven(type), {
    error: 'give either activity or type',
    ...ofFields('activity', 'type'),
  })
  .refine(({ module, question, ignored }) => [module, question, ignored].filter(isGiven).length <= 1, {
    error: 'give one of module, question and ignored, or none of them',
    ...ofFields('module', 'question', 'ignored'),
  })
  .refine(({ module, revision, page }) => isGiven(module) || (!isGiven(revision) && !isGiven(page)), {
    error: 'go with module',
    ...ofFields('revision', 'page'),
  })
  .refine(({ question, version }) => isGiven(question) || !isGiven(version), {
    error: 'goes with question',
    ...ofFields('version'),
  });
export type CheckedActivityMapping = z.infer<typeof activityMappingCheck>;
