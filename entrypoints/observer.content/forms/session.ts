import type { FieldEntry, FieldReading, FormReading } from '../../../utils/domain/observation';
import { FieldTime } from './activity';
import type { Place } from './container';
import { type Control, controlOf, isEditable } from './control';
import { isConnected, isVisible } from './dom';
import { formReading, readField } from './reading';
import { cellOf } from './table-label';
import { controlValue } from './value';

/** How a field came to its value by the person's own hand. */
export type ByHand = 'typed' | 'pasted' | 'chosen' | 'imported';

/** What is known of one field while its form is worked on. In memory only. */
export class FieldState {
  time = new FieldTime();
  /** What stood in it before the person's first input in the form. */
  initial: string;
  how: ByHand | undefined;
  /** Its value when the person acted on it: it was chosen if it changes. */
  actedOn: string | undefined;
  /** What stood in it at that moment, where the page may have changed it unseen before. */
  stood: string | undefined;
  /** When the person last entered something in it by hand, epoch ms; 0 if never. */
  handAt = 0;
  /** When the person last acted on it, whatever came of it, epoch ms; 0 if never. */
  actedAt = 0;
  /** Last value seen, for fields that a tab, a step or a virtual list takes away. */
  last: string;
  /** The cell that it stood in when it was met: one editor may serve all cells of a grid. */
  readonly cell: Element | null;
  private reading: FieldReading | undefined;

  constructor(
    public control: Control,
    readonly firstSeenAt: number,
  ) {
    this.cell = cellOf(control.root);
    this.initial = controlValue(control);
    this.last = this.initial;
  }

  /** Reads the value where the field still stands; what a step or a tab hides keeps its last one. */
  value(): string {
    const [part] = this.control.parts;
    if (part && !isConnected(this.control.root) && isConnected(part)) {
      // Drawn anew around the same native element.
      this.control = controlOf(part) ?? this.control;
    }
    const { control } = this;
    if (isConnected(control.root) && (isVisible(control.root) || control.kind === 'text')) {
      this.last = controlValue(control);
    }
    return this.last;
  }

  /** It was drawn anew with what the person had entered in another that went: that is entered still. */
  inherit(before: FieldState): void {
    this.how = before.how;
    this.initial = before.initial;
    this.handAt = before.handAt;
    this.time = before.time;
    before.how = undefined;
  }

  /** It was met first when it had changed already. */
  forgetInitial(): void {
    this.initial = '';
    this.last = '';
  }

  /** Settles a choice: acted on by the person, and changed since. */
  settle(): void {
    if (this.actedOn === undefined) return;
    const value = this.value();
    const before = value === this.actedOn ? this.stood : this.actedOn;
    if (before === undefined || value === before) return;
    if (value !== '' && !this.how) {
      this.how = 'chosen';
      // The page may have emptied it since the record before.
      this.initial = before;
    }
    this.actedOn = undefined;
    this.stood = undefined;
  }

  get touched(): boolean {
    return this.how !== undefined;
  }

  get prefilled(): boolean {
    return this.initial !== '' && this.control.kind !== 'switch';
  }

  read(): FieldReading {
    if (!this.reading || this.reading.labels.length === 0) {
      const { cell, control } = this;
      // An editor that has gone on to another cell: the one that it stood in has its names.
      const gone = cell !== null && !isConnected(control.root) && isConnected(cell);
      this.reading = readField(gone ? { ...control, root: cell } : control, this.prefilled);
    }
    return this.reading.prefilled === this.prefilled
      ? this.reading
      : { ...this.reading, prefilled: this.prefilled };
  }

  /** Entered by hand at this time, epoch ms. What was emptied before is entered anew. */
  byHand(at: number, submittedAt: number): void {
    if (this.handAt <= submittedAt && this.last === '') this.initial = '';
    this.handAt = at;
    this.time.input(at);
  }

  /** The next record's choice in it is under way already: it shows by its change from here. */
  beginAnew(): void {
    this.how = undefined;
    this.initial = this.actedOn ?? this.initial;
  }

  /** Starts over after a submission. */
  reset(): void {
    this.how = undefined;
    this.actedOn = undefined;
    this.stood = undefined;
    this.time.reset();
    this.initial = this.value();
  }
}

/** A form is read up to this many fields; those that the person touched always are. */
export const MAX_FIELDS = 400;

/** One form in work: its place on the page and what is known of its fields. */
export class FormSession {
  readonly states = new Map<Element, FieldState>();
  /** First trusted input in the form, epoch ms. */
  startedAt: number | undefined;
  /** Working time of the document at `startedAt`, ms. */
  workedAtStart = 0;
  /** 下一步 was pressed: its fields belong to the submission that follows. */
  steppedAt: number | undefined;
  /** Its fields when that was pressed. */
  kept: readonly FieldState[] = [];
  /** When a submit action was last held for it, epoch ms. */
  submittedAt = 0;
  /** The button or link by which the person came to this form, and the row it stood in. */
  opener: string | undefined;
  /** Labels sent last, so that a form is told once. */
  told = '';

  constructor(public place: Place) {}

  state(control: Control, at: number): FieldState {
    const known = this.states.get(control.root);
    if (known) return known;
    const state = new FieldState(control, at);
    this.states.set(control.root, state);
    return state;
  }

  /** The fields that count now: visible ones, and those that the person filled before they went. */
  current(): FieldState[] {
    const current: FieldState[] = [];
    for (const state of this.states.values()) {
      state.settle();
      const there = isConnected(state.control.root) && isEditable(state.control);
      if (state.touched || (there && current.length < MAX_FIELDS)) current.push(state);
    }
    return current.sort(inDocumentOrder);
  }

  get touched(): boolean {
    for (const state of this.states.values()) {
      state.settle();
      if (state.touched) return true;
    }
    return false;
  }

  /**
   * The person comes back to a form that was emptied meanwhile (closed, cancelled, reset): what they
   * had entered is gone, and what stands there now was prefilled.
   */
  forgetEmptied(): void {
    if (this.startedAt === undefined || this.steppedAt !== undefined) return;
    const touched = [...this.states.values()].filter((state) => state.touched);
    const emptied = touched.filter(
      (state) => isConnected(state.control.root) && state.last !== '' && state.value() === '',
    );
    if (touched.length > 0 && emptied.length === touched.length) this.reset();
  }

  /**
   * Forgets what was entered: the record was accepted, the next one starts. What the person has
   * entered since the submit action belongs to the next one already.
   * @param at when the submit action was done, epoch ms
   */
  reset(at: number = Number.POSITIVE_INFINITY): void {
    this.startedAt = undefined;
    this.steppedAt = undefined;
    this.kept = [];
    for (const [root, state] of this.states) {
      if (state.handAt > at)
        this.startedAt = Math.min(this.startedAt ?? state.handAt, state.handAt);
      else if (state.actedAt > at) state.beginAnew();
      else if (isConnected(root)) state.reset();
      else this.states.delete(root);
    }
  }
}

function inDocumentOrder(a: FieldState, b: FieldState): number {
  const order = Node.prototype.compareDocumentPosition.call(a.control.root, b.control.root);
  if (order & Node.DOCUMENT_POSITION_DISCONNECTED) return 0;
  return order & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** The form and its entries as they stand at this moment. */
export interface Snapshot {
  readonly form: FormReading;
  readonly entries: readonly FieldEntry[];
  readonly fields: readonly FieldState[];
  readonly startedAt: number;
  readonly fillingMs: number;
  readonly touched: boolean;
  /** Tells two snapshots of the same values apart from two different ones. In memory only. */
  readonly fingerprint: string;
}

/**
 * Takes a form's state before the page reacts to a submit action.
 * @param carried sessions of earlier wizard steps that belong to it
 * @param importedAt when the person last handed a spreadsheet to the page, epoch ms
 */
export function takeSnapshot(
  session: FormSession,
  carried: readonly FormSession[],
  at: number,
  workedMs: number,
  importedAt: number | undefined,
): Snapshot {
  const met = [
    ...carried.flatMap((earlier) =>
      earlier.steppedAt === undefined
        ? earlier.current().filter((state) => state.touched)
        : earlier.kept,
    ),
    ...session.kept,
    ...session.current(),
  ];
  const fields = withoutGhosts(met);
  // What another was made for counts no more, also when that one is out of sight.
  const counting = new Set(fields);
  for (const state of met) if (!counting.has(state)) state.how = undefined;
  const entries: FieldEntry[] = [];
  fields.forEach((state, field) => {
    const value = state.value();
    const how = howEntered(state, value, importedAt);
    if (!how) return;
    const { focusMs, workingMs, inputMs } = state.time;
    entries.push({
      field,
      how,
      value,
      focusMs,
      workingMs,
      inputMs: Math.min(inputMs, Math.max(focusMs, 5000)),
    });
  });
  const sessions = [...carried, session].filter((each) => each.startedAt !== undefined);
  const first = sessions.reduce<FormSession | undefined>(
    (earliest, each) =>
      !earliest || (each.startedAt ?? at) < (earliest.startedAt ?? at) ? each : earliest,
    undefined,
  );
  return {
    form: formReading(
      session.place,
      fields.map((state) => state.control),
      fields.map((state) => state.read()),
    ),
    entries,
    fields,
    startedAt: first?.startedAt ?? at,
    fillingMs: first ? Math.max(0, workedMs - first.workedAtStart) : 0,
    touched: fields.some((state) => state.touched),
    fingerprint: entries.map(({ value }) => value).join('\u0000'),
  };
}

/**
 * Each field once: of a control that was taken away and made anew (a tab, a step back) only the new
 * one counts.
 */
export function withoutGhosts(states: readonly FieldState[]): FieldState[] {
  const unique = [...new Set(states)];
  const standing = new Map<string, FieldState>();
  for (const state of unique)
    if (isConnected(state.control.root)) standing.set(nameOf(state), state);
  for (const ghost of unique) {
    if (!ghost.touched || ghost.last === '' || isConnected(ghost.control.root)) continue;
    const heir = standing.get(nameOf(ghost));
    if (heir && !heir.touched && heir.value() === ghost.last) heir.inherit(ghost);
  }
  return unique.filter((state) => {
    const heir = standing.get(nameOf(state));
    if (!heir || isConnected(state.control.root)) return true;
    // A long list takes rows away that are scrolled out of sight: another record stands there now.
    return state.touched && state.read().row !== undefined && heir.value() !== state.last;
  });
}

function nameOf(state: FieldState): string {
  const { labels, row, control } = state.read();
  return `${labels[0]?.text ?? ''}\u0000${row ?? ''}\u0000${control}`;
}

function howEntered(
  state: FieldState,
  value: string,
  importedAt: number | undefined,
): FieldEntry['how'] | undefined {
  if (state.control.kind === 'password') return undefined;
  if (state.control.kind === 'file') return state.how;
  if (value === '') return undefined;
  if (state.control.kind === 'switch' && !state.touched) return undefined;
  // Typed again as it was is typed all the same; a choice shows by its change only.
  if (state.how === 'chosen' && value === state.initial) return 'prefilled';
  if (state.how) return state.how;
  if (value === state.initial) {
    const imported = importedAt !== undefined && state.firstSeenAt > importedAt;
    return imported ? 'imported' : 'prefilled';
  }
  return importedAt !== undefined ? 'imported' : 'script';
}
