import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Connection, ListArguments } from '../../shared/connection';
import { Costs } from '../../shared/field-extensions';
import { everyone, organisation, staffing, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { loadSaved } from '../request/loaders';
import { nounResolver } from '../nouns/noun.resolver';
import { SaveRelationshipsPayload } from '../nouns/saved.type';
import { RoleTemplateApplicationInput, RoleTemplateInput, SaveRoleTemplatesPayload } from './project.input';
import { roleTemplateList } from './project.list';
import { roleTemplateByKey } from './project.loader';
import { saveRoleTemplates } from './project.service';
import { RoleTemplate, RoleTemplateConnection, RoleTemplateListArguments } from './project.type';
import { requirementsOfRoleTemplate } from './requirement.list';
import { applyRoleTemplates } from './requirement.service';
import { Requirement, RequirementConnection, RequirementListArguments } from './requirement.type';
import { roleTemplateIdentity } from './role-template.store';

export const RoleTemplateNounResolver = nounResolver({
  type: RoleTemplate,
  identity: roleTemplateIdentity,
  one: 'roleTemplate',
  many: 'roleTemplates',
  byKey: roleTemplateByKey,
  visibleTo: everyone,
  deletableBy: organisation,
  whoDeletes: 'Requirements that were stated from it stay.',
});

@Resolver(() => RoleTemplate)
export class RoleTemplateResolver {
  @VisibleTo(everyone)
  @Costs(1)
  @Query(() => RoleTemplateConnection, { description: 'All role templates, by name.' })
  roleTemplates(
    @Args(() => RoleTemplateListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<RoleTemplate>> {
    return roleTemplateList.page(context, given);
  }

  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => RequirementConnection, {
    description: 'What the role requires of the person who fills it.',
  })
  requirements(
    @Root() role: RoleTemplate,
    @Args(() => RequirementListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Requirement>> {
    return requirementsOfRoleTemplate.pageUnder(context, role.key, given);
  }

  @VisibleTo(organisation)
  @Costs(1)
  @Mutation(() => SaveRoleTemplatesPayload, {
    description: 'Creates or changes up to 1,000 role templates by outside id.',
  })
  async saveRoleTemplates(
    @Arg('items', () => [RoleTemplateInput], { description: 'Up to 1,000 role templates.' })
    items: RoleTemplateInput[],
    @Ctx() context: RequestContext,
  ): Promise<SaveRoleTemplatesPayload> {
    const { keys, errors } = await saveRoleTemplates(context, items);
    return { roleTemplates: await loadSaved(context, roleTemplateByKey, items, keys), errors };
  }

  @VisibleTo(staffing)
  @Costs(1)
  @Mutation(() => SaveRelationshipsPayload, {
    description:
      'Applies up to 1,000 role templates to projects and tasks: what they require is required there. A lead does so for the projects that their teams are responsible for; others are FORBIDDEN item by item.',
  })
  applyRoleTemplates(
    @Arg('items', () => [RoleTemplateApplicationInput], { description: 'Up to 1,000 applications.' })
    items: RoleTemplateApplicationInput[],
    @Ctx() context: RequestContext,
  ): Promise<SaveRelationshipsPayload> {
    return applyRoleTemplates(context, items);
  }
}
