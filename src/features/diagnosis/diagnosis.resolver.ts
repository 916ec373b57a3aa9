import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Costs } from '../../shared/field-extensions';
import { judging, VisibleTo } from '../access/policy';
import type { Withheld } from '../disclosure/withheld.type';
import { QuestionVersion } from '../questions/question-version.type';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { diagnosisOfVersion } from './diagnosis.loader';
import { DiagnosisResult, type Diagnosis } from './diagnosis.type';

@Resolver(() => QuestionVersion)
export class QuestionVersionDiagnosisResolver {
  @VisibleTo(judging)
  @Costs(500)
  @FieldResolver(() => DiagnosisResult, {
    description:
      'Whether this version is sound, is at fault, or is missed by a team that lacks its skill: told by the answers of the same people to the other questions of its module, or on its skill where no module asks it.',
  })
  diagnosis(@Root() version: QuestionVersion, @Ctx() context: RequestContext): Promise<Diagnosis | Withheld> {
    return load(context, diagnosisOfVersion, version.key, null);
  }
}
