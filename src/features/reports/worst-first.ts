/** Where most people are concerned comes first, then by name. */
export function worstFirst<Reported>(
  reported: readonly Reported[],
  concerned: (one: Reported) => number,
  nameOf: (one: Reported) => string,
): Reported[] {
  return [...reported].sort(
    (left, right) => concerned(right) - concerned(left) || (nameOf(left) < nameOf(right) ? -1 : 1),
  );
}
