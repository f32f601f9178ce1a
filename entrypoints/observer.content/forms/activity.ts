/**
 * Working time inside one document, for fields and forms.
 *
 * *Working* = time between first and last evidence, less every pause longer than θ = 60 s, each as a
 * whole; leaving the window or arriving in it is evidence too. *Focus* is the same without taking
 * pauses off. The input share of a field is its 5-second windows with input × 5 000 ms.
 */
export const PAUSE_LIMIT_MS = 60_000;
const WINDOW_MS = 5000;

/** What was spent in one field. */
export class FieldTime {
  focusMs = 0;
  workingMs = 0;
  private readonly windows = new Set<number>();
  private lastWindow = Number.NaN;

  spend(gapMs: number): void {
    this.focusMs += gapMs;
    if (gapMs <= PAUSE_LIMIT_MS) this.workingMs += gapMs;
  }

  /** Notes input at an epoch time in ms. */
  input(at: number): void {
    const window = Math.floor(at / WINDOW_MS);
    if (window === this.lastWindow) return;
    this.lastWindow = window;
    this.windows.add(window);
  }

  /** Never more than the focus allows, rounded up to whole windows. */
  get inputMs(): number {
    return this.windows.size * WINDOW_MS;
  }

  reset(): void {
    this.focusMs = 0;
    this.workingMs = 0;
    this.lastWindow = Number.NaN;
    this.windows.clear();
  }
}

/** One per document. Times are epoch ms. */
export class Activity {
  private lastAt: number | undefined;
  private worked = 0;
  private field: FieldTime | undefined;

  /** Evidence that the person is at it. */
  note(at: number): void {
    if (this.lastAt === undefined) {
      this.lastAt = at;
      return;
    }
    const gap = at - this.lastAt;
    if (gap <= 0) return;
    if (gap <= PAUSE_LIMIT_MS) this.worked += gap;
    this.field?.spend(gap);
    this.lastAt = at;
  }

  /** The window lost the focus or was hidden: what follows is not spent here. */
  leave(at: number): void {
    if (this.lastAt === undefined) return;
    this.note(at);
    this.lastAt = undefined;
  }

  /** The focus moves to a field, or to none. */
  enter(field: FieldTime | undefined, at: number): void {
    if (this.field === field) return;
    this.note(at);
    this.field = field;
  }

  /** Working time in this document until now, ms. */
  workedMs(at: number): number {
    const gap = this.lastAt === undefined ? 0 : Math.max(0, at - this.lastAt);
    return this.worked + (gap <= PAUSE_LIMIT_MS ? gap : 0);
  }
}
