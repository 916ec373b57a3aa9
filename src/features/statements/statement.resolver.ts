import { Ctx, Mutation, Resolver } from 'type-graphql';
import { Costs } from '../../shared/field-extensions';
import { Items } from '../../shared/items-argument';
import { organisation, VisibleTo } from '../access/policy';
import { RecordEvidencePayload } from '../evidence/answer.type';
import type { RequestContext } from '../request/context';
import { recordStatements } from './recording.service';
import { StatementInput } from './statement.input';

@Resolver()
export class StatementResolver {
  @VisibleTo(organisation)
  @Costs(1)
  @Mutation(() => RecordEvidencePayload, {
    description:
      'Records up to 1,000 statements of learning platforms, as the Experience API (xAPI 1.0.3) has them: what the result reports as accepted is stored durably. A statement that is not valid is reported in errors, with where and why, and does not affect the others; one whose id has been used with other content is a CONFLICT. Safe to send again.',
  })
  recordStatements(
    @Items(() => StatementInput, 'Up to 1,000 statements, in any order.')
    items: StatementInput[],
    @Ctx() context: RequestContext,
  ): Promise<RecordEvidencePayload> {
    return recordStatements(context, items);
  }
}
