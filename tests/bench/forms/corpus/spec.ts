/** What a page of the corpus is made from; the truth stands in it beside what is drawn. */

export type FieldKind =
  | 'text'
  | 'textarea'
  | 'number'
  | 'date'
  | 'daterange'
  | 'select'
  | 'multiselect'
  | 'radio'
  | 'checkbox'
  | 'switch'
  | 'cascader'
  | 'file'
  | 'rich';

export interface FieldSpec {
  readonly key: string;
  /** The label in its plain form: the truth. */
  readonly label: string;
  /** The label as the page prints it, with its noise. */
  readonly shown: string;
  readonly concept?: string;
  readonly kind: FieldKind;
  /** What the hand enters or chooses; a path for cascaders. */
  readonly value: string;
  readonly options?: readonly string[];
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly unit?: string;
  /** Stands in it when the form opens. */
  readonly prefilled?: string;
  /** Set by the page when another field changes; readonly, so no field of the form. */
  readonly computed?: boolean;
  /** Name attribute, which may mislead. */
  readonly name?: string;
}

export interface FormSpec {
  readonly id: string;
  readonly title: string;
  readonly place: 'page' | 'dialog' | 'drawer' | 'steps';
  readonly layout: 'item' | 'columns' | 'top' | 'bare' | 'cells' | 'inline';
  readonly fields: readonly FieldSpec[];
  readonly submitText: string;
  readonly draftText?: string;
  readonly cancelText: string;
  /** Asks 确定提交吗？ before it sends. */
  readonly confirm?: boolean;
  readonly successText: string;
  /** What happens in the page after success. */
  readonly after: 'close' | 'clear' | 'keep' | 'result' | 'navigate';
  readonly transport: 'fetch' | 'xhr' | 'post' | 'frame';
}

export type Trap =
  | 'search'
  | 'table'
  | 'pagination'
  | 'comment'
  | 'details'
  | 'header-search'
  | 'tree'
  | 'hidden-form'
  | 'page-form'
  | 'tips'
  | 'columns'
  | 'polling'
  | 'welcome-toast';

export interface GridSpec {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly FieldSpec[];
  readonly rows: number;
  readonly submitText: string;
  readonly successText: string;
}

/** How a test page looks: layout, messages, buttons and the shape of its form. */
export interface Look {
  readonly layout: string;
  readonly note: string;
  readonly button: string;
  readonly shade: string;
}

export interface PageSpec {
  readonly id: string;
  readonly split: 'dev' | 'test';
  readonly library: string;
  readonly title: string;
  readonly forms: readonly FormSpec[];
  readonly grid?: GridSpec;
  readonly look?: Look;
  readonly traps: readonly Trap[];
  /** How the server's answers are wrapped. */
  readonly envelope: 'code200' | 'code0' | 'success' | 'status';
  readonly acts: readonly Act[];
}

/** What the hand does on the page, in order. */
export type Act =
  | {
      readonly do: 'submit';
      readonly form: string;
      /** `invalid`: required fields are left empty. */
      readonly answer: 'ok' | 'refuse' | 'error' | 'slow' | 'invalid';
      readonly how?: 'draft' | 'final';
    }
  | { readonly do: 'cancel'; readonly form: string }
  | { readonly do: 'search' }
  | { readonly do: 'page' }
  | { readonly do: 'comment' }
  | { readonly do: 'grid' };
