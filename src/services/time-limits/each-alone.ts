/** After so many failures, one after another, it is not the cases. */
const ENOUGH = 20;

/**
 * Does a duty of the clock for each of these, one after another. What fails for one keeps no other from its right: it is thrown at the end,
 * all of it together, each with the case that it concerns. Answers for how many something changed.
 *
 * Stops after twenty failures in a row, when the database rather than a case is in trouble. Throws AggregateError.
 */
export async function eachAlone<T>(subjects: readonly T[], caseOf: (subject: T) => string, duty: (subject: T) => Promise<boolean | void>): Promise<number> {
  const failures: Error[] = [];
  let changed = 0;
  let inARow = 0;
  for (const subject of subjects) {
    try {
      if ((await duty(subject)) !== false) changed += 1;
      inARow = 0;
    } catch (error) {
      failures.push(new Error(`Case ${caseOf(subject)}`, { cause: error }));
      inARow += 1;
      if (inARow === ENOUGH) break;
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${subjects.length} failed`);
  return changed;
}
