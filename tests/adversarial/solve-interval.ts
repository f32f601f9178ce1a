import highs from 'highs';

/** What is known of one unknown number before anything is read. */
export interface Unknown {
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

/** A published cell: least ≤ Σ coefficient · unknown ≤ most. */
export interface Known {
  readonly terms: ReadonlyMap<string, number>;
  readonly least: number;
  readonly most: number;
}

export interface Interval {
  readonly least: number;
  readonly most: number;
  readonly width: number;
}

type Solver = Awaited<ReturnType<typeof highs>>;
let solver: Promise<Solver> | undefined;

/**
 * The narrowest interval in which a reader of the published cells can place Σ coefficient · unknown:
 * two linear programs, solved by HiGHS.
 *
 * @throws Error where the cells contradict each other, or the solver does not end with an optimum
 */
export async function solveInterval(
  target: ReadonlyMap<string, number>,
  unknowns: readonly Unknown[],
  known: readonly Known[],
): Promise<Interval> {
  solver ??= highs();
  const { solve } = await solver;
  const end = (sense: 'Minimize' | 'Maximize') => {
    const solved = solve(program(sense, target, unknowns, known), { output_flag: false });
    if (solved.Status !== 'Optimal') throw new Error(`The linear program is ${solved.Status}.`);
    return solved.ObjectiveValue;
  };
  const least = end('Minimize');
  const most = end('Maximize');
  return { least, most, width: most - least };
}

function program(
  sense: string,
  target: ReadonlyMap<string, number>,
  unknowns: readonly Unknown[],
  known: readonly Known[],
): string {
  const names = new Map(unknowns.map(({ name }, index) => [name, `x${index}`]));
  const line = (terms: ReadonlyMap<string, number>) =>
    [...terms]
      .map(
        ([name, factor]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${named(names, name)}`,
      )
      .join('\n ');
  const rows = known.flatMap(({ terms, least, most }, index) => [
    ...(Number.isFinite(least) ? [` l${index}: ${line(terms)} >= ${least}`] : []),
    ...(Number.isFinite(most) ? [` m${index}: ${line(terms)} <= ${most}`] : []),
  ]);
  const bounds = unknowns.map(
    ({ name, least, most }) =>
      ` ${least} <= ${named(names, name)} <= ${Number.isFinite(most) ? most : '+inf'}`,
  );
  return [sense, ` goal: ${line(target)}`, 'Subject To', ...rows, 'Bounds', ...bounds, 'End'].join(
    '\n',
  );
}

function named(names: ReadonlyMap<string, string>, name: string): string {
  const short = names.get(name);
  if (short === undefined) throw new Error(`No unknown is called ${name}.`);
  return short;
}
