import type { Finding } from './finding';
import type { PageFinding } from './page-finding';
import type { Judged, SeenProblem } from './problem-changes';
import { Verdict } from './verdict.type';

/** Questions as they are judged at one look. */
export function judgedQuestions(findings: readonly Finding[]): Judged[] {
  return findings.map((found) => ({
    subject: { type: 'QuestionVersion', key: found.version },
    ...{ team: found.team, verdict: found.verdict, kind: found.kind, people: found.people },
    ...{ probability: found.probability ?? 0, rightShare: found.rightShare },
    fault: faultOf(found),
  }));
}

/** Pages as they are judged at one look. */
export function judgedPages(findings: readonly PageFinding[]): Judged[] {
  return findings.map((found) => ({
    subject: { type: 'Page', key: found.page },
    ...{ team: null, verdict: found.verdict, kind: found.kind, people: found.people },
    ...{ probability: found.probability, rightShare: null },
    fault: faultOf(found),
  }));
}

/** The probability of a fault of the content; null where too little is known. */
function faultOf({ verdict, probability }: Pick<Finding, 'verdict' | 'probability'>): number | null {
  if (probability === null) return null;
  switch (verdict) {
    case Verdict.SOUND:
      return 1 - probability;
    case Verdict.KNOWLEDGE_GAP:
      return 0;
    case Verdict.CONTENT_PROBLEM:
    case Verdict.NOT_ENOUGH_DATA:
      return probability;
  }
}

/** A team lacks a skill where that is what most questions on it say; of several teams each does. */
export function lackedSkills(findings: readonly Finding[]): SeenProblem[] {
  const skills = [...new Set(findings.flatMap((found) => found.skills))];
  return skills.flatMap((skill) => {
    const onSkill = findings.filter((found) => found.skills.includes(skill));
    const gaps = onSkill.flatMap(({ lacking }) => lacking);
    const teams = [...new Set(gaps.map(({ team }) => team))];
    return teams.flatMap((team): SeenProblem[] => {
      const ofTeam = gaps.filter((gap) => gap.team === team);
      if (2 * ofTeam.length < onSkill.length) return [];
      return [
        {
          subject: { type: 'Skill', key: skill },
          ...{ team, verdict: Verdict.KNOWLEDGE_GAP, kind: null },
          probability: Math.max(...ofTeam.map(({ probability }) => probability)),
          people: Math.max(...ofTeam.map(({ people }) => people)),
          rightShare: null,
        },
      ];
    });
  });
}
