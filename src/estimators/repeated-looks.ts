/** What has come of all looks so far: kept from one look to the next. */
export interface Looks {
  /** Of problems that are open, how probable each was when it was last looked at. */
  readonly open: Readonly<Record<string, number>>;
  /** How many were opened and closed again, and how many of these are expected to have been false. */
  readonly closed: number;
  readonly closedFalse: number;
}

export interface Look {
  readonly looks: Looks;
  /** In the order of their ids. */
  readonly opened: readonly string[];
  readonly closed: readonly string[];
}

export const noLooks: Looks = { open: {}, closed: 0, closedFalse: 0 };

/** Less probable problems are not opened, and an open one is closed only below. Between the two nothing changes. */
export const openingAt = 0.8;
export const closingBelow = 0.4;
/** Of all that were ever opened no more than this share may be expected to be false when one more is opened, */
const falseShare = 0.08;
/** but for so many to begin with, so that a first one can be opened. */
const falseAtFirst = 0.2;

/**
 * Which problems to open and to close at one more look at the same content, given the probability of a problem of each that was
 * looked at. Every look is another chance to be wrong, so that the account of what may be wrong runs over all of them, the most
 * probable first, as false discoveries are spent and earned in alpha investing (Foster & Stine 2008, J. R. Statist. Soc. B 70),
 * here by the probabilities as they are now. What is opened anew counts anew. What is not looked at stays as it is.
 */
export function repeatedLooks(previous: Looks, probabilities: ReadonlyMap<string, number>): Look {
  const seen = Object.entries(previous.open).map(
    ([id, before]) => [id, probabilities.get(id) ?? before] as const,
  );
  const closing = seen.filter(([, probability]) => probability < closingBelow);
  const staying = seen.filter(([, probability]) => probability >= closingBelow);
  const closed = previous.closed + closing.length;
  const closedFalse = previous.closedFalse + expectedFalseAmong(closing);
  const candidates = [...probabilities]
    .filter(([id, probability]) => !(id in previous.open) && probability >= openingAt)
    .sort(([left, less], [right, more]) => more - less || (left < right ? -1 : 1));
  const opening: (readonly [string, number])[] = [];
  let expectedFalse = closedFalse + expectedFalseAmong(staying);
  for (const candidate of candidates) {
    expectedFalse += 1 - candidate[1];
    const everOpened = closed + staying.length + opening.length + 1;
    if (expectedFalse > falseAtFirst + falseShare * everOpened) break;
    opening.push(candidate);
  }
  return {
    looks: { open: Object.fromEntries([...staying, ...opening]), closed, closedFalse },
    opened: opening.map(([id]) => id).sort(),
    closed: closing.map(([id]) => id).sort(),
  };
}

/** A problem that people have settled, as solved (there was one) or as none: nothing has to be guessed of it any more. */
export function settled(looks: Looks, id: string, wasOne: boolean): Looks {
  if (!(id in looks.open)) return looks;
  return {
    open: Object.fromEntries(Object.entries(looks.open).filter(([other]) => other !== id)),
    closed: looks.closed + 1,
    closedFalse: looks.closedFalse + (wasOne ? 0 : 1),
  };
}

function expectedFalseAmong(problems: readonly (readonly [string, number])[]): number {
  return problems.reduce((sum, [, probability]) => sum + 1 - probability, 0);
}
