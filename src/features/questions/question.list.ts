import { nounFilters, nounOrders } from '../../graph/nouns/noun-list';
import { NodeList } from '../nouns/lists';
import { relatedSkills, skillFilter } from '../skills/skill.list';
import { questionVersionOf, versionColumns, type QuestionVersionRow } from './question-version.store';
import type { QuestionVersion } from './question-version.type';
import { questionColumns, questionOf, type QuestionRow } from './question.store';
import type { Question } from './question.type';

const questions = {
  filters: {
    ...nounFilters('Question', 'question'),
    skill: skillFilter('skill', '(current)-[:ASSESSES]->(one:Skill)'),
  },
  orders: nounOrders('question'),
  columns: questionColumns,
};
const asQuestions = () => ({ nodeOf: questionOf });

export const questionList = new NodeList<QuestionRow, Question>(
  {
    name: 'questions.list',
    nested: false,
    match: 'MATCH (question:Question)-[:CURRENT]->(current:QuestionVersion)',
    ...questions,
  },
  asQuestions,
);

export const questionsOfSkill = new NodeList<QuestionRow, Question>(
  {
    name: 'questions.ofSkill',
    nested: true,
    match:
      'MATCH (:Skill {id: parent})<-[:ASSESSES]-(current:QuestionVersion)<-[:CURRENT]-(question:Question)',
    ...questions,
  },
  asQuestions,
);

export const versionsOfQuestion = new NodeList<QuestionVersionRow, QuestionVersion>(
  {
    name: 'questions.versions',
    nested: true,
    match: 'MATCH (question:Question {id: parent})-[:HAS_VERSION]->(version:QuestionVersion)',
    filters: { current: { where: 'EXISTS { (question)-[:CURRENT]->(version) } = $filter.current' } },
    orders: { NUMBER: [['version.number', 'number']] },
    columns: versionColumns,
  },
  () => ({ nodeOf: questionVersionOf }),
);

export const skillsOfVersion = relatedSkills(
  'questionVersions.skills',
  'MATCH (:QuestionVersion {id: parent})-[:ASSESSES]->(skill:Skill)',
);
