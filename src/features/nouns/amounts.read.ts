import { statement, type Queries } from '../../graph/driver/statement';
import type { Amounts } from '../../shared/field-extensions';

const COUNT = statement<Omit<Amounts, 'evidenceOfPerson'> & { readonly evidence: number }>(
  'amounts.count',
  `CALL () {
     MATCH (project:Project)
     RETURN max(COUNT { (project)-[:REQUIRES]->() } + COUNT { (project)-[:HAS_TASK]->()-[:REQUIRES]->() })
       AS requirementsOfProject
   }
   CALL () {
     MATCH (team:Team)
     RETURN max(COUNT { (team)<-[:BROADER*0..]-()-[:RESPONSIBLE_FOR]->()-[:REQUIRES]->() }
       + COUNT { (team)<-[:BROADER*0..]-()-[:RESPONSIBLE_FOR]->()-[:HAS_TASK]->()-[:REQUIRES]->() }) AS requirementsOfTeam
   }
   CALL () {
     MATCH (role:RoleTemplate)
     RETURN max(COUNT { (role)-[:REQUIRES]->() }) AS requirementsOfRole
   }
   RETURN coalesce(requirementsOfProject, 0) AS requirementsOfProject, coalesce(requirementsOfTeam, 0) AS requirementsOfTeam,
     coalesce(requirementsOfRole, 0) AS requirementsOfRole,
     COUNT { ()-[:REQUIRES]->() } AS requirements, COUNT { (:Evidence) } AS evidence, COUNT { (:Person) } AS Person,
     COUNT { (:Team) } AS Team, COUNT { (:Skill) } AS Skill, COUNT { (:Question) } AS Question,
     COUNT { (:Module) } AS Module, COUNT { (:Project) } AS Project, COUNT { (:RoleTemplate) } AS RoleTemplate`,
  'Whichever project has the most requirements: read once a minute at most, beside the requests.',
);

/** How many there are of what lists hold. */
export async function countAmounts(queries: Queries): Promise<Amounts | undefined> {
  const [counted] = await queries.query(COUNT);
  if (!counted) return undefined;
  const { evidence, ...amounts } = counted;
  return { ...amounts, evidenceOfPerson: evidence / Math.max(1, amounts.Person) };
}
