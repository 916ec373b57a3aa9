import { Columns, type ColumnRow } from '../../graph/nouns/columns';
import { dateFilter, keptFilters } from '../../graph/nouns/noun-list';
import type { Connection, ListArguments } from '../../shared/connection';
import { evidenceId, externalNameOf } from '../../shared/ids';
import type { RequestContext } from '../request/context';
import { NodeList } from '../nouns/lists';
import { notYoursToSee } from '../access/not-yours-to-see';
import { sees } from '../access/viewer';
import { isVisible } from '../people/people.list';
import { namedPerson, personNameColumns, type PersonNameRow } from '../people/people.store';
import type { Person } from '../people/person.type';
import { namedSkill } from '../skills/skill.store';
import { ClaimKind, type Claim } from './claim.type';
import { recordedSince } from './evidence.store';

interface ClaimRow {
  claim: string;
  kind: ClaimKind;
  level: number;
  band: string | null;
  at: number;
  issuer: string | null;
  credential: string | null;
  statement: string | null;
  withdrawn: boolean;
  personKey: string;
  personName: string;
  personSortName: string;
  skillKey: string;
  skillName: string;
  skillSortName: string;
  /** Somebody else who states it. */
  by: ColumnRow<PersonNameRow> | null;
}

const claimant = new Columns<PersonNameRow>({ key: '.id', name: '.name', sortName: '.sortName' });

function claimOf(row: ClaimRow): Claim {
  const { claim, at, personKey, personName, personSortName, skillKey, skillName, skillSortName, by, ...own } =
    row;
  const person = namedPerson({ key: personKey, name: personName, sortName: personSortName });
  return {
    ...own,
    id: evidenceId(claim),
    externalId: externalNameOf(claim),
    person,
    skill: namedSkill({ key: skillKey, name: skillName, sortName: skillSortName }),
    at: new Date(at),
    by: by ? namedPerson(claimant.fieldsOf(by)) : row.kind === ClaimKind.SELF ? person : null,
  };
}

const claimsOfPerson = new NodeList<ClaimRow, Claim>(
  {
    name: 'claims.ofPeople',
    nested: true,
    match: 'MATCH (person:Person {id: parent})<-[:BY]-(claim:Claim)-[:CLAIMS]->(skill:Skill)',
    where: [isVisible],
    filters: {
      skills: keptFilters('Skill', 'skills', 'skill'),
      kinds: { where: 'claim.kind IN $filter.kinds' },
      withdrawn: { where: 'claim.withdrawn = $filter.withdrawn' },
      updatedSince: dateFilter(recordedSince('claim')),
    },
    orders: {
      NAME: [
        ['skill.sortName', 'string'],
        ['skill.id', 'string'],
        ['claim.at', 'number'],
        ['claim.id', 'string'],
      ],
      AT: [
        ['claim.at', 'number'],
        ['claim.id', 'string'],
      ],
    },
    columns: `claim.id AS claim, claim.kind AS kind, claim.level AS level, claim.band AS band, claim.at AS at,
            claim.issuer AS issuer, claim.credential AS credential, claim.statement AS statement,
            claim.withdrawn AS withdrawn, ${personNameColumns}, skill.id AS skillKey, skill.name AS skillName,
            skill.sortName AS skillSortName,
            head([(claim)-[:STATED_BY]->(by:Person) | ${claimant.list('by')}]) AS by`,
  },
  async (context) => ({ parameters: { ...(await context.visible()) }, nodeOf: claimOf }),
);

/** What was claimed of a person, which counts as a look at them; throws ForbiddenError where the viewer may not see them. */
export async function claimsAbout(
  context: RequestContext,
  { key }: Person,
  given: ListArguments,
): Promise<Connection<Claim>> {
  if (!sees(await context.visible(), key)) {
    throw notYoursToSee('What was claimed of this person');
  }
  const page = await claimsOfPerson.pageUnder(context, key, given);
  context.looks.add('mastery', key);
  return page;
}
