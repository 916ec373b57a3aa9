import { BadInputError } from '../../shared/errors';
import { localDate } from '../../shared/local-day';
import { toOnePlace } from '../../shared/percent';
import { counted } from '../../shared/words';
import { Withheld } from '../disclosure/withheld.type';
import { gapsOfProject } from '../gaps/gaps.loader';
import type { GapReport } from '../gaps/gap.type';
import { projectByKey } from '../projects/project.loader';
import type { Project, Task } from '../projects/project.type';
import type { Requirement } from '../projects/requirement.type';
import type { RequestContext } from '../request/context';
import { load, loadAhead } from '../request/loaders';
import { skillByKey } from '../skills/skill.loader';
import type { Skill } from '../skills/skill.type';
import { combinedOf, type Combined } from './combining';
import { draftAsJsonLd, draftAsMarkdown, draftAsText, type DraftContent } from './draft-document';
import { genderedWordsIn } from './gendered-words';
import {
  JobDescription,
  type FlaggedWord,
  type ProposedRole,
  type SoughtSkill,
} from './job-description.type';
import { bySkill, emptySeats, isLacking, shownGaps, titleOf, type RequiredGap } from './lacking';
import { soughtOf, type Sought } from './seeking.service';

/** Drafts a description of whom a project lacks, for these requirements or for all that are lacking; null where there is no such project. */
export async function draftJobDescription(
  context: RequestContext,
  key: string,
  wanted: readonly string[] | null,
): Promise<JobDescription | Withheld | null> {
  const project = await load(context, projectByKey, key, null);
  if (!project) return null;
  const report = await load(context, gapsOfProject, key, { asOf: context.now });
  if (report instanceof Withheld) return report;
  const gaps = bySkill(gapsAskedFor(report, wanted, context.rules.meetsFrom));
  const sought = await soughtOf(context, project, gaps, wanted !== null);
  const { mustHave } = sought;
  const combined =
    mustHave.length < 2
      ? null
      : await combinedOf(
          context,
          mustHave.map(({ requirement }) => requirement),
        );
  const hidden = report.gaps.length - shownGaps(report).length;
  return Object.assign(new JobDescription(), {
    asOf: new Date(context.now),
    project,
    ...sought,
    ...(await described(context, project, gaps, sought)),
    combining: combined?.combining ?? null,
    roles: rolesOf(project, combined),
    summary: summaryOfDraft(project, sought, combined, hidden),
  });
}

/** The gaps of these requirements, or those of all that are lacking; what the viewer is shown no figures of is left out. */
function gapsAskedFor(report: GapReport, wanted: readonly string[] | null, meetsFrom: number): RequiredGap[] {
  const shown = shownGaps(report);
  if (wanted === null) return shown.filter((gap) => isLacking(gap, meetsFrom));
  if (wanted.length === 0)
    throw new BadInputError('requirements: name one at least, or leave it out for all that are lacking.');
  wanted.forEach((id, place) => {
    if (!report.gaps.some(({ requirement }) => requirement.id === id))
      throw new BadInputError(
        `requirements.${String(place)}: the project has no such requirement; \`Project.gaps\` lists those that it has.`,
      );
  });
  return shown.filter(({ requirement }) => wanted.includes(requirement.id));
}

type Described = Pick<
  JobDescription,
  'title' | 'people' | 'tasks' | 'wording' | 'text' | 'markdown' | 'jsonLd'
>;

/** The draft in words, where somebody is sought. */
async function described(
  context: RequestContext,
  project: Project,
  gaps: readonly RequiredGap[],
  { mustHave, canLearnHere }: Sought,
): Promise<Described> {
  const both = [...mustHave, ...canLearnHere];
  const sought = gaps.flatMap(({ requirement }) => both.find((one) => one.requirement === requirement) ?? []);
  const [first] = sought;
  if (!first) {
    const nothing = { title: null, text: null, markdown: null, jsonLd: null };
    return { ...nothing, people: 0, tasks: [], wording: [] };
  }
  const requirements = sought.map(({ requirement }) => requirement);
  const keys = requirements.map(({ skill }) => skill.key);
  const skills = await loadAhead(context, skillByKey, keys, null);
  const skillOf = ({ requirement: { skill } }: SoughtSkill): Skill => skills.get(skill.key) ?? skill;
  const tasks = tasksOf(requirements);
  const from = project.from?.getTime() ?? -Infinity;
  const { timeZone } = context.rules;
  const entries = canLearnHere.flatMap((one) =>
    one.entryInWords === null ? [] : [{ skill: skillOf(one), level: one.entryInWords }],
  );
  const content: DraftContent = {
    title: titleOf(
      requirements.map(({ skill }) => skill.name),
      project.name,
    ),
    people: emptySeats(first),
    project: { name: project.name, description: project.description ?? null },
    tasks: tasks.map(({ name }) => name),
    brought: [...mustHave.map((one) => ({ skill: skillOf(one), level: one.levelInWords })), ...entries],
    learnt: canLearnHere.map((one) => ({
      ...{ skill: skillOf(one), level: one.levelInWords, hours: one.hours },
      modules: one.modules.map(({ name }) => name),
    })),
    lacking: sought.map(({ requirement, expectedShortfall }) => ({
      skill: requirement.skill.name,
      seats: requirement.headcount,
      empty: toOnePlace(expectedShortfall),
    })),
    postedOn: localDate(context.now, timeZone),
    startsOn: from > context.now ? localDate(from, timeZone) : null,
  };
  return {
    ...{ title: content.title, people: content.people, tasks, wording: wordingOf(content) },
    text: draftAsText(content),
    markdown: draftAsMarkdown(content),
    jsonLd: draftAsJsonLd(content),
  };
}

function tasksOf(requirements: readonly Requirement[]): Task[] {
  const tasks = requirements.flatMap(({ task }) => (task ? [[task.key, task] as const] : []));
  return [...new Map(tasks).values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** The words of a draft that make it seem meant for men or for women, by what brought them into it. */
function wordingOf({ project, tasks, brought, learnt }: DraftContent): FlaggedWord[] {
  const names: (readonly [what: string, text: string])[] = [
    ['the project', project.name],
    ['what the project is about', project.description ?? ''],
    ...tasks.map((name) => ['a task', name] as const),
    ...[...brought, ...learnt].map(({ skill }) => ['a skill', skill.name] as const),
    ...[...brought, ...learnt].map(({ level }) => ['a band of levels', level] as const),
    ...learnt.flatMap(({ modules }) => modules.map((name) => ['a module', name] as const)),
  ];
  const flagged = new Map<string, FlaggedWord>();
  for (const [what, text] of names)
    for (const { word, listed, coding } of genderedWordsIn(text)) {
      if (flagged.has(word)) continue;
      const reason = `“${word}” comes from ${what}${what.startsWith('the') || what.startsWith('what') ? '' : `, ${text}`}: “${listed}” is listed as ${coding.toLowerCase()}.`;
      flagged.set(word, { word, listed, coding, reason });
    }
  return [...flagged.values()];
}

function rolesOf({ name }: Project, combined: Combined | null): ProposedRole[] {
  return (combined?.parts ?? []).map(({ requirements, expectedPeople }) => ({
    title: titleOf(
      requirements.map(({ skill }) => skill.name),
      name,
    ),
    ...{ requirements, expectedPeople, tasks: tasksOf(requirements) },
  }));
}

function summaryOfDraft(
  { name }: Project,
  { mustHave, canLearnHere, notSought }: Sought,
  combined: Combined | null,
  hidden: number,
): string {
  const withheldToo = hidden === 0 ? '' : ` Figures on ${counted(hidden, 'requirement')} are withheld.`;
  const others =
    notSought.length === 0
      ? ''
      : ` ${counted(notSought.length, 'skill')} ${notSought.length === 1 ? 'is' : 'are'} not sought.`;
  if (mustHave.length + canLearnHere.length === 0)
    return `Nobody is sought for ${name}.${others}${withheldToo}`;
  const combining =
    combined === null ? '' : combined.combining instanceof Withheld ? '' : ` ${combined.combining.summary}`;
  const split = (combined?.parts.length ?? 0) > 0 ? ' Two roles are proposed instead of one.' : '';
  return `For ${name} ${counted(mustHave.length, 'skill')} ${mustHave.length === 1 ? 'is' : 'are'} to be brought and ${String(canLearnHere.length)} can be learnt here.${combining}${split}${others}${withheldToo}`;
}
