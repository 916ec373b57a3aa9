/**
 * Figures of a real course, so that simulated answers behave like real ones. Source: 504 people in an e-learning course
 * on probability, R package pks, data set `probability` (Anselmi, Wickelmaier; Tuebingen 2010), computed from
 * responses_long.csv and people_and_page_times.csv. Figures only: no row and no prompt of that data is here.
 */

/** Share of right answers to problems 01 to 12 before the lesson (p101 to p112, 504 answers each). */
export const rightBefore = [
  0.812, 0.891, 0.857, 0.72, 0.76, 0.847, 0.847, 0.891, 0.647, 0.589, 0.506, 0.575,
] as const;

/** And after it (p201 to p212, 345 answers each). */
export const rightAfter = [
  0.951, 0.971, 0.928, 0.87, 0.855, 0.925, 0.957, 0.945, 0.771, 0.817, 0.725, 0.791,
] as const;

/** Median seconds on pages 1 to 10: 3 is the pre-test of 12 problems, 4 to 8 the lesson, 9 the post-test. */
export const medianSeconds = [29, 39, 610.5, 35, 11, 18, 15, 11, 385, 7] as const;

/** Share of the 504 whose last page was 3, 4, 5, 6, 7 or 8: they never saw the post-test. */
export const leftAtPages3To8 = [16 / 504, 6 / 504, 8 / 504, 4 / 504, 3 / 504, 44 / 504] as const;

/** Of the 423 who reached the post-test, 345 answered it. */
export const answeredPostTest = 345 / 423;
