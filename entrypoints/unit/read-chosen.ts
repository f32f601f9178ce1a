import type { Fault } from '../../utils/domain/contribution/check-value';
import { t } from '../../utils/i18n';
import { unit as words } from '../../utils/i18n/unit';

/** Larger than any file that is read whole, bytes. */
const LARGEST = 100_000_000;
const NAMED = 5;

export type Parsed<Value> = { readonly value: Value } | { readonly fault: Fault };

/** Of another collection than the one that is worked with. */
export const FOREIGN = { fault: { reason: 'foreign', at: '' } } as const;

/** A chosen file that is not used, and why in the person's language. */
export interface RefusedFile {
  readonly name: string;
  readonly reason: string;
}

export function faultWords({ reason, at }: Fault): {
  readonly reason: string;
  readonly at: string;
} {
  return { reason: t(words[`fault-${reason}`]), at };
}

/** Reads one chosen file. One that is gone, locked or far too large is refused like a damaged one. */
export async function readChosen<Value>(
  file: File | undefined,
  parse: (text: string) => Parsed<Value>,
): Promise<Parsed<Value>> {
  if (file === undefined) return { fault: { reason: 'missing', at: '' } };
  if (file.size > LARGEST) return { fault: { reason: 'too-large', at: '' } };
  const text = await file.text().catch(() => undefined);
  return text === undefined ? { fault: { reason: 'unreadable', at: '' } } : parse(text);
}

/** Reads all chosen files, and keeps apart what is not used. */
export async function readAllChosen<Value>(
  files: readonly File[],
  parse: (text: string) => Parsed<Value>,
): Promise<{ readonly values: readonly Value[]; readonly refused: readonly RefusedFile[] }> {
  const values: Value[] = [];
  const refused: RefusedFile[] = [];
  for (const file of files) {
    const parsed = await readChosen(file, parse);
    if ('value' in parsed) values.push(parsed.value);
    else refused.push({ name: file.name, reason: faultWords(parsed.fault).reason });
  }
  return { values, refused };
}

/** Names the files that are not used, the first of them with their reasons; undefined without any. */
export function refusedWords(refused: readonly RefusedFile[]): string | undefined {
  if (refused.length === 0) return undefined;
  const files = refused.slice(0, NAMED).map((file) => t(words.refusedFile, { ...file }));
  if (refused.length > NAMED) files.push(t(words.refusedMore, { count: refused.length - NAMED }));
  return t(words.refusedFiles, {
    count: refused.length,
    files: files.join(t(words.refusedJoint)),
  });
}
