import { Field, InputType } from 'type-graphql';
import { z } from 'zod';
import { flag, noun, reference, text, wholeNumberIn } from '../../shared/checks';
import type { NodeType } from '../../shared/ids';
import { LenientBoolean, LenientInt, LenientString } from '../../shared/scalars';
import { NounInput, ReferenceInput } from '../nouns/reference.input';
import { PageInput, pagesCheck, ResourceInput, resourcesCheck } from './page.input';

@InputType({
  description:
    'Creates a module, or changes the one with this source and id. A field that is left out stays as it is; null clears it. Pages or resources that differ from those of the current revision publish the next revision.',
})
export class ModuleInput extends NounInput {
  @Field(() => LenientString, {
    nullable: true,
    description: 'Name, 1 to 200 characters; required for a new module.',
  })
  name?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description: 'What the module is about, at most 10,000 characters.',
  })
  description?: unknown;
  @Field(() => LenientInt, {
    nullable: true,
    description: 'How long the authors expect the whole module to take, in whole minutes, 1 to 10,000.',
  })
  expectedMinutes?: unknown;
  @Field(() => [ReferenceInput], {
    nullable: true,
    description: 'All authors, at most 100: replaces the list.',
  })
  authors?: unknown[] | null;
  @Field(() => [ReferenceInput], {
    nullable: true,
    description:
      'All modules that should be completed before this one, at most 100: replaces the list. They may also be saved by any item of the same batch.',
  })
  prerequisites?: unknown[] | null;
  @Field(() => [PageInput], {
    nullable: true,
    description: 'All pages, in order, at most 500: replaces the list.',
  })
  pages?: unknown[] | null;
  @Field(() => [ResourceInput], {
    nullable: true,
    description: 'Resources that accompany the pages, in order, at most 100: replaces the list.',
  })
  resources?: unknown[] | null;
  @Field(() => LenientInt, {
    nullable: true,
    description:
      'Number of the revision that these pages and resources form, from 1. A module that already has a revision with this number stays as it is, so that a history of revisions can be sent again. Left out: content that differs becomes the next revision.',
  })
  revision?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description:
      'What changed in pages and resources, and why, at most 2,000 characters: kept with the revision that this item publishes, and ignored where it publishes none.',
  })
  note?: unknown;
  @Field(() => LenientBoolean, {
    nullable: true,
    description:
      'Whether chance decides who takes the revision that this item publishes and who takes the one before it, so that the two can be compared as in an experiment; false where left out or null, and ignored where it publishes none.',
  })
  assignedAtRandom?: unknown;
}

function list(type: NodeType, what: string) {
  return z
    .array(reference(type))
    .max(100, { error: `must not name more than 100 ${what}` })
    .nullish()
    .transform((given) => (given === null ? [] : given));
}

export const moduleCheck = noun('Module', {
  name: text(200).optional(),
  description: text(10_000).nullish(),
  expectedMinutes: wholeNumberIn(1, 10_000).nullish(),
  authors: list('Person', 'people'),
  prerequisites: list('Module', 'modules'),
  pages: pagesCheck,
  resources: resourcesCheck,
  revision: wholeNumberIn(1, 1_000_000).nullish(),
  note: text(2_000).nullish(),
  assignedAtRandom: flag.nullish(),
});
