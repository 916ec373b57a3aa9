import { readingOf } from '../../graph/nouns/relation';
import { idFilter, stateFilter, savedFilter } from '../../graph/nouns/noun-list';
import { dateOf } from '../../shared/period';
import { NodeList } from '../nouns/lists';
import { isVisible, namedBeside, personFilter } from '../people/people.list';
import { namedPerson, personNameColumns } from '../people/people.store';
import { fromEver } from '../people/stretches';
import type { EnrolmentToSave } from './enrolment.store';
import type { Enrolment } from './enrolment.type';
import { namedModule } from './module.store';

interface EnrolmentRow {
  personKey: string;
  personName: string;
  personSortName: string;
  moduleKey: string;
  moduleName: string;
  from: number;
  due: number | null;
  completedAt: number | null;
  overdue: boolean;
}

function enrolmentOf(row: EnrolmentRow): Enrolment {
  return {
    person: namedPerson({ key: row.personKey, name: row.personName, sortName: row.personSortName }),
    module: namedModule({ key: row.moduleKey, name: row.moduleName }),
    from: dateOf(row.from),
    due: dateOf(row.due),
    completedAt: dateOf(row.completedAt),
    overdue: row.overdue,
  };
}

const overdue = '(coalesce(enrolment.due <= $now, false) AND coalesce(enrolment.completedAt > $now, true))';

const begun = `EXISTS {
          MATCH (person)<-[:TAKEN_BY]-(visit:Visit)-[:OF]->(:Revision)<-[:HAS_REVISION]-(module)
          WHERE NOT visit.withdrawn }`;

/** An enrolment is over once the module is completed, not when it is due. */
const state = `CASE WHEN enrolment.completedAt <= $now THEN 'PAST'
          WHEN enrolment.from > $now THEN 'FUTURE' ELSE 'CURRENT' END`;

/** The last moment that a date can hold: what has no due date is due after everything else. */
const never = '8640000000000000';

const enrolmentColumns = `${personNameColumns}, module.id AS moduleKey, module.name AS moduleName, enrolment.from AS from,
          enrolment.due AS due, enrolment.completedAt AS completedAt, ${overdue} AS overdue`;

/** Reads $now. */
export const enrolmentsNow = readingOf('modules.enrolmentsNow', {
  itemOf: ({ person, module, from }: EnrolmentToSave) => fromEver({ person, module, from }),
  match:
    'MATCH (person:Person {id: item.person})-[enrolment:ENROLLED_IN {from: item.from}]->(module:Module {id: item.module})',
  columns: enrolmentColumns,
  valueOf: enrolmentOf,
});

/** Lists of enrolments under one side, ordered by the name of the other. */
function enrolments(name: string, match: string, other: 'person' | 'module') {
  const unique = [
    ['person.id', 'string'],
    ['module.id', 'string'],
  ] as const;
  const from = ['enrolment.from', 'number'] as const;
  return new NodeList<EnrolmentRow, Enrolment>(
    {
      name,
      nested: true,
      match,
      where: [isVisible, `${other}.archivedAt IS NULL`],
      filters: {
        states: stateFilter(state, 'CURRENT', 'FUTURE'),
        updatedSince: savedFilter('enrolment'),
        person: personFilter('person', 'person'),
        module: idFilter('Module', 'module.id = $filter.module'),
        begun: { where: `${begun} = $filter.begun` },
        overdue: { where: `${overdue} = $filter.overdue` },
      },
      orders: {
        NAME: [[`${other}.sortName`, 'string'], ...unique, from],
        FROM: [from, ...unique],
        DUE: [[`coalesce(enrolment.due, ${never})`, 'number'], ...unique, from],
      },
      columns: enrolmentColumns,
    },
    async (context) => ({ ...(await namedBeside(context, other)), nodeOf: enrolmentOf }),
  );
}

export const enrolmentsInModule = enrolments(
  'modules.enrolments',
  'MATCH (module:Module {id: parent})<-[enrolment:ENROLLED_IN]-(person:Person)',
  'person',
);

export const enrolmentsOfPerson = enrolments(
  'people.enrolments',
  'MATCH (person:Person {id: parent})-[enrolment:ENROLLED_IN]->(module:Module)',
  'module',
);
