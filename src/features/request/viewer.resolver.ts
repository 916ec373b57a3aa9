import { Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { Costs } from '../../shared/field-extensions';
import { globalId } from '../../shared/ids';
import { everyone, VisibleTo } from '../access/policy';
import type { RequestContext } from './context';
import { RoleName, roleNames } from '../access/role.type';

@ObjectType('Viewer', {
  description: 'The sender of the request, as identified by the token.',
  simpleResolvers: true,
})
class ViewerType {
  @VisibleTo(everyone)
  @Field(() => RoleName, { description: 'The role in which the request is sent.' })
  role!: RoleName;
  @VisibleTo(everyone)
  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the person behind the token; null for a program.',
  })
  personId!: string | null;
}

@Resolver(() => ViewerType)
export class ViewerResolver {
  @VisibleTo(everyone)
  @Costs(1)
  @Query(() => ViewerType, { description: 'The sender of the request, as identified by the token.' })
  viewer(@Ctx() { viewer: { role, personKey } }: RequestContext): ViewerType {
    return {
      role: roleNames[role],
      personId: personKey === undefined ? null : globalId('Person', personKey),
    };
  }
}
