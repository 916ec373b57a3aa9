import { nounFilters, nounOrders } from '../../graph/nouns/noun-list';
import { NodeList } from '../nouns/lists';
import { namedPeople, openPersonFilters, personFilter } from '../people/people.list';
import { personColumns, type PersonRow } from '../people/people.store';
import type { Person } from '../people/person.type';
import { moduleColumns, moduleOf, type ModuleRow } from './module.store';
import type { Module } from './module.type';
import { skillFilter } from '../skills/skill.list';

const modules = {
  filters: {
    ...nounFilters('Module', 'module'),
    teaches: skillFilter('teaches', '(module)-[:TEACHES]->(one:Skill)'),
    author: personFilter(
      'author',
      'author',
      (isAuthor) => `EXISTS { MATCH (module)<-[:AUTHORED]-(author:Person) WHERE ${isAuthor} }`,
    ),
    maximumMinutes: { where: 'module.expectedMinutes <= $filter.maximumMinutes' },
  },
  orders: nounOrders('module'),
  columns: moduleColumns,
};
const asModules = () => ({ nodeOf: moduleOf });

export const moduleList = new NodeList<ModuleRow, Module>(
  { name: 'modules.list', nested: false, match: 'MATCH (module:Module)', ...modules },
  asModules,
);

/** Modules that are related to a parent, given how they are found from it. */
function relatedModules(name: string, match: string): NodeList<ModuleRow, Module> {
  return new NodeList<ModuleRow, Module>({ name, nested: true, match, ...modules }, asModules);
}

export const prerequisitesOfModule = relatedModules(
  'modules.prerequisites',
  'MATCH (:Module {id: parent})-[:PREREQUISITE]->(module:Module)',
);
export const modulesBuiltOnModule = relatedModules(
  'modules.builtOn',
  'MATCH (:Module {id: parent})<-[:PREREQUISITE]-(module:Module)',
);
export const modulesAuthoredBy = relatedModules(
  'modules.authoredBy',
  'MATCH (:Person {id: parent})-[:AUTHORED]->(module:Module)',
);

/** Who wrote a module is no secret, what else is held about them is. */
export const authorsOfModule = new NodeList<PersonRow, Person>(
  {
    name: 'modules.authors',
    nested: true,
    match: 'MATCH (:Module {id: parent})<-[:AUTHORED]-(person:Person)',
    filters: openPersonFilters,
    orders: nounOrders('person'),
    columns: personColumns,
  },
  namedPeople,
);
