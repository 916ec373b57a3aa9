import { byName } from '../../shared/name-order';
import { counted } from '../../shared/words';
import { namedModule } from '../modules/module.store';
import type { RequestContext } from '../request/context';
import { namedSkill } from '../skills/skill.store';
import {
  countModules,
  demandedSkills,
  undemandedModules,
  type DemandedSkill,
  type ModuleTaught,
} from './alignment.read';
import type { CatalogueAlignment, UndemandedModule, UntaughtSkill } from './alignment.type';

/** Compares what is required with what is taught, and shows so many of each side at most. */
export async function catalogueAlignment(
  { database, now }: RequestContext,
  first: number,
): Promise<CatalogueAlignment> {
  const demanded = await demandedSkills(database, now);
  const [modules, unwanted] = await Promise.all([
    countModules(database),
    undemandedModules(
      database,
      demanded.map(({ key }) => key),
    ),
  ]);
  const untaught = demanded.filter(({ level, taughtTo }) => taughtTo === null || taughtTo < level);
  untaught.sort(byDemand);
  return {
    asOf: new Date(now),
    demandedCount: demanded.length,
    untaughtCount: untaught.length,
    untaught: untaught.slice(0, first).map(untaughtOf),
    moduleCount: modules,
    undemandedCount: unwanted.length,
    undemanded: unwanted.slice(0, first).map(undemandedOf),
    summary: `${String(untaught.length)} of ${counted(demanded.length, 'required skill')} ${untaught.length === 1 ? 'is' : 'are'} not taught as far as required; ${String(unwanted.length)} of ${counted(modules, 'module')} ${unwanted.length === 1 ? 'teaches' : 'teach'} nothing that is required.`,
  };
}

function byDemand(one: DemandedSkill, other: DemandedSkill): number {
  return other.seats - one.seats || other.roleTemplates - one.roleTemplates || byName(one, other);
}

function untaughtOf(demanded: DemandedSkill): UntaughtSkill {
  const { name, level, taughtTo, seats, projects, roleTemplates } = demanded;
  const required = [
    ...(projects > 0 ? [`by ${counted(projects, 'project')} of ${counted(seats, 'person', 'people')}`] : []),
    ...(roleTemplates > 0 ? [`by ${counted(roleTemplates, 'role template')}`] : []),
  ].join(' and ');
  const taught =
    taughtTo === null ? 'no module teaches it' : `modules lead no further than ${inWords(taughtTo)}`;
  return {
    skill: namedSkill(demanded),
    ...{ level, taughtTo, seats, projectCount: projects, roleTemplateCount: roleTemplates },
    summary: `${name} is required up to ${inWords(level)}, ${required}; ${taught}.`,
  };
}

function inWords(level: number): string {
  return `level ${String(Number(level.toPrecision(3)))}`;
}

function undemandedOf({ key, name, skills }: ModuleTaught): UndemandedModule {
  return {
    module: namedModule({ key, name }),
    skills: skills.map(namedSkill),
    summary:
      skills.length === 0
        ? `${name} is not said to teach any skill.`
        : `${name} teaches ${skills.map((skill) => skill.name).join(', ')}, which nothing requires now.`,
  };
}
