import type { Client } from '../client';
import { percent, points, shortened, table } from './text';

const personQuery = `
  query DemoPerson($id: ID!, $asOf: DateTimeISO) {
    person(id: $id) {
      name
      mastery(first: 100, asOf: $asOf) {
        nodes {
          skill { name }
          level
          interval { low high }
          answerCount
          lastEvidenceAt
          explanation { prior changes { kind at change expected score version { prompt } } }
        }
      }
    }
  }`;

interface Change {
  readonly kind: 'ANSWER' | 'RELATED_ANSWER' | 'CLAIM' | 'FADING';
  readonly at: string;
  readonly change: number;
  readonly expected: number | null;
  readonly score: number | null;
  readonly version: { readonly prompt: string } | null;
}

interface Mastery {
  readonly skill: { readonly name: string };
  readonly level: number;
  readonly interval: { readonly low: number; readonly high: number };
  readonly answerCount: number;
  readonly lastEvidenceAt: string;
  readonly explanation: { readonly prior: number; readonly changes: readonly Change[] };
}

interface PersonAnswer {
  readonly person: { readonly name: string; readonly mastery: { readonly nodes: readonly Mastery[] } } | null;
}

const explainedSkills = 2;
const newestChanges = 5;
/** Below half of the last digit shown: certainty fades a little even between two answers of one test. */
const tooSmallToShow = 0.0005;

/** One person's skills with level, interval and what moved the level. */
export async function showPerson(client: Client, id: string, asOf: string | undefined): Promise<string[]> {
  const { person } = await client.ask<PersonAnswer>(personQuery, { id, asOf });
  if (!person) return ['Nobody has this id.'];
  const skills = person.mastery.nodes;
  const mostMoved = [...skills]
    .sort((left, right) => right.answerCount - left.answerCount)
    .slice(0, explainedSkills);
  return [
    `1. What can ${person.name} do, and how sure are we?`,
    '   The level is the probability of a right answer to the reference question of the skill.',
    '',
    ...table(
      ['skill', '>level', '90 % interval', '>answers', 'latest answer'],
      skills.map(({ skill, level, interval, answerCount, lastEvidenceAt }) => [
        skill.name,
        percent(level),
        `${percent(interval.low)} to ${percent(interval.high)}`,
        String(answerCount),
        lastEvidenceAt.slice(0, 10),
      ]),
      3,
    ),
    ...mostMoved.flatMap((mastery) => ['', ...why(mastery)]),
  ];
}

/** Changes as one row; no row where there are none. */
function summed(changes: readonly Change[], what: string): string[][] {
  if (changes.length === 0) return [];
  const sum = changes.reduce((total, { change }) => total + change, 0);
  return [['other', points(sum), '', '', `${String(changes.length)} ${what}`]];
}

function why({ skill, level, explanation: { prior, changes } }: Mastery): string[] {
  const related = changes.filter(({ kind }) => kind === 'RELATED_ANSWER');
  const own = changes.filter(({ kind }) => kind !== 'RELATED_ANSWER');
  const shown = own
    .filter(({ kind, change }) => kind !== 'FADING' || Math.abs(change) >= tooSmallToShow)
    .slice(0, newestChanges);
  const others = own.filter((change) => !shown.includes(change));
  const rows = shown.map(({ kind, at, change, expected, score, version }) =>
    kind !== 'ANSWER'
      ? [at.slice(0, 10), points(change), '', '', kind === 'CLAIM' ? 'a claim' : 'certainty faded until then']
      : [
          at.slice(0, 10),
          points(change),
          percent(expected ?? 0),
          percent(score ?? 0),
          shortened(version?.prompt ?? '', 46),
        ],
  );
  const rest = [
    ...summed(others, 'more changes'),
    ...summed(related, 'answers on other skills, through ability in general'),
  ];
  return [
    `   What moved ${skill.name} from ${percent(prior)}, before any evidence, to ${percent(level)} (newest first):`,
    ...table(['date', '>change', '>expected', '>happened', 'question'], [...rows, ...rest], 3),
  ];
}
