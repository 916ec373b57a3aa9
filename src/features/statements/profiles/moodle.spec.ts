import type { Activity, StoredStatement } from '../statement';
import { adlVerb, exampleStatement } from './example-statement';
import { moodle } from './moodle';

const site = 'https://moodle.example.org';
const quiz = { id: `${site}/mod/quiz/view.php?id=4` };
const course = { id: `${site}/course/view.php?id=2` };
const attempt = {
  id: `${site}/mod/quiz/attempt.php?attempt=9&cmid=4`,
  definition: { type: 'http://adlnet.gov/expapi/activities/attempt' },
};
const at = '2026-03-02T10:00:00Z';
const viewed = 'http://id.tincanapi.com/verb/viewed';
const started = 'http://activitystrea.ms/schema/1.0/start';

describe("Moodle's plugin", () => {
  it('begins a passage and shows a page when a module is viewed', () => {
    const told = meaningOf('\\mod_page\\event\\course_module_viewed', viewed, quiz, [course]).told;
    expect(told?.visits).toEqual([
      { activities: [quiz.id, course.id], scope: 'day 2026-03-02', startedAt: at },
    ]);
    expect(told?.pageViews).toHaveLength(1);
  });

  it('makes one passage through the quiz of an attempt, from its start to its end', () => {
    const start = meaningOf('\\mod_quiz\\event\\attempt_started', started, attempt, [quiz, course]).told;
    const end = meaningOf(
      '\\mod_quiz\\event\\attempt_submitted',
      adlVerb('completed'),
      attempt,
      [quiz, course],
      {
        result: { completion: true, score: { raw: 50, min: 0, max: 100, scaled: 0 } },
      },
    ).told;
    const scope = `attempt ${attempt.id}`;
    expect(start?.visits).toEqual([{ activities: [attempt.id, quiz.id, course.id], scope, startedAt: at }]);
    expect(end?.visits).toEqual([{ activities: [attempt.id, quiz.id], scope, completedAt: at }]);
    expect(end?.answers).toMatchObject([{ activities: [attempt.id, quiz.id], score: 0.5 }]);
  });

  it('makes answers of the questions of a quiz, none of those of a poll', () => {
    const result = { response: 'red', success: true };
    const question = { id: `${site}/question/question.php?cmid=4&id=1` };
    const answer = (event: string) =>
      meaningOf(event, adlVerb('answered'), question, [attempt, quiz], { result });
    expect(answer('\\mod_quiz\\event\\attempt_submitted').told?.answers).toMatchObject([
      { activities: [question.id], score: 1, sitting: attempt.id },
    ]);
    expect(answer('\\mod_choice\\event\\answer_created')).toEqual({ reason: 'OPINION' });
    expect(answer('\\mod_feedback\\event\\response_submitted')).toEqual({ reason: 'OPINION' });
  });

  it('gives the grade of an essay to whom it was given', () => {
    const learner = { account: { homePage: site, name: '7' } };
    const context = {
      'https://yetanalytics.com/profiles/prepositions/concepts/context-extensions/for': learner,
    };
    const result = { score: { raw: 1, min: 0, max: 2 }, response: 'well argued' };
    const event = '\\mod_lesson\\event\\essay_assessed';
    const assessed = 'https://w3id.org/xapi/dod-isd/verbs/assessed';
    expect(meaningOf(event, assessed, quiz, [course], { result }, context).told?.answers).toMatchObject([
      { actor: learner, score: 0.5, response: null },
    ]);
    expect(meaningOf(event, assessed, quiz, [course], { result })).toEqual({ reason: 'OTHER_PERSON' });
  });

  it('sees a learner who takes part', () => {
    const told = meaningOf(
      '\\mod_forum\\event\\post_created',
      'http://id.tincanapi.com/verb/replied',
      { id: `${site}/mod/forum/discuss.php?d=1#p1` },
      [course],
    ).told;
    expect(told?.visits).toMatchObject([{ seenAt: at }]);
  });

  it.each([
    ['\\core\\event\\user_loggedin', 'NOT_LEARNING'],
    ['\\core\\event\\badge_viewed', 'NOT_LEARNING'],
    ['\\mod_forum\\event\\user_report_viewed', 'NOT_LEARNING'],
    ['\\tool_certificate\\event\\certificate_issued', 'NOT_LEARNING'],
    ['\\mod_quiz\\event\\question_manually_graded', 'GRADE_OF_A_SLOT'],
  ])('keeps %s: %s', (event, reason) => {
    expect(meaningOf(event, viewed, quiz, [course])).toEqual({ reason });
  });

  it('keeps what somebody did in the name of another person', () => {
    const context = { 'https://yetanalytics.com/profiles/prepositions/concepts/context-extensions/as': {} };
    expect(meaningOf('\\mod_quiz\\event\\attempt_viewed', viewed, attempt, [quiz], {}, context)).toEqual({
      reason: 'OTHER_PERSON',
    });
  });

  it('is known by the event that a statement names', () => {
    expect(moodle.covers(exampleStatement(viewed))).toBe(false);
    expect(
      moodle.covers(
        exampleStatement(viewed, { context: { extensions: { [information]: { event_name: 7 } } } }),
      ),
    ).toBe(false);
  });
});

const information = 'http://lrs.learninglocker.net/define/extensions/info';

function meaningOf(
  event: string,
  verb: string,
  object: Activity,
  parent: readonly Activity[],
  given: Partial<StoredStatement> = {},
  extensions: object = {},
) {
  const context = {
    contextActivities: { parent },
    extensions: { [information]: { event_name: event }, ...extensions },
  };
  return moodle.meaning(exampleStatement(verb, { object, context, ...given }));
}
