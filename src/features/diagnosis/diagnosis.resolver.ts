import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Costs } from '../../shared/field-extensions';
import { judging, VisibleTo } from '../access/policy';
import { withheld } from '../disclosure/disclosure';
import type { Withheld } from '../disclosure/withheld.type';
import { Module } from '../modules/module.type';
import { Page } from '../modules/page.type';
import { QuestionVersion } from '../questions/question-version.type';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { diagnosisOfModule, pagesOfRevisionFound } from './content.loader';
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

@Resolver(() => Page)
export class PageDiagnosisResolver {
  @VisibleTo(judging)
  @Costs(200)
  @FieldResolver(() => DiagnosisResult, {
    description:
      'Whether the page is sound, is at fault, or is read by people who lack what it builds on: told by how long people read it, come back, pause and leave, by what they say of it and answer after it, each beside what is usual on the other pages of its revision. It is of people released five at a time, for every viewer.',
  })
  async diagnosis(@Root() page: Page, @Ctx() context: RequestContext): Promise<Diagnosis | Withheld> {
    const found = await load(context, pagesOfRevisionFound, page.revisionKey, null);
    return found.get(page.key) ?? withheld('The page is not there any more.');
  }
}

@Resolver(() => Module)
export class ModuleDiagnosisResolver {
  @VisibleTo(judging)
  @Costs(500)
  @FieldResolver(() => DiagnosisResult, {
    description:
      'What the worst of its questions and of the pages of its current revision is found to be. It is of people released five at a time, for every viewer.',
  })
  diagnosis(@Root() module: Module, @Ctx() context: RequestContext): Promise<Diagnosis | Withheld> {
    return load(context, diagnosisOfModule, module.key, null);
  }
}
