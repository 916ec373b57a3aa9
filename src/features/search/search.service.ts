import { questionOf } from '../../shared/cursors';
import { pageLength } from '../../shared/page';
import { Page, type Connection } from '../../shared/connection';
import { BadInputError } from '../../shared/errors';
import type { RequestContext } from '../request/context';
import { namedModule } from '../modules/module.store';
import { namedPerson } from '../people/people.store';
import { namedTeam } from '../people/team.store';
import { namedProject } from '../projects/project.store';
import { namedRoleTemplate } from '../projects/role-template.store';
import { namedSkill } from '../skills/skill.store';
import { foldedWords } from '../../shared/folding';
import { byName } from '../../shared/name-order';
import { luceneQueryOf } from './lucene';
import { search, type FoundRow, type SearchedLabel, type SearchPlace } from './search.store';
import type { SearchResult, SearchType } from './search.type';

const longestText = 200;

/** How a row of each label becomes a node. */
const nodeOf: Readonly<Record<SearchedLabel, (row: FoundRow) => SearchResult['node']>> = {
  Skill: namedSkill,
  Person: namedPerson,
  Team: namedTeam,
  Module: namedModule,
  Project: namedProject,
  RoleTemplate: namedRoleTemplate,
};

const labelOf: Readonly<Record<SearchType, SearchedLabel>> = {
  SKILL: 'Skill',
  PERSON: 'Person',
  TEAM: 'Team',
  MODULE: 'Module',
  PROJECT: 'Project',
  ROLE_TEMPLATE: 'RoleTemplate',
};

export interface SearchWanted {
  readonly text: string;
  readonly types: readonly SearchType[];
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** What fits a text, best first; a text without any word finds nothing. */
export async function searchAll(
  context: RequestContext,
  wanted: SearchWanted,
): Promise<Connection<SearchResult>> {
  const first = pageLength(wanted.first);
  if (wanted.text.length > longestText) {
    throw new BadInputError(`query must not be longer than ${String(longestText)} characters.`);
  }
  const { cursors } = context;
  const question = questionOf('search', wanted.text, wanted.types);
  const after = wanted.after == null ? null : (cursors.open(question, wanted.after) as SearchPlace);
  const query = luceneQueryOf(wanted.text);

  const labels = [...new Set(wanted.types.map((type) => labelOf[type]))];
  const read = async (limit: number, from: SearchPlace | null): Promise<Found[]> => {
    if (query === undefined) return [];
    const asked = { text: wanted.text, query, limit, after: from };
    return (await Promise.all(labels.map((label) => searchLabel(context, label, asked)))).flat();
  };
  const rows = (await read(first + 1, after)).sort(byRank);
  const shown = rows.slice(0, first);
  const onlyVisible = labels.includes('Person') && !(await context.visible()).everyone;
  const words = foldedWords(wanted.text);
  return new Page(
    shown.map(({ row, label }) => ({
      node: nodeOf[label](row),
      score: row.score,
      matchedText: bestText([row.name, ...row.texts], words),
    })),
    (index) => {
      const row = shown[index]?.row;
      return cursors.seal(question, row ? [-row.score, row.sortName, row.key] : []);
    },
    { before: false, after: rows.length > first, onlyVisible },
    async () => (await read(mostCounted, null)).length,
  );
}

/** What is counted of each type at most, as many as are ranked. */
const mostCounted = 1_000;

interface Found {
  readonly row: FoundRow;
  readonly label: SearchedLabel;
}

async function searchLabel(
  context: RequestContext,
  label: SearchedLabel,
  asked: Parameters<typeof search>[2],
): Promise<Found[]> {
  const rows = await search(context.database, label, asked, await context.visible());
  return rows.map((row) => ({ row, label }));
}

function byRank({ row: one }: Found, { row: other }: Found): number {
  if (one.score !== other.score) return other.score - one.score;
  return byName(one, other);
}

/** The first text that holds most of the words, or beginnings of them. */
function bestText(texts: readonly string[], words: readonly string[]): string {
  const held = texts.map((text) => {
    const own = foldedWords(text);
    return words.filter((word) => own.some((one) => one.startsWith(word))).length;
  });
  return texts[held.indexOf(Math.max(...held))] ?? '';
}
