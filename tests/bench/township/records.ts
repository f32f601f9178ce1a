/**
 * The records that a person's computer would hold of the plan, written with the extension's own
 * database code. Bundled and run inside a page of the extension.
 */

import type {
  Action,
  CoverageDay,
  Form,
  Interval,
  PageSign,
  Platform,
  Submission,
  Upload,
} from '../../../utils/domain/records';
import { Database } from '../../../utils/storage/database';
import { AGAIN_SECONDS, type FormPlan, SYSTEMS, type System, township } from './plan';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ORIGIN_OF_VALUES = 'mz.qingshan.gov.cn';

/**
 * Fills the database with six weeks of one person.
 *
 * @param mondays beginnings of the weeks, epoch ms
 * @returns how many records stand in it
 */
export async function writePerson(
  number: number,
  people: number,
  mondays: readonly number[],
): Promise<number> {
  const person = township(people)[number - 1];
  if (person === undefined) throw new Error('There is no such person.');
  const made = new Records(number, mondays);
  for (const [week, { systems }] of person.weeks.entries())
    for (const one of systems) made.addWeek(week, one);
  const database = new Database();
  await database.open();
  const count = await made.write(database, Date.now());
  database.close();
  return count;
}

type SystemWeek = ReturnType<typeof township>[number]['weeks'][number]['systems'][number];

class Records {
  readonly #intervals: Interval[] = [];
  readonly #submissions: Submission[] = [];
  readonly #actions: Action[] = [];
  readonly #uploads: Upload[] = [];
  readonly #pageSigns: PageSign[] = [];
  readonly #systems = new Set<System>();
  /** Where each day's work has come to, so that nobody is in two places at once. */
  readonly #clock = new Map<number, number>();
  #count = 0;

  constructor(
    readonly person: number,
    readonly mondays: readonly number[],
  ) {}

  #id(): string {
    this.#count += 1;
    return `${this.person.toString(16).padStart(4, '0')}${this.#count.toString(16).padStart(20, '0')}`;
  }

  /** A digest of this person's own, as the extension's are: sixteen signs. */
  #digest(subject: string): string {
    return `${this.person}-${subject}`.padEnd(16, 'A').slice(-16);
  }

  addWeek(
    week: number,
    { system, days, work, checkIns, traces, repeats, stale }: SystemWeek,
  ): void {
    this.#systems.add(system);
    const monday = this.mondays[week] ?? 0;
    let at = monday + 9 * HOUR_MS;
    for (const [day, minutes] of days.entries()) {
      if (minutes === 0) continue;
      const start = this.#clock.get(monday + day * DAY_MS) ?? monday + day * DAY_MS + 8.5 * HOUR_MS;
      // On some days the page was left alone for five minutes, which is no work.
      const pause = (minutes + day + this.person) % 4 === 0 ? 5 : 0;
      const to = start + (minutes + pause) * MINUTE_MS;
      this.#intervals.push(this.#interval(system, start, to, pause), {
        ...this.#interval(system, to, to + MINUTE_MS, 0),
        place: 'beside',
      });
      this.#clock.set(monday + day * DAY_MS, to + 2 * MINUTE_MS);
      at = start;
    }
    const times = (index: number) => at + 30 * SECOND_MS + index * SECOND_MS;
    for (const { form, fillings, minutesEach, again } of work)
      for (let filling = 0; filling < fillings; filling += 1)
        this.#submissions.push(
          this.#submission(system, form, times(filling), minutesEach, again, `${week}.${filling}`),
        );
    for (let index = 0; index < checkIns; index += 1)
      this.#actions.push(this.#action(system, 'check-in', times(index)));
    // Tried without proof: told apart, never counted.
    if (checkIns > 0)
      this.#actions.push({ ...this.#action(system, 'check-in', times(90)), outcome: 'attempt' });
    for (let index = 0; index < traces; index += 1)
      this.#actions.push(this.#action(system, index % 2 ? 'like' : 'read-confirm', times(index)));
    for (let index = 0; index < repeats; index += 1) {
      const digest = this.#digest(`${week}${index}${system.id.slice(0, 3)}`);
      const upload = (where: string, when: number): Upload => ({
        id: this.#id(),
        platform: where,
        at: when,
        via: 'chooser',
        fileKind: 'image',
        sizeClass: 9,
        proofMaterial: true,
        outcome: 'sent',
        digest,
        keyGeneration: 1,
      });
      // First elsewhere, just before the week's first Monday morning ends.
      this.#uploads.push(upload(ORIGIN_OF_VALUES, monday + 8 * HOUR_MS + index * SECOND_MS));
      this.#uploads.push(upload(system.id, times(index)));
      if (system.id !== ORIGIN_OF_VALUES) this.#systems.add(originSystem());
    }
    if (stale)
      for (const day of [0, 2])
        this.#pageSigns.push(this.#stalePage(system, monday + day * DAY_MS + 10 * HOUR_MS));
  }

  #interval({ id }: System, from: number, to: number, pause: number): Interval {
    return {
      id: this.#id(),
      platform: id,
      place: 'front',
      from,
      to,
      pauses: [
        ...(pause > 0 ? [{ offsetMs: 30 * SECOND_MS, lengthMs: pause * MINUTE_MS }] : []),
        ...(to - from > 20 * MINUTE_MS ? [{ offsetMs: 12 * MINUTE_MS, lengthMs: 40_000 }] : []),
      ],
      playing: [],
      waiting: [],
      inputMs: 20_000,
      certainty: 'confirmed',
      pageClass: 'form',
      visit: `${id} ${from}`,
    };
  }

  #submission(
    { id }: System,
    { signature, items }: FormPlan,
    at: number,
    minutesEach: number,
    again: number,
    subject: string,
  ): Submission {
    const typed = items.map((_, index) => index).slice(1);
    return {
      id: this.#id(),
      platform: id,
      form: signature,
      at,
      startedAt: at - minutesEach * MINUTE_MS,
      outcome: 'accepted',
      score: 4,
      evidence: ['success-text'],
      intent: 'final',
      rework: false,
      fillingMs: minutesEach * MINUTE_MS,
      keyGeneration: 1,
      fields: items.map((concept, field) => ({
        field,
        concept,
        labelDigest: `label-${signature}-${field}`,
        how: field === 0 ? 'prefilled' : field === items.length - 1 ? 'chosen' : 'typed',
        digest: this.#digest(`${subject}${field}${signature.slice(0, 3)}`),
        entropy: field % 2 ? 'high' : 'medium',
        focusMs: (AGAIN_SECONDS + 5) * SECOND_MS,
        workingMs: AGAIN_SECONDS * SECOND_MS,
        inputMs: 10 * SECOND_MS,
      })),
      judgement: {
        ruleVersion: 1,
        reentered: typed.slice(0, again).map((field) => ({
          field,
          platforms: [id === ORIGIN_OF_VALUES ? 'wg.qingshan.gov.cn' : ORIGIN_OF_VALUES],
          lastAts: [at - 3 * DAY_MS],
          submissions: [],
        })),
        comparable: typed,
        fixed: [],
        rho: 0,
      },
    };
  }

  #action({ id }: System, action: Action['action'], at: number): Action {
    return {
      id: this.#id(),
      platform: id,
      at,
      action,
      outcome: 'done',
      score: 4,
      evidence: ['text-changed'],
      count: 1,
      cues: [],
      exempt: false,
    };
  }

  #stalePage({ id }: System, at: number): PageSign {
    const newest = dayOf((this.mondays[0] ?? 0) - 90 * DAY_MS);
    return {
      id: this.#id(),
      platform: id,
      at,
      pageClass: 'home',
      newest,
      columns: [{ titleDigest: 'column-news', type: 'news', newest, blank: false }],
      state: 'normal',
      loadMs: 800,
      failed: false,
      cues: [],
      complaintEntry: false,
      forcedSeconds: 0,
    };
  }

  async write(database: Database, now: number): Promise<number> {
    const first = this.mondays[0] ?? 0;
    const since = first - 60 * DAY_MS;
    const systems = [...this.#systems];
    const platforms = systems.map(
      ({ id, name, category }): Platform => ({
        id,
        name,
        category,
        origins: [`http://${id}`],
        addedAt: since,
        addedBy: 'person',
        lastOpenedAt: now,
      }),
    );
    const forms = systems.flatMap((system) =>
      system.forms.map(
        ({ signature, items }): Form => ({
          platform: system.id,
          signature,
          library: 'element',
          firstSeenAt: since,
          lastSeenAt: now,
          fields: items.map((concept, field) => ({
            concept,
            score: 1,
            labelDigest: `label-${signature}-${field}`,
            control: 'text',
            required: true,
          })),
        }),
      ),
    );
    const blocks = Array.from({ length: 100 }, (_, index) => 96 + index);
    const coverage = this.mondays.flatMap((monday) =>
      [0, 1, 2, 3, 4].map(
        (day): CoverageDay => ({
          day: dayOf(monday + day * DAY_MS),
          active: blocks,
          recorded: blocks,
        }),
      ),
    );
    const tables = {
      platforms,
      forms,
      coverage,
      intervals: this.#intervals,
      submissions: this.#submissions,
      actions: this.#actions,
      uploads: this.#uploads,
      pageSigns: this.#pageSigns,
    };
    let count = 0;
    for (const [name, rows] of Object.entries(tables)) {
      await database.table(name).bulkPut(rows);
      count += rows.length;
    }
    await database.state.put({ key: 'since', value: since });
    return count;
  }
}

function originSystem(): System {
  const found = SYSTEMS.find(({ id }) => id === ORIGIN_OF_VALUES);
  if (found === undefined) throw new Error('There is no such system.');
  return found;
}

/** The day in China, `yyyy-mm-dd`. */
function dayOf(at: number): string {
  return new Date(at + 8 * HOUR_MS).toISOString().slice(0, 10);
}
