import type { ViewColumns } from './view-columns';

/** What somebody did on one page. */
export interface PageOfPassage {
  /** Number of the page. */
  readonly number: number;
  readonly activeSeconds: number;
  readonly pauses: number;
  /** How often they came back to it: within a view, or after another page. */
  readonly revisits: number;
}

/** What somebody did on each page, by its number, in these rows of views. */
export function pagesOf(views: ViewColumns, rows: readonly number[]): PageOfPassage[] {
  const page = views.column('page');
  const found = new Map<number, DoneOnPage>();
  let before: number | undefined;
  for (const row of inOrderOfOpening(views, rows)) {
    const number = page[row] ?? NaN;
    const known = found.get(number);
    const done = known ?? new DoneOnPage(number);
    if (!known) found.set(number, done);
    else if (before !== number) done.returns++;
    done.add(views, row);
    before = number;
  }
  return [...found.values()].sort((left, right) => left.number - right.number);
}

function inOrderOfOpening(views: ViewColumns, rows: readonly number[]): readonly number[] {
  const [openedAt, page] = [views.column('openedAt'), views.column('page')];
  const order = (left: number, right: number): number =>
    (openedAt[left] ?? 0) - (openedAt[right] ?? 0) || (page[left] ?? 0) - (page[right] ?? 0);
  const isInOrder = rows.every((row, place) => place === 0 || order(rows[place - 1] ?? row, row) <= 0);
  return isInOrder ? rows : [...rows].sort(order);
}

/** What somebody did on one page, view by view. */
class DoneOnPage implements PageOfPassage {
  activeSeconds = 0;
  pauses = 0;
  /** How often the page was opened after another one. */
  returns = 0;
  /** As the platform counts them within views. */
  private told = 0;

  constructor(readonly number: number) {}

  add(views: ViewColumns, row: number): void {
    this.activeSeconds += views.get('activeSeconds', row);
    this.pauses += views.get('pauses', row);
    this.told += views.get('revisits', row);
  }

  /** What a platform counts may be what shows in its views too. */
  get revisits(): number {
    return Math.max(this.told, this.returns);
  }
}
