import { pathThrough, type ModuleToLearn, type StepOnPath } from '../../estimators/learning-path';
import { requiredAbility } from '../../estimators/level';
import { percent } from '../../shared/percent';
import { mapInSlices } from '../../shared/slices';
import type { Module } from '../modules/module.type';
import type { BatchRead } from '../request/loaders';
import type { States } from '../request/states';
import { namedSkill } from '../skills/skill.store';
import { Lessons } from '../staffing/lessons';
import { NextModule } from './next-module.type';
import { completedBy, prerequisitesOf } from './next-modules.read';
import type { PersonInPipeline } from './pipeline.service';

/** How many modules are named as next. */
export const mostNext = 10;

interface NextOne extends ModuleToLearn {
  readonly module: Module;
}

/** What each of these would learn next on their way to the role. */
export const nextModulesOf: BatchRead<PersonInPipeline, NextModule[], null> = async (context, people) => {
  const states = await context.states();
  const needs = new Map(people.flatMap((one) => one.needs).map((need) => [need.skillKey, need]));
  // What leads up to a level begins below it: every module of the skill counts.
  const wanted = [...needs.keys()].map((skillKey) => ({
    ...{ skillKey, level: 0, reference: states.referenceOf(skillKey) },
  }));
  const lessons = await Lessons.read(context, wanted);
  const modules = [
    ...new Set([...needs.keys()].flatMap((skill) => lessons.of(skill).map(({ module }) => module.key))),
  ];
  const [prerequisites, completed] = await Promise.all([
    prerequisitesOf(context, modules),
    completedBy(
      context,
      people.map(({ person }) => person.key),
      modules,
    ),
  ]);
  return mapInSlices(
    people,
    (one) => {
      const done = completed.get(one.person.key) ?? new Set();
      const open = toLearn(one, states, lessons, prerequisites).filter(({ id }) => !done.has(id));
      const steps = pathThrough(one.reach, open, context.rules.meetsFrom);
      return steps.slice(0, mostNext).map((step) => shown(one, step));
    },
    context.gone,
  );
};

function toLearn(
  { needs }: PersonInPipeline,
  states: States,
  lessons: Lessons,
  prerequisites: ReadonlyMap<string, readonly string[]>,
): NextOne[] {
  const modules = new Map<string, NextOne & { readonly teaches: ModuleToLearn['teaches'][number][] }>();
  needs.forEach(({ skillKey }, requirement) => {
    for (const lesson of lessons.of(skillKey)) {
      const { module, hours, from } = lesson;
      const { key: id } = module;
      const before = prerequisites.get(id) ?? [];
      const there = modules.get(id) ?? { module, id, hours, prerequisites: before, teaches: [] };
      const begins = from === null || from <= 0 ? null : requiredAbility(from, states.referenceOf(skillKey));
      there.teaches.push({ requirement, lesson, from: begins });
      modules.set(id, there);
    }
  });
  return [...modules.values()];
}

function shown({ needs }: PersonInPipeline, { module: next, fit }: StepOnPath<NextOne>): NextModule {
  const { module, hours, teaches } = next;
  const skills = new Map(
    teaches.flatMap(({ requirement }) => {
      const need = needs[requirement];
      return need
        ? [
            [
              need.skillKey,
              namedSkill({ key: need.skillKey, name: need.skillName, sortName: need.skillSortName }),
            ],
          ]
        : [];
    }),
  );
  const summary = `${module.name} would bring the fit to ${percent(fit)}.`;
  return Object.assign(new NextModule(), {
    module,
    skills: [...skills.values()],
    hours,
    fitAfter: fit,
    summary,
  });
}
