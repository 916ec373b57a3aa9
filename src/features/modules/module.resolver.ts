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
      'Creates or changes up to 1,000 modules by outside id, and publishes their next revisions. Saving the same pages and resources again publishes nothing, unless a question that they name without a version has a new one; items for the same module apply in their order. An item whose prerequisites would close a circle fails and changes nothing; but a new module that other items point to is created all the same, without content.',
    result: 'as it is after the whole batch',
  },
  deleting:
    'A module that somebody visited is archived, with all its revisions; enrolments go with one that is deleted.',
});

@Resolver(() => Module)
export class ModuleResolver {
  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => Revision, {
    nullable: true,
    description: 'The revision that people learn from now; null while nothing was published.',
  })
  current(@Root() module: Module, @Ctx() context: RequestContext): Promise<Revision | null> {
    return load(context, currentRevisionOf, module.key, null);
  }

  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => RevisionConnection, { description: 'Every revision there has been.' })
  revisions(
    @Root() module: Module,
    @Args(() => RevisionListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Revision>> {
    return revisionsOfModule.pageUnder(context, module.key, given);
  }

  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => PersonConnection, { description: 'Who wrote the module.' })
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
  @FieldResolver(() => ModuleConnection, { description: 'The modules that this one is a prerequisite of.' })
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
    description: 'The modules that the person wrote, alone or with others.',
  })
  authored(
    @Root() person: Person,
    @Args(() => ModuleListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Module>> {
    return modulesAuthoredBy.pageUnder(context, person.key, given);
  }
}
