import type { Actor, StoredStatement } from '../statement';
import { judgementOf, passageMeaning } from './adl';
import { answerOf, questions } from './questions';
import { scoreOf } from './scores';
import {
  activitiesAround,
  notMapped,
  objectAndParents,
  objectOf,
  scopeOf,
  tells,
  type Meaning,
  type Profile,
  type VisitTold,
} from './told';
import { answered, began, completed, judged, lookedAt, submitted, uncompleted, wentOn } from './verbs';

const information = 'http://lrs.learninglocker.net/define/extensions/info';
const prepositions = 'https://yetanalytics.com/profiles/prepositions/concepts/context-extensions/';

/** What was made of an attempt, a session or a submission is said of what it is one of: the quiz, the lesson, the task. */
const partsOfActivities: ReadonlySet<string> = new Set([
  'http://adlnet.gov/expapi/activities/attempt',
  'https://xapi.edlm/profiles/edlm-lms/concepts/activity-types/lesson-session',
  'https://xapi.edlm/profiles/edlm-lms/concepts/activity-types/scorm-content-object',
  'https://xapi.edlm/profiles/edlm-lms/concepts/activity-types/submission',
]);

/** Modules of Moodle that ask for opinions. */
const polls: ReadonlySet<string> = new Set(['mod_choice', 'mod_feedback', 'mod_questionnaire', 'mod_survey']);

/** Events of Moodle's own that are about going through a course; the others of its own run the platform. */
const coreEvents: ReadonlySet<string> = new Set([
  'course_viewed',
  'course_completed',
  'course_module_completion_updated',
]);

/** Events of modules that look at other people, at reports, or at how the module is set up. */
const lookingOn: ReadonlySet<string> = new Set([
  'activity_management_viewed',
  'all_responses_viewed',
  'attempt_becameoverdue',
  'attempt_reviewed',
  'report_viewed',
  'user_report_viewed',
]);

/** Events in which a learner takes part, whatever their verbs. */
const takingPart: ReadonlySet<string> = new Set([
  'discussion_created',
  'meeting_joined',
  'meeting_left',
  'post_created',
  'post_updated',
]);

interface MoodleEvent {
  readonly component: string;
  readonly name: string;
}

/**
 * What Moodle's plugin logstore_xapi sends: each statement names its event, like \mod_quiz\event\attempt_submitted. Moodle
 * says neither sessions nor registrations: an attempt is a passage, else what one person does with one activity on a day.
 */
export const moodle: Profile = {
  name: 'moodle',
  covers: (statement) => eventOf(statement) !== undefined,
  meaning: (statement) => {
    const event = eventOf(statement);
    const object = objectOf(statement);
    if (event === undefined || object === undefined) return notMapped('NO_ACTIVITY');
    if (prepositions + 'as' in (statement.context?.extensions ?? {})) return notMapped('OTHER_PERSON');
    if (answered.has(statement.verb.id)) {
      return polls.has(event.component) ? notMapped('OPINION') : questions.meaning(statement);
    }
    if (!isOfLearning(event)) return notMapped('NOT_LEARNING');
    return meaningOf(statement, event, object.definition?.type ?? '');
  },
};

function eventOf({ context }: StoredStatement): MoodleEvent | undefined {
  const { event_name: name } = Object(context?.extensions?.[information]) as { event_name?: unknown };
  const [, component, , event] = typeof name === 'string' ? name.split('\\') : [];
  return component === undefined || event === undefined ? undefined : { component, name: event };
}

function isOfLearning({ component, name }: MoodleEvent): boolean {
  if (component === 'core') return coreEvents.has(name);
  const isModule = component.startsWith('mod_') || component === 'core_h5p';
  return isModule && !lookingOn.has(name);
}

function meaningOf(statement: StoredStatement, event: MoodleEvent, type: string): Meaning {
  const { verb } = statement;
  if (verb.id === uncompleted) return notMapped('TAKEN_BACK');
  if (event.name === 'question_manually_graded') return notMapped('GRADE_OF_A_SLOT');
  if (event.name === 'essay_assessed') return assessmentOf(statement);
  if (partsOfActivities.has(type)) return partOf(statement, type);
  if (submitted.has(verb.id))
    return doneOf(statement, objectAndParents(statement).slice(0, 1), scopeOf(statement));
  if (takingPart.has(event.name)) {
    const visit = { activities: objectAndParents(statement), scope: scopeOf(statement) };
    return tells({ visits: [{ ...visit, seenAt: statement.timestamp }] });
  }
  const isPassage = [began, lookedAt, wentOn, completed, judged].some((verbs) => verbs.has(verb.id));
  return isPassage ? passageMeaning(statement) : notMapped('NOT_LEARNING');
}

/** An attempt is a passage of its own. */
function partOf(statement: StoredStatement, type: string): Meaning {
  const { verb, timestamp, object } = statement;
  const scope = type.endsWith('/attempt') ? `attempt ${String(object.id)}` : scopeOf(statement);
  const [whole, ...around] = activitiesAround(statement, 'parent').map(({ id }) => id);
  const activities = [String(object.id), ...(whole === undefined ? [] : [whole])];
  if (completed.has(verb.id) || submitted.has(verb.id)) return doneOf(statement, activities, scope);
  if (judged.has(verb.id)) return tells({ answers: judgementOf(statement, activities) });
  const visit: VisitTold = { activities: [...activities, ...around], scope };
  const isStart = began.has(verb.id);
  if (!isStart && !lookedAt.has(verb.id) && !wentOn.has(verb.id)) return notMapped('NOT_LEARNING');
  return tells({ visits: [{ ...visit, ...(isStart ? { startedAt: timestamp } : { seenAt: timestamp }) }] });
}

function doneOf(statement: StoredStatement, activities: readonly string[], scope: string): Meaning {
  return tells({
    visits: [{ activities, scope, completedAt: statement.timestamp }],
    answers: judgementOf(statement, activities),
  });
}

/** An essay's grade is said by who gave it, of whom it was given to. */
function assessmentOf(statement: StoredStatement): Meaning {
  const assessed = statement.context?.extensions?.[prepositions + 'for'];
  const found = scoreOf(statement.result);
  const object = objectOf(statement);
  if (found === undefined || object === undefined) return notMapped('NO_SCORE');
  if (!isActor(assessed)) return notMapped('OTHER_PERSON');
  // The response here is the grader's remark.
  const answer = { ...answerOf(statement, [object.id], found, assessed), response: null };
  return tells({ answers: [answer] });
}

function isActor(value: unknown): value is Actor {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['account', 'mbox', 'mbox_sha1sum', 'openid'].some((key) => key in value)
  );
}
