import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
  Mutation,
  Query,
  Resolver,
  Root,
  type ClassType,
} from 'type-graphql';
import type { Identity } from '../../graph/nouns/identity';
import type { Connection, ListArguments } from '../../shared/connection';
import { Costs } from '../../shared/field-extensions';
import { keyOfGlobalId } from '../../shared/ids';
import type { Noun } from '../../shared/noun.type';
import type { ItemError } from '../../shared/items';
import { capitalized, wordsOf } from '../../shared/words';
import { VisibleTo } from '../access/policy';
import type { Role } from '../access/viewer';
import type { RequestContext } from '../request/context';
import { inGroupsOf, load, loadSaved, type BatchRead } from '../request/loaders';
import { DeletePayload } from './deleted.type';
import { deleteNouns } from './deleting';
import type { NodeList } from './lists';
import { externalReference } from './external-reference';
import { ExternalId } from './external-id.type';
import { ReferenceInput } from './reference.input';
import { savePayload, type SavePayload } from './saved.type';
import type { Saved } from './saving';

/** What a noun states of itself; its queries and mutations follow from it. */
interface NounApi<Value extends Noun, Input extends object> {
  readonly type: ClassType<Value>;
  readonly identity: Identity;
  /** What fields call one and many of them: person, people. */
  readonly one: string;
  readonly many: string;
  readonly byKey: BatchRead<string, Value | null, null>;
  /** Whether the viewer may see this one; left out where everybody may see all of them. */
  readonly sees?: (context: RequestContext, noun: Noun) => Promise<boolean>;
  /** Which roles may look it up, list it and see what external systems call it. */
  readonly visibleTo: readonly Role[];
  /** Which roles may save and delete it. */
  readonly savedBy: readonly Role[];
  /** The list of all of them; left out where there is none, or another room owns it. */
  readonly list?: NounListing<Value>;
  readonly saving: NounSaving<Input>;
  /** What deleting one does to what is related to it. */
  readonly deleting: string;
}

interface NounListing<Value> {
  readonly list: Pick<NodeList<unknown, Value>, 'page'>;
  readonly connection: ClassType<Connection<Value>>;
  readonly arguments: ClassType<ListArguments>;
  /** What the list is ordered by, as its description says it. */
  readonly by: string;
}

interface NounSaving<Input extends object> {
  readonly input: ClassType<Input>;
  readonly save: (context: RequestContext, items: readonly Input[]) => Promise<Saved>;
  /** What saving does, where it is more than creating and changing. */
  readonly description?: string;
  /** What a result shows where it is not simply the noun as saved. */
  readonly result?: string;
}

/** The queries, mutations and fields that the API has for every noun alike. */
export function nounResolvers<Value extends Noun, Input extends object>(
  noun: NounApi<Value, Input>,
): readonly ClassType[] {
  return [
    lookUpResolver(noun),
    ...(noun.list ? [listResolver(noun, noun.list)] : []),
    saveResolver(noun),
    deleteResolver(noun),
  ];
}

type Named<Value extends Noun> = Pick<
  NounApi<Value, object>,
  'type' | 'identity' | 'one' | 'many' | 'byKey' | 'sees' | 'visibleTo' | 'savedBy'
>;

function lookUpResolver<Value extends Noun>({
  type,
  identity,
  one,
  byKey,
  sees,
  visibleTo,
}: Named<Value>): ClassType {
  const externalIdsByKey: BatchRead<string, ExternalId[], null> = async (context, keys) =>
    inGroupsOf(
      keys,
      await identity.externalNames(context.database, keys),
      ({ key }) => key,
      ({ name }) => name,
    );

  const keyByReference: BatchRead<string, string | undefined, null> = async (context, references) => {
    const found = await identity.resolve(context.database, references);
    return references.map((reference) => found.get(reference));
  };

  @Resolver(() => type)
  class LookUpResolver {
    @VisibleTo(visibleTo)
    @Costs(1)
    @Query(() => type, {
      name: one,
      nullable: true,
      description: `One ${wordsOf(one)} by global id, or by source and id, archived or not; null where there is none${sees ? ' or the viewer may not see it' : ''}.`,
    })
    async one(
      @Arg('id', () => ID, {
        description: 'Global id; together with source the id in that external system.',
      })
      id: string,
      @Arg('source', () => String, {
        nullable: true,
        description:
          'The external system that `id` is of, for example "hr"; where it is left out or null, `id` is a global id.',
      })
      source: string | null,
      @Ctx() context: RequestContext,
    ): Promise<Value | null> {
      const key =
        source == null
          ? keyOfGlobalId(identity.label, id)
          : await load(context, keyByReference, externalReference(identity.label, source, id), null);
      const noun = key === undefined ? null : await load(context, byKey, key, null);
      return noun && sees && !(await sees(context, noun)) ? null : noun;
    }

    @VisibleTo(visibleTo)
    @Costs(1)
    @FieldResolver(() => [ExternalId], {
      description: `The ids of this ${wordsOf(one)} in external systems, by source${sees ? '; empty where the viewer may not see them' : ''}.`,
    })
    async externalIds(@Root() noun: Noun, @Ctx() context: RequestContext): Promise<ExternalId[]> {
      if (sees && !(await sees(context, noun))) return [];
      return load(context, externalIdsByKey, noun.key, null);
    }
  }
  return LookUpResolver;
}

function listResolver<Value extends Noun>(
  { type, many, visibleTo }: Pick<Named<Value>, 'type' | 'many' | 'visibleTo'>,
  { list, connection, arguments: listArguments, by }: NounListing<Value>,
): ClassType {
  @Resolver(() => type)
  class ListResolver {
    @VisibleTo(visibleTo)
    @Costs(1)
    @Query(() => connection, { name: many, description: `All ${wordsOf(many)}, by ${by}.` })
    all(
      @Args(() => listArguments) given: ListArguments,
      @Ctx() context: RequestContext,
    ): Promise<Connection<Value>> {
      return list.page(context, given);
    }
  }
  return ListResolver;
}

function saveResolver<Value extends Noun, Input extends object>({
  type,
  one,
  many,
  byKey,
  savedBy,
  saving,
}: Named<Value> & { readonly saving: NounSaving<Input> }): ClassType {
  const {
    input,
    save,
    description = `Creates or changes up to 1,000 ${wordsOf(many)} by external id.`,
    result,
  } = saving;
  const payload = savePayload(type, { one, many, savedBy }, result);

  @Resolver(() => type)
  class SaveResolver {
    @VisibleTo(savedBy)
    @Costs(1)
    @Mutation(() => payload, { name: `save${capitalized(many)}`, description })
    async save(
      @Arg('items', () => [input], { description: `Up to 1,000 ${wordsOf(many)}.` }) items: Input[],
      @Ctx() context: RequestContext,
    ): Promise<SavePayload> {
      const { keys, errors } = await save(context, items);
      return {
        [many]: await loadSaved(context, byKey, items, keys),
        errors: await withCurrent(context, byKey, errors),
      };
    }
  }
  return SaveResolver;
}

/** Errors of items that met something changed since, each with what it is now. */
function withCurrent<Value extends Noun>(
  context: RequestContext,
  byKey: BatchRead<string, Value | null, null>,
  errors: readonly ItemError[],
): Promise<ItemError[]> {
  return Promise.all(
    errors.map(async (error) =>
      error.key === undefined ? error : { ...error, current: await load(context, byKey, error.key, null) },
    ),
  );
}

function deleteResolver<Value extends Noun>({
  type,
  identity,
  many,
  savedBy,
  deleting,
}: Named<Value> & { readonly deleting: string }): ClassType {
  @Resolver(() => type)
  class DeleteResolver {
    @VisibleTo(savedBy)
    @Costs(1)
    @Mutation(() => DeletePayload, {
      name: `delete${capitalized(many)}`,
      description: `Deletes up to 1,000 ${wordsOf(many)} with everything that belongs to them; those that evidence depends on are archived instead. ${deleting}`,
    })
    delete(
      @Arg('items', () => [ReferenceInput], { description: `Up to 1,000 ${wordsOf(many)}.` })
      items: ReferenceInput[],
      @Ctx() { database, now }: RequestContext,
    ): Promise<DeletePayload> {
      return deleteNouns(database, identity, items, now);
    }
  }
  return DeleteResolver;
}
