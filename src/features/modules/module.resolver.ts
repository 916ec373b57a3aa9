import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Connection, ListArguments } from '../../shared/connection';
import { Costs } from '../../shared/field-extensions';
import { content, everyone, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { nounResolvers } from '../nouns/noun.resolver';
import { Person, PersonConnection, PersonListArguments } from '../people/person.type';
import { ModuleInput } from './module.input';
import {
  authorsOfModule,
  moduleList,
  modulesAuthoredBy,
  modulesBuiltOnModule,
  prerequisitesOfModule,
} from './module.list';
import { currentRevisionOf, moduleByKey } from './module.loader';
import { saveModules } from './module.service';
import { moduleIdentity } from './module.store';
import { Module, ModuleConnection, ModuleListArguments } from './module.type';
import { revisionsOfModule } from './revision.list';
import { Revision, RevisionConnection, RevisionListArguments } from './revision.type';

export const moduleNounResolvers = nounResolvers({
  type: Module,
  identity: moduleIdentity,
  one: 'module',
  many: 'modules',
  byKey: moduleByKey,
  visibleTo: everyone,
  savedBy: content,
  list: { list: moduleList, connection: ModuleConnection, arguments: ModuleListArguments, by: 'name' },
  saving: {
    input: ModuleInput,
    save: saveModules,
    description:
      'Creates or changes up to 1,000 modules by external id, and publishes their next revisions. Saving the same pages and resources again publishes nothing, unless a question given without a version has a newer one; items for the same module are applied in order. An item whose prerequisites would close a cycle fails and changes nothing, except that a new module that other items refer to is created, without content.',
    result: 'as it is after the whole batch',
  },
  deleting:
    "A module that someone visited is archived with all its revisions; a deleted module's enrolments are deleted with it.",
});

@Resolver(() => Module)
export class ModuleResolver {
  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => Revision, {
    nullable: true,
    description: 'The revision that people learn from now; null until one has been published.',
  })
  current(@Root() module: Module, @Ctx() context: RequestContext): Promise<Revision | null> {
    return load(context, currentRevisionOf, module.key, null);
  }

  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => RevisionConnection, { description: 'All revisions, the current one and former ones.' })
  revisions(
    @Root() module: Module,
    @Args(() => RevisionListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Revision>> {
    return revisionsOfModule.pageUnder(context, module.key, given);
  }

  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => PersonConnection, { description: 'The people who wrote the module.' })
  authors(
    @Root() module: Module,
    @Args(() => PersonListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Person>> {
    return authorsOfModule.pageUnder(context, module.key, given);
  }

  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => ModuleConnection, {
    description: 'The modules that should be completed before this one.',
  })
  prerequisites(
    @Root() module: Module,
    @Args(() => ModuleListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Module>> {
    return prerequisitesOfModule.pageUnder(context, module.key, given);
  }

  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => ModuleConnection, { description: 'The modules that have this one as a prerequisite.' })
  prerequisiteOf(
    @Root() module: Module,
    @Args(() => ModuleListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Module>> {
    return modulesBuiltOnModule.pageUnder(context, module.key, given);
  }
}

@Resolver(() => Person)
export class PersonAuthoredResolver {
  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => ModuleConnection, {
    description: 'The modules of which the person is an author.',
  })
  authored(
    @Root() person: Person,
    @Args(() => ModuleListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Module>> {
    return modulesAuthoredBy.pageUnder(context, person.key, given);
  }
}
