import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root, type ClassType } from 'type-graphql';
import type { Identity } from '../../graph/nouns/identity';
import { Costs } from '../../shared/field-extensions';
import { keyOfGlobalId } from '../../shared/ids';
import type { Noun } from '../../shared/noun.type';
import { wordsOf } from '../../shared/words';
import { VisibleTo } from '../access/policy';
import type { Role } from '../access/viewer';
import type { RequestContext } from '../request/context';
import { DeletePayload } from './deleted.type';
import { deleteNouns } from './deleting';
import { inGroupsOf, load, type BatchRead } from '../request/loaders';
import { OutsideId } from './outside-id.type';
import { ReferenceInput } from './reference.input';

interface NounDoor<Value extends Noun> {
  readonly type: ClassType<Value>;
  readonly identity: Identity;
  /** How fields speak of one and of many: person, people. */
  readonly one: string;
  readonly many: string;
  readonly byKey: BatchRead<string, Value | null, null>;
  /** Whether the viewer may see this one at all; everybody sees what is no person. */
  readonly sees?: (context: RequestContext, noun: Noun) => Promise<boolean>;
  /** Which roles may look it up and see what outside systems call it, and which may delete it. */
  readonly visibleTo: readonly Role[];
  readonly deletableBy: readonly Role[];
  readonly whoDeletes: string;
}

/** What the API offers of every noun alike: its look-up by global id, its outside ids, its deletion. */
export function nounResolver<Value extends Noun>(door: NounDoor<Value>): ClassType {
  const { type, identity, one, many, byKey, visibleTo, deletableBy } = door;
  const outsideIdsByKey: BatchRead<string, OutsideId[], null> = async (context, keys) =>
    inGroupsOf(
      keys,
      await identity.outsideNames(context.database, keys),
      ({ key }) => key,
      ({ name }) => name,
    );

  @Resolver(() => type)
  class NounResolver {
    @VisibleTo(visibleTo)
    @Costs(1)
    @Query(() => type, {
      name: one,
      nullable: true,
      description: `One ${wordsOf(one)} by global id, archived or not; null where there is none${door.sees ? ' or the viewer may not see it' : ''}.`,
    })
    async one(
      @Arg('id', () => ID, { description: 'Global id.' }) id: string,
      @Ctx() context: RequestContext,
    ): Promise<Value | null> {
      const key = keyOfGlobalId(identity.label, id);
      const noun = key === undefined ? null : await load(context, byKey, key, null);
      return noun && door.sees && !(await door.sees(context, noun)) ? null : noun;
    }

    @VisibleTo(visibleTo)
    @Costs(1)
    @FieldResolver(() => [OutsideId], {
      description: `What outside systems call this ${wordsOf(one)}, by source${door.sees ? '; empty where the viewer may not see it' : ''}.`,
    })
    async outsideIds(@Root() noun: Noun, @Ctx() context: RequestContext): Promise<OutsideId[]> {
      if (door.sees && !(await door.sees(context, noun))) return [];
      return load(context, outsideIdsByKey, noun.key, null);
    }

    @VisibleTo(deletableBy)
    @Costs(1)
    @Mutation(() => DeletePayload, {
      name: `delete${many.charAt(0).toUpperCase()}${many.slice(1)}`,
      description: `Deletes up to 1,000 ${wordsOf(many)} with all that belongs to them; what evidence hangs on is archived. ${door.whoDeletes}`,
    })
    remove(
      @Arg('items', () => [ReferenceInput], { description: `Up to 1,000 ${wordsOf(many)}.` })
      items: ReferenceInput[],
      @Ctx() { database, now }: RequestContext,
    ): Promise<DeletePayload> {
      return deleteNouns(database, identity, items, now);
    }
  }
  return NounResolver;
}
