/**
 * Number of the page that comes next: the one after where the person left off, or from the last page the first that they
 * have not opened; null where there is none left.
 *
 * @param reached numbers of the pages that were opened
 */
export function nextPage(
  leftOff: number | null,
  reached: readonly number[],
  pageCount: number,
): number | null {
  if (leftOff !== null && leftOff < pageCount) return leftOff + 1;
  const opened = new Set(reached);
  for (let number = 1; number <= pageCount; number++) if (!opened.has(number)) return number;
  return null;
}
