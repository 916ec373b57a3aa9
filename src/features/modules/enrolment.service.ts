import { Batch } from '../../shared/items';
import type { SavedRelationships } from '../nouns/saved.type';
import type { RequestContext } from '../request/context';
import { savePeriods } from '../people/periods.service';
import { personIdentity } from '../people/people.store';
import { enrolmentCheck, type EnrolmentInput } from './enrolment.input';
import { removeEnrolments, saveEnrolments, type EnrolmentToSave } from './enrolment.store';
import { moduleIdentity } from './module.store';

export function saveModuleEnrolments(
  given: Pick<RequestContext, 'database' | 'now'>,
  items: readonly EnrolmentInput[],
): Promise<SavedRelationships<EnrolmentToSave>> {
  return savePeriods(given, Batch.check(items, enrolmentCheck), {
    ends: [
      { name: 'person', identity: personIdentity, of: ({ person }) => person },
      { name: 'module', identity: moduleIdentity, of: ({ module }) => module },
    ],
    rowOf: ({ completedAt }, [person = '', module = ''], { from, to }) => ({
      person,
      module,
      from,
      due: to,
      completedAt,
    }),
    save: saveEnrolments,
    remove: removeEnrolments,
  });
}
