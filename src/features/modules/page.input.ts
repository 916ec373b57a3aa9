import { Field, InputType } from 'type-graphql';
import { z } from 'zod';
import { oneOf, reference, text, webAddress, wholeNumberIn } from '../../shared/checks';
import { LenientInt, LenientString } from '../../shared/scalars';
import { ReferenceInput } from '../nouns/reference.input';
import { PageKind } from './page.type';
import { ResourceKind } from './revision.type';

@InputType({ description: 'A question that a page asks, in its current version or in a given one.' })
export class AskedQuestionInput {
  @Field(() => ReferenceInput, { description: 'The question that the page asks.' })
  question!: ReferenceInput;
  @Field(() => LenientInt, {
    nullable: true,
    description:
      'Number of the version to ask, from 1; left out or null: the version that is current now. The published page keeps asking that version.',
  })
  version?: unknown;
}

@InputType({ description: 'Questions of a page that belong together.' })
export class PageSectionInput {
  @Field(() => LenientString, {
    nullable: true,
    description:
      "Title, 1 to 500 characters, different from the other sections' on the page; left out or null where it has none.",
  })
  title?: unknown;
  @Field(() => [AskedQuestionInput], { description: 'The questions, in order, 1 to 200.' })
  questions!: AskedQuestionInput[];
}

@InputType({ description: "A page of a module's revision." })
export class PageInput {
  @Field(() => LenientString, {
    nullable: true,
    description: 'Title, 1 to 500 characters; left out or null where it has none.',
  })
  title?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description: 'The kind of page: the name of a PageKind, for example "QUIZ"; OTHER where left out.',
  })
  kind?: unknown;
  @Field(() => LenientInt, {
    nullable: true,
    description: 'How long the authors expect a learner to need for the page, in whole seconds, 1 to 86,400.',
  })
  expectedSeconds?: unknown;
  @Field(() => [PageSectionInput], {
    nullable: true,
    description:
      'The questions that the page asks, section by section, in order, at most 50 sections; left out where it asks none.',
  })
  sections?: unknown[] | null;
}

@InputType({ description: 'Material that accompanies a module and is kept elsewhere, at an address.' })
export class ResourceInput {
  @Field(() => LenientString, { nullable: true, description: 'Required. Title, 1 to 500 characters.' })
  title?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description:
      'The kind of resource: the name of a ResourceKind, for example "CHEAT_SHEET"; LINK where left out.',
  })
  kind?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description: 'Required. The address of the resource, http or https, at most 2,000 characters.',
  })
  url?: unknown;
}

const title = text(500)
  .nullish()
  .transform((given) => given ?? null);

/** One of an enum's words; what is left out is the given one. */
function kindOf<Kind extends string>(kinds: Readonly<Record<string, Kind>>, otherwise: Kind) {
  return oneOf(Object.values(kinds))
    .nullish()
    .transform((given) => (given ?? otherwise) as Kind);
}

const sectionCheck = z.object({
  title,
  questions: z
    .array(
      z.object({
        question: reference('Question'),
        version: wholeNumberIn(1, 1_000_000)
          .nullish()
          .transform((given) => given ?? null),
      }),
    )
    .min(1, { error: 'must name at least one question' })
    .max(200, { error: 'must not name more than 200 questions' }),
});

const pageCheck = z.object({
  title,
  kind: kindOf(PageKind, PageKind.OTHER),
  expectedSeconds: wholeNumberIn(1, 86_400)
    .nullish()
    .transform((given) => given ?? null),
  sections: z
    .array(sectionCheck)
    .max(50, { error: 'must not have more than 50 sections' })
    .refine((given) => new Set(given.map((one) => one.title)).size === given.length, {
      error: 'must not have two sections with the same title: rename one, or put their questions together',
    })
    .nullish()
    .transform((given) => given ?? []),
});

export type CheckedPage = z.output<typeof pageCheck>;

/** The pages of a module: left out stays, null clears. */
export const pagesCheck = z
  .array(pageCheck)
  .max(500, { error: 'must not have more than 500 pages' })
  .nullish()
  .transform((given) => (given === null ? [] : given));

/** The resources of a module: left out stays, null clears. */
export const resourcesCheck = z
  .array(z.object({ title: text(500), kind: kindOf(ResourceKind, ResourceKind.LINK), url: webAddress }))
  .max(100, { error: 'must not have more than 100 resources' })
  .nullish()
  .transform((given) => (given === null ? [] : given));
