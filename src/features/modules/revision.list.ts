import { idFilter } from '../../graph/nouns/noun-list';
import { NodeList } from '../nouns/lists';
import {
  questionVersionOf,
  versionColumns,
  type QuestionVersionRow,
} from '../questions/question-version.store';
import type { AskedQuestion, Page } from './page.type';
import {
  pageColumns,
  pageOf,
  revisionColumns,
  revisionOf,
  type PageRow,
  type RevisionRow,
} from './revision.store';
import type { Revision } from './revision.type';
import { skillFilter } from '../skills/skill.list';

const isCurrent = 'EXISTS { (module)-[:CURRENT]->(revision) } = $filter.current';

export const revisionsOfModule = new NodeList<RevisionRow, Revision>(
  {
    name: 'modules.revisions',
    nested: true,
    match: 'MATCH (module:Module {id: parent})-[:HAS_REVISION]->(revision:Revision)',
    filters: { current: { where: isCurrent } },
    orders: { NUMBER: [['revision.number', 'number']] },
    columns: revisionColumns,
  },
  () => ({ nodeOf: revisionOf }),
);

export const pagesOfRevision = new NodeList<PageRow, Page>(
  {
    name: 'revisions.pages',
    nested: true,
    match: 'MATCH (revision:Revision {id: parent})-[:HAS_PAGE]->(page:Page)',
    filters: {
      kinds: { where: 'page.kind IN $filter.kinds' },
      question: idFilter(
        'Question',
        'EXISTS { (page)-[:ASKS]->(:QuestionVersion)<-[:HAS_VERSION]-(:Question {id: $filter.question}) }',
      ),
    },
    orders: { NUMBER: [['page.number', 'number']] },
    columns: pageColumns,
  },
  () => ({ nodeOf: pageOf }),
);

/** A page that asks a version twice is one page all the same. */
export const pagesAskingVersion = new NodeList<PageRow, Page>(
  {
    name: 'questionVersions.askedIn',
    nested: true,
    match: `MATCH (:QuestionVersion {id: parent})<-[:ASKS]-(page:Page)
       WITH DISTINCT page
       MATCH (page)<-[:HAS_PAGE]-(revision:Revision)<-[:HAS_REVISION]-(module:Module)`,
    filters: {
      module: idFilter('Module', 'module.id = $filter.module'),
      current: { where: isCurrent },
    },
    orders: {
      MODULE: [
        ['module.sortName', 'string'],
        ['module.id', 'string'],
        ['revision.number', 'number'],
        ['page.number', 'number'],
      ],
    },
    columns: pageColumns,
  },
  () => ({ nodeOf: pageOf }),
);

interface AskedQuestionRow extends QuestionVersionRow {
  section: string | null;
  position: number;
}

export const questionsOfPage = new NodeList<AskedQuestionRow, AskedQuestion>(
  {
    name: 'pages.questions',
    nested: true,
    match:
      'MATCH (:Page {id: parent})-[asked:ASKS]->(version:QuestionVersion)<-[:HAS_VERSION]-(question:Question)',
    filters: {
      section: { where: 'asked.section = $filter.section' },
      skill: skillFilter('skill', '(version)-[:ASSESSES]->(one:Skill)'),
    },
    orders: { POSITION: [['asked.position', 'number']] },
    columns: `asked.section AS section, asked.position AS position, ${versionColumns}`,
  },
  () => ({
    nodeOf: (row) => ({ section: row.section, position: row.position, version: questionVersionOf(row) }),
  }),
);
