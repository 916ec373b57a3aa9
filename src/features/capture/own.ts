import { theirsAlone } from '../access/not-yours-to-see';
import { areViewer } from '../people/access-log.list';
import type { Person } from '../people/person.type';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';

/** Whether the viewer is this person, whatever their role. */
export function isViewer(context: RequestContext, { key }: Person): Promise<boolean> {
  return load(context, areViewer, key, null);
}

/** Refuses what a person alone sees to everybody else; `what` begins the sentence. */
export async function refuseOthers(context: RequestContext, person: Person, what: string): Promise<void> {
  if (!(await isViewer(context, person))) throw theirsAlone(what);
}
