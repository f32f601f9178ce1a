/** Shapes of values that concepts ask for. */
export const VALUE_SHAPES = [
  'zhname',
  'idcard18',
  'phone',
  'email',
  'plate',
  'uscc18',
  'bankcard',
  'date',
  'year',
  'period',
  'money',
  'area',
  'number',
  'int',
  'code',
  'region',
  'address',
  'geo',
  'bool',
  'enum',
  'text',
  'longtext',
  'file',
] as const;
export type ValueShape = (typeof VALUE_SHAPES)[number];

/** Shapes that a value shows by itself, by its check digit or its form. */
export type DetectedShape =
  | 'idcard18'
  | 'phone'
  | 'email'
  | 'plate'
  | 'uscc18'
  | 'bankcard'
  | 'date'
  | 'period'
  | 'number'
  | 'zhname'
  | 'address'
  | 'longtext'
  | 'text'
  | 'empty';

export function isValueShape(value: unknown): value is ValueShape {
  return VALUE_SHAPES.some((shape) => shape === value);
}
