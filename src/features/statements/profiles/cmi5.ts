import { passageMeaning } from './adl';
import { answerOf } from './questions';
import { ScoreFrom, activitiesAround, notMapped, objectOf, tells, type Profile } from './told';
import { failed, passed, waived } from './verbs';

const categories = new Set([
  'https://w3id.org/xapi/cmi5/context/categories/cmi5',
  'https://w3id.org/xapi/cmi5/context/categories/moveon',
]);

/**
 * cmi5: what a learning management system and the content it launches say of a registration and its sessions. A session is
 * a passage. Who passed without a score has the score 1, who failed without one 0.
 */
export const cmi5: Profile = {
  name: 'cmi5',
  covers: (statement) =>
    statement.verb.id === waived ||
    activitiesAround(statement, 'category').some(({ id }) => categories.has(id)),
  meaning: (statement) => {
    const { verb, result } = statement;
    if (verb.id === waived) return notMapped('WAIVED');
    const meaning = passageMeaning(statement);
    const object = objectOf(statement);
    const isJudged = passed.has(verb.id) || failed.has(verb.id);
    if (meaning.told === undefined || object === undefined || !isJudged || result?.score !== undefined)
      return meaning;
    const found = { score: Number(passed.has(verb.id)), scoreFrom: ScoreFrom.SUCCESS };
    return tells({ ...meaning.told, answers: [answerOf(statement, [object.id], found)] });
  },
};
