import type { Skill } from '../skills/skill.type';

/** Something that a person is to know, and how well in words. */
interface WorkedSkill {
  readonly skill: Skill;
  readonly level: string;
}

/** What a draft is written from. */
export interface DraftContent {
  readonly title: string;
  readonly people: number;
  readonly project: { readonly name: string; readonly description: string | null };
  /** Names. */
  readonly tasks: readonly string[];
  readonly brought: readonly WorkedSkill[];
  readonly learnt: readonly (WorkedSkill & {
    readonly modules: readonly string[];
    readonly hours: number | null;
  })[];
  readonly lacking: readonly { readonly skill: string; readonly seats: number; readonly empty: string }[];
  /** As in 2026-01-31. */
  readonly postedOn: string;
  /** The day on which the project begins, where that is still to come. */
  readonly startsOn: string | null;
}

/** A heading with points under it. */
interface Section {
  readonly heading: string;
  readonly paragraph?: string | null;
  readonly points: readonly string[];
}

/** What is to be done, brought and learnt. */
function sectionsOf({ project, tasks, brought, learnt }: DraftContent): Section[] {
  return [
    {
      heading: 'What you will do',
      paragraph: project.description,
      points: tasks.length > 0 ? tasks : [project.name],
    },
    { heading: 'What you bring', points: brought.map(inWords) },
    {
      heading: 'What you can learn here',
      points: learnt.map((one) => {
        const hours = one.hours === null ? '' : ` (${hoursInWords(one.hours)})`;
        return `${one.skill.name}: up to ${one.level}, with ${one.modules.join(', ')}${hours}`;
      }),
    },
  ].filter(({ points }) => points.length > 0);
}

function inWords({ skill, level }: WorkedSkill): string {
  return `${skill.name}: ${level}`;
}

function hoursInWords(hours: number): string {
  const shown = String(Number(hours.toFixed(1)));
  return `${shown} ${shown === '1' ? 'hour' : 'hours'}`;
}

function reasonsOf({ lacking }: DraftContent): Section {
  const points = lacking.map(
    ({ skill, seats, empty }) => `${skill}: ${String(seats)} needed, ${empty} lacking`,
  );
  return { heading: 'Why', points };
}

function textOf(sections: readonly Section[]): string {
  return sections
    .map(({ heading, paragraph, points }) =>
      [heading, ...(paragraph ? [paragraph] : []), ...points.map((point) => `- ${onOneLine(point)}`)].join(
        '\n',
      ),
    )
    .join('\n\n');
}

/** The draft as plain text. */
export function draftAsText(content: DraftContent): string {
  return `${content.title}\n\n${textOf([...sectionsOf(content), reasonsOf(content)])}\n`;
}

/** The draft as CommonMark; names are text in it and nothing else. */
export function draftAsMarkdown(content: DraftContent): string {
  const blocks = [...sectionsOf(content), reasonsOf(content)].flatMap(({ heading, paragraph, points }) => [
    `## ${heading}`,
    ...(paragraph ? [escaped(paragraph)] : []),
    points.map((point) => `- ${escaped(point)}`).join('\n'),
  ]);
  return `${[`# ${escaped(content.title)}`, ...blocks].join('\n\n')}\n`;
}

/** The draft as a JobPosting of schema.org (https://schema.org/JobPosting). */
export function draftAsJsonLd(content: DraftContent): string {
  const { title, people, project, tasks, brought, learnt, postedOn, startsOn } = content;
  const sought = [...new Map([...brought, ...learnt].map(({ skill }) => [skill.key, skill])).values()];
  const posting = {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title,
    description: textOf(sectionsOf(content)),
    datePosted: postedOn,
    ...(startsOn !== null && { jobStartDate: startsOn }),
    totalJobOpenings: people,
    responsibilities: (tasks.length > 0 ? tasks : [project.name]).join('; '),
    ...(brought.length > 0 && { qualifications: brought.map(inWords).join('; ') }),
    skills: sought.map(({ name, uri }) => ({
      '@type': 'DefinedTerm',
      name,
      ...(uri != null && { url: uri }),
    })),
  };
  // Within a script element nothing of it may end the element.
  return JSON.stringify(posting, null, 2).replaceAll('<', String.raw`\u003c`);
}

function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** What would begin a list or a heading, or mean something within a line, stands for itself. */
function escaped(text: string): string {
  return onOneLine(text)
    .replace(/[\\`*_[\]<>#|~&$]/gu, String.raw`\$&`)
    .replace(/^([-+=]|\d+(?=[.)]))/u, (start) => (/\d/u.test(start) ? `${start}\\` : `\\${start}`));
}
