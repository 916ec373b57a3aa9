import type { Queries } from '../../graph/driver/statement';
import { writeMentions, type Mentioned } from './mention.store';
import type { Names } from './naming';
import { addNames, referrersOf, type Referrer, type Target } from './statement.store';

/** A new statement with what it is found by, and at which it points. */
export interface Referring extends Names {
  readonly key: string;
  readonly target?: string;
}

/** Chains of statements that point at each other are followed so far. */
const longestChain = 20;

/**
 * The names of new statements with those of what they point at: who asks for a person's statements is given what others
 * say of them, too (xAPI 1.0.3, Communication 2.1.3).
 */
export function withNamesOfTargets(
  fresh: readonly Referring[],
  targets: ReadonlyMap<string, Target>,
): ReadonlyMap<string, Names> {
  const own = new Map(fresh.map((one) => [one.key, one]));
  const namesFor = (key: string, steps: number): Names => {
    const one = own.get(key);
    if (!one) return targets.get(key) ?? { direct: [], related: [] };
    if (one.target === undefined || steps === 0) return one;
    return joined(one, namesFor(one.target, steps - 1));
  };
  return new Map(fresh.map(({ key }) => [key, namesFor(key, longestChain)]));
}

function joined(own: Names, further: Names): Names {
  const direct = [...new Set([...own.direct, ...further.direct])];
  const related = new Set([...own.related, ...further.related]);
  return { direct, related: [...related].filter((name) => !direct.includes(name)) };
}

/**
 * Makes those found that point at statements which have come only now, and those that point at them in turn; gives the
 * ones that point at a statement itself.
 */
export async function nameReferrers(
  tx: Queries,
  arrived: ReadonlyMap<string, Names>,
): Promise<readonly Referrer[]> {
  const direct = await referrersOf(tx, [...arrived.keys()]);
  let [level, names] = [direct, arrived];
  for (let step = 0; level.length > 0 && step < longestChain; step++) {
    const added = new Map<string, Names>();
    const rows: (Mentioned & { readonly key: string })[] = [];
    for (const referrer of level) {
      const of = names.get(referrer.target) ?? { direct: [], related: [] };
      const news = newTo(referrer, of);
      // Whoever has all names has passed them on, too. What has come itself may yet lack some: by what was there between.
      if (news.direct.length + news.related.length + news.raised.length === 0) continue;
      rows.push({ key: referrer.key, seq: referrer.seq, ...news });
      added.set(referrer.key, of);
    }
    if (rows.length === 0) break;
    await addNames(
      tx,
      rows.map(({ raised = [], ...row }) => ({ ...row, direct: [...row.direct, ...raised] })),
    );
    await writeMentions(tx, rows, 'referred');
    names = added;
    level = await referrersOf(tx, [...added.keys()]);
  }
  return direct;
}

/** What of these names is new to a statement. */
function newTo(referrer: Names, { direct, related }: Names): Names & { readonly raised: readonly string[] } {
  const isNew = (name: string): boolean =>
    !referrer.direct.includes(name) && !referrer.related.includes(name);
  return {
    direct: direct.filter(isNew),
    related: related.filter(isNew),
    raised: direct.filter((name) => referrer.related.includes(name) && !referrer.direct.includes(name)),
  };
}
