import type { Queries } from '../../graph/driver/statement';
import type { Reference } from '../../graph/nouns/identity';
import { invalid, ItemErrorCode, notFound, Rejection, type Batch } from '../../shared/items';
import type { Viewer } from '../access/viewer';
import type { RecordEvidencePayload } from '../evidence/answer.type';
import { digest } from '../evidence/evidence.service';
import type { RequestContext } from '../request/context';
import { capture, type CapturedKind, type Capturing, type Existing } from './capture.service';
import { helpCheck, type CheckedHelp, type HelpInput } from './help.input';
import { writeAttestedHelp, writeHelp } from './help.store';
import { notTheirs, recordingOf } from './own-evidence';
import { referredModules, referredPeople, referredSkills, type ReferredNode } from './referred.store';

interface ReferredByHelp {
  readonly people: ReadonlyMap<Reference, ReferredNode>;
  readonly skills: ReadonlyMap<Reference, ReferredNode>;
  readonly modules: ReadonlyMap<Reference, ReferredNode>;
  /** Who attests it; undefined for a program. */
  readonly by: ReferredNode | undefined;
}

/** Help as it is stored, with the nodes that it hangs on. */
interface StoredHelp {
  readonly id: string;
  readonly hash: string;
  readonly hashAs: (helper: string, person: string, about: string) => string;
  readonly helper: ReferredNode;
  readonly person: ReferredNode;
  readonly about: ReferredNode;
  readonly at: number;
  readonly note: string | null;
}

const notOneself = new Rejection(
  ItemErrorCode.FORBIDDEN,
  'Nobody attests help that they gave themselves: the one who was helped or a lead records it.',
  ['helper'],
);

/** Help as one viewer may record it. */
function helpAttestedBy(viewer: Viewer, now: number): CapturedKind<CheckedHelp, ReferredByHelp, StoredHelp> {
  return {
    kind: 'help',
    check: helpCheck,
    momentsOf: ({ at }) => ({ at }),
    async allow(tx, checked) {
      const { own, mayRecordOf, idOf } = await recordingOf('help', tx, viewer, now);
      const people = await referredPeople(tx, peopleIn(checked));
      return checked.map(({ value }) => {
        if (!mayRecordOf(people.get(value.person)?.key)) return notTheirs;
        if (own !== undefined && people.get(value.helper)?.key === own) return notOneself;
        const outside = idOf(value.outside);
        return outside instanceof Rejection ? outside : { ...value, outside };
      });
    },
    look: (tx, checked) => referredByHelp(tx, checked, viewer.personKey),
    resolve: resolveHelp,
    namedBy: ({ helper, person, about }) => [helper.key, person.key, about.key],
    async write(tx, sorted, { referred: { by }, existing, recordedAt }) {
      const items = sorted.fresh.map(({ helper, person, about, id, hash, at, note }) => ({
        ...{ helper: helper.node, person: person.node, about: about.node, by: by?.node ?? null },
        ...{ id, hash, at, note, attested: by !== undefined },
      }));
      const write = by === undefined ? writeHelp : writeAttestedHelp;
      await write(tx, items, (id) => existing.has(id), recordedAt);
      return sorted;
    },
  };
}

function peopleIn({ good }: Batch<CheckedHelp>): Reference[] {
  return good.flatMap(({ value: { helper, person } }) => [helper, person]);
}

async function referredByHelp(
  tx: Queries,
  checked: readonly CheckedHelp[],
  own: string | undefined,
): Promise<ReferredByHelp> {
  const given = (references: readonly (Reference | null | undefined)[]): Reference[] =>
    references.filter((reference) => reference != null);
  const [people, skills, modules] = await Promise.all([
    referredPeople(tx, given([own, ...checked.flatMap(({ helper, person }) => [helper, person])])),
    referredSkills(tx, given(checked.map(({ skill }) => skill))),
    referredModules(tx, given(checked.map(({ module }) => module))),
  ]);
  return { people, skills, modules, by: own === undefined ? undefined : people.get(own) };
}

function resolveHelp(
  checked: Batch<CheckedHelp>,
  { people, skills, modules }: ReferredByHelp,
  existing: Existing,
): Batch<StoredHelp> {
  return checked.map(({ value }) => {
    const { outside: id, at, note = null } = value;
    const helper = people.get(value.helper);
    const person = people.get(value.person);
    if (helper === undefined) return notFound('helper');
    if (person === undefined) return notFound('person');
    // Those who were two when it was accepted may have become one person since.
    if (helper.key === person.key && existing.get(id) == null)
      return invalid('helper: must not be the person who was helped');
    const isSkill = value.skill != null;
    const about = value.skill != null ? skills.get(value.skill) : modules.get(value.module ?? '');
    if (about === undefined) return notFound(isSkill ? 'skill' : 'module');
    const hashAs = (...named: string[]): string => digest([...named, isSkill, at, note]);
    return { id, hash: hashAs(helper.key, person.key, about.key), hashAs, helper, person, about, at, note };
  });
}

/** Records help, attested by the viewer where a person stands behind the token. */
export function recordHelp(
  context: Capturing & Pick<RequestContext, 'viewer'>,
  items: readonly HelpInput[],
): Promise<RecordEvidencePayload> {
  return capture(helpAttestedBy(context.viewer, context.now), context, items);
}
