import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Connection, ListArguments } from '../../shared/connection';
import { Costs } from '../../shared/field-extensions';
import { everyone, organisation, staffing, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { nounResolvers } from '../nouns/noun.resolver';
import { payloadOf, relationshipsPayload } from '../nouns/saved.type';
import { RoleTemplateApplicationInput, RoleTemplateInput } from './project.input';
import { roleTemplateList } from './project.list';
import { roleTemplateByKey } from './project.loader';
import { saveRoleTemplates } from './project.service';
import { RoleTemplate, RoleTemplateConnection, RoleTemplateListArguments } from './project.type';
import { requirementsOfRoleTemplate } from './requirement.list';
import { applyRoleTemplates } from './requirement.service';
import {
  AppliedRoleTemplate,
  Requirement,
  RequirementConnection,
  RequirementListArguments,
} from './requirement.type';
import { appliedNow, roleTemplateIdentity } from './role-template.store';

export const roleTemplateNounResolvers = nounResolvers({
  type: RoleTemplate,
  identity: roleTemplateIdentity,
  one: 'roleTemplate',
  many: 'roleTemplates',
  byKey: roleTemplateByKey,
  visibleTo: everyone,
  savedBy: organisation,
  list: {
    list: roleTemplateList,
    connection: RoleTemplateConnection,
    arguments: RoleTemplateListArguments,
    by: 'name',
  },
  saving: { input: RoleTemplateInput, save: saveRoleTemplates },
  deleting: 'Requirements of projects and tasks that came from a template stay.',
});

const ApplyRoleTemplatesPayload = relationshipsPayload(AppliedRoleTemplate, {
  name: 'ApplyRoleTemplatesPayload',
  one: 'application',
  many: 'applications',
  savedBy: staffing,
});

@Resolver(() => RoleTemplate)
export class RoleTemplateResolver {
  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => RequirementConnection, {
    description: 'The requirements on each person who fills the role.',
  })
  requirements(
    @Root() role: RoleTemplate,
    @Args(() => RequirementListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Requirement>> {
    return requirementsOfRoleTemplate.pageUnder(context, role.key, given);
  }

  @VisibleTo(staffing)
  @Costs(1)
  @Mutation(() => ApplyRoleTemplatesPayload, {
    description:
      "Applies up to 1,000 role templates to projects and tasks: the templates' requirements become requirements there. A lead may do so for projects that their teams are responsible for; items for other projects are FORBIDDEN.",
  })
  async applyRoleTemplates(
    @Arg('items', () => [RoleTemplateApplicationInput], { description: 'Up to 1,000 applications.' })
    items: RoleTemplateApplicationInput[],
    @Ctx() context: RequestContext,
  ): Promise<InstanceType<typeof ApplyRoleTemplatesPayload>> {
    const saved = await applyRoleTemplates(context, items);
    return payloadOf(saved, items.length, (named) => appliedNow(context.database, named));
  }
}
