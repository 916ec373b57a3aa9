import { Columns, type ColumnRow } from '../../graph/nouns/columns';
import { evidenceId, externalNameOf } from '../../shared/ids';
import { namedModule, type ModuleNameRow } from '../modules/module.store';
import { NodeList } from '../nouns/lists';
import { namedPerson, type PersonNameRow } from '../people/people.store';
import { namedSkill, type SkillNameRow } from '../skills/skill.store';
import type { Help } from './help.type';

interface HelpRow {
  readonly help: string;
  readonly at: number;
  readonly note: string | null;
  readonly withdrawn: boolean;
  readonly helper: ColumnRow<PersonNameRow>;
  readonly helped: ColumnRow<PersonNameRow>;
  readonly attestedBy: ColumnRow<PersonNameRow> | null;
  readonly skill: ColumnRow<SkillNameRow> | null;
  readonly module: ColumnRow<ModuleNameRow> | null;
}

const personName = new Columns<PersonNameRow>({ key: '.id', name: '.name', sortName: '.sortName' });
const skillName = new Columns<SkillNameRow>({ key: '.id', name: '.name', sortName: '.sortName' });
const moduleName = new Columns<ModuleNameRow>({ key: '.id', name: '.name' });

function helpOf(row: HelpRow): Help {
  return {
    id: evidenceId(row.help),
    externalId: externalNameOf(row.help),
    givenBy: namedPerson(personName.fieldsOf(row.helper)),
    person: namedPerson(personName.fieldsOf(row.helped)),
    skill: row.skill && namedSkill(skillName.fieldsOf(row.skill)),
    module: row.module && namedModule(moduleName.fieldsOf(row.module)),
    at: new Date(row.at),
    note: row.note,
    attestedBy: row.attestedBy && namedPerson(personName.fieldsOf(row.attestedBy)),
    withdrawn: row.withdrawn,
  };
}

/** Help that a person gave or received; to be asked for by nobody but them. */
function helpList(name: string, relationship: 'GIVEN_BY' | 'HELPED') {
  return new NodeList<HelpRow, Help>(
    {
      name,
      nested: true,
      match: `MATCH (:Person {id: parent})<-[:${relationship}]-(help:Help)`,
      filters: { withdrawn: { where: 'help.withdrawn = $filter.withdrawn' } },
      orders: {
        AT: [
          ['help.at', 'number'],
          ['help.id', 'string'],
        ],
      },
      columns: `help.id AS help, help.at AS at, help.note AS note, help.withdrawn AS withdrawn,
            head([(help)-[:GIVEN_BY]->(helper:Person) | ${personName.list('helper')}]) AS helper,
            head([(help)-[:HELPED]->(helped:Person) | ${personName.list('helped')}]) AS helped,
            head([(help)-[:ATTESTED_BY]->(by:Person) | ${personName.list('by')}]) AS attestedBy,
            head([(help)-[:WITH]->(skill:Skill) | ${skillName.list('skill')}]) AS skill,
            head([(help)-[:WITH]->(module:Module) | ${moduleName.list('module')}]) AS module`,
    },
    () => ({ nodeOf: helpOf }),
  );
}

export const helpGivenBy = helpList('help.given', 'GIVEN_BY');
export const helpReceivedBy = helpList('help.received', 'HELPED');
