/** A page whose marked controls are judged one by one. */
export interface ControlPage {
  readonly name: string;
  /** Body of the page; `x="kind"` marks a control of that kind, `x="-"` a trap. */
  readonly html: string;
  readonly title?: string;
}
