import { strFromU8, unzipSync } from 'fflate';
import type { PackageRow, PackageTables } from './replay-package';

/** The tables of a research package, from its CSV files; no cell of it has quotes. */
export function readPackage(bytes: Uint8Array): PackageTables {
  const files = unzipSync(bytes);
  const described = files['datapackage.json'];
  if (described === undefined) throw new RangeError('The archive is no data package.');
  const { resources } = JSON.parse(strFromU8(described)) as {
    readonly resources: readonly {
      readonly name: string;
      readonly path: string;
      readonly format: string;
    }[];
  };
  return new Map(
    resources
      .filter(({ format }) => format === 'csv')
      .map(({ name, path }) => {
        const file = files[path];
        if (file === undefined) throw new RangeError(`The package names ${path} and has it not.`);
        return [name, rowsOf(strFromU8(file))];
      }),
  );
}

function rowsOf(text: string): readonly PackageRow[] {
  const [head = '', ...lines] = text.split(/\r?\n/).filter((line) => line !== '');
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
}
