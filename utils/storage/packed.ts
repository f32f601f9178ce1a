/**
 * The same numbers in an array that the engine knows to be without holes. Others are stored with the
 * index of every element, which nearly doubles them; `flatMap` and spreading make such.
 */
export function packed(numbers: readonly number[]): readonly number[] {
  const plain: number[] = [];
  for (const number of numbers) plain.push(number);
  return plain;
}
