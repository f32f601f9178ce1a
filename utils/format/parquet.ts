/**
 * Tables as the bytes of a Parquet file, in the smallest form that every reader takes: one row group,
 * one page per column, PLAIN, uncompressed, every column optional. The footer is Thrift's compact
 * protocol, written by hand. The same table gives the same bytes. https://parquet.apache.org/docs/
 */

type ParquetType = 'boolean' | 'integer' | 'number' | 'string';

export interface ParquetColumn {
  readonly name: string;
  readonly type: ParquetType;
  /** `undefined` is a null. Integers lie within ±2⁵³. */
  readonly values: readonly (boolean | number | string | undefined)[];
}

const MAGIC = [0x50, 0x41, 0x52, 0x31];
/** BOOLEAN, INT64, DOUBLE, BYTE_ARRAY. */
const TYPES = { boolean: 0, integer: 2, number: 5, string: 6 } as const;
const PLAIN = 0;
const RLE = 3;

type Bytes = readonly number[];
/** A value of the compact protocol: its type and its bytes. */
type Part = readonly [type: number, bytes: Bytes];

/** @throws RangeError where the columns are not equally long */
export function parquet(columns: readonly ParquetColumn[]): Uint8Array<ArrayBuffer> {
  const rows = columns[0]?.values.length ?? 0;
  const out = [...MAGIC];
  const chunks = columns.map(({ name, type, values }) => {
    if (values.length !== rows) throw new RangeError(`${name}: ${values.length} of ${rows} rows`);
    const start = out.length;
    const page = [...levels(values), ...plain(type, values)];
    const size = i32(page.length);
    const header = struct([
      [1, i32(0)],
      [2, size],
      [3, size],
      [
        5,
        struct([
          [1, i32(rows)],
          [2, i32(PLAIN)],
          [3, i32(RLE)],
          [4, i32(RLE)],
        ]),
      ],
    ]);
    for (const byte of header[1]) out.push(byte);
    for (const byte of page) out.push(byte);
    const whole = i64(out.length - start);
    return struct([
      [2, i64(start)],
      [
        3,
        struct([
          [1, i32(TYPES[type])],
          [2, list([i32(PLAIN), i32(RLE)])],
          [3, list([text(name)])],
          [4, i32(0)],
          [5, i64(rows)],
          [6, whole],
          [7, whole],
          [9, i64(start)],
        ]),
      ],
    ]);
  });
  const schema = [
    struct([
      [4, text('table')],
      [5, i32(columns.length)],
    ]),
    ...columns.map(({ name, type }) =>
      struct([
        [1, i32(TYPES[type])],
        [3, i32(1)],
        [4, text(name)],
        ...(type === 'string' ? ([[6, i32(0)]] as const) : []),
      ]),
    ),
  ];
  const group = struct([
    [1, list(chunks)],
    [2, i64(out.length - 4)],
    [3, i64(rows)],
  ]);
  const [, footer] = struct([
    [1, i32(1)],
    [2, list(schema)],
    [3, i64(rows)],
    [4, list([group])],
  ]);
  for (const byte of footer) out.push(byte);
  return Uint8Array.from([...out, ...fixed(footer.length, 4), ...MAGIC]);
}

/** Definition levels in runs, with their length before them: 1 where there is a value. */
function levels(values: ParquetColumn['values']): Bytes {
  const runs: number[] = [];
  for (let at = 0; at < values.length; ) {
    const there = values[at] !== undefined;
    let end = at + 1;
    while (end < values.length && (values[end] !== undefined) === there) end += 1;
    runs.push(...varint((end - at) * 2), there ? 1 : 0);
    at = end;
  }
  return [...fixed(runs.length, 4), ...runs];
}

function plain(type: ParquetType, values: ParquetColumn['values']): Bytes {
  const there = values.filter((value) => value !== undefined);
  const out: number[] = [];
  if (type === 'boolean') {
    for (let at = 0; at < there.length; at += 8) {
      let byte = 0;
      for (let bit = 0; bit < 8; bit += 1) if (there[at + bit] === true) byte |= 1 << bit;
      out.push(byte);
    }
    return out;
  }
  const view = new DataView(new ArrayBuffer(8));
  for (const value of there) {
    if (type === 'string') {
      const bytes = new TextEncoder().encode(String(value));
      out.push(...fixed(bytes.length, 4), ...bytes);
      continue;
    }
    if (type === 'integer') view.setBigInt64(0, BigInt(value), true);
    else view.setFloat64(0, Number(value), true);
    out.push(...new Uint8Array(view.buffer));
  }
  return out;
}

function fixed(value: number, length: number): Bytes {
  return Array.from({ length }, (_, index) => (value >>> (8 * index)) & 255);
}

function varint(value: number): Bytes {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return [...bytes, rest];
}

/** Whole numbers of 32 and 64 bits, none negative, in zigzag. */
function i32(value: number): Part {
  return [5, varint(value * 2)];
}

function i64(value: number): Part {
  return [6, varint(value * 2)];
}

function text(value: string): Part {
  const bytes = new TextEncoder().encode(value);
  return [8, [...varint(bytes.length), ...bytes]];
}

function list(parts: readonly Part[]): Part {
  const type = parts[0]?.[0] ?? 12;
  const head =
    parts.length < 15 ? [(parts.length << 4) | type] : [0xf0 | type, ...varint(parts.length)];
  return [9, [...head, ...parts.flatMap(([, bytes]) => bytes)]];
}

/** Fields by number, ascending, no two more than 15 apart. */
function struct(fields: readonly (readonly [id: number, part: Part])[]): Part {
  let before = 0;
  const bytes = fields.flatMap(([id, [type, value]]) => {
    const head = ((id - before) << 4) | type;
    before = id;
    return [head, ...value];
  });
  return [12, [...bytes, 0]];
}
