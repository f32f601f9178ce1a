/**
 * Every parser of what others wrote, on whatever can be written: none throws what it does not
 * promise, none hangs, none changes an object's prototype. 1 000 inputs each, or as many as
 * `FUZZ_RUNS` says (`FUZZ_RUNS=100000 npx vitest run tests/fuzz`).
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseCollection } from '../../utils/domain/contribution/collection';
import { parseInventory } from '../../utils/domain/contribution/form-inventory';
import { parseKeyFile } from '../../utils/domain/contribution/key-file';
import { parseRelease } from '../../utils/domain/contribution/release-file';
import { parseSum } from '../../utils/domain/contribution/sum-file';
import { documentSketch } from '../../utils/domain/document-sketch';
import { fileKindOf } from '../../utils/domain/file-kind';
import { matchesPattern, narrowerPattern, patternOf } from '../../utils/domain/match-pattern';
import {
  parseHello,
  parseHintQuestion,
  parseObservationMessage,
} from '../../utils/domain/observation-schema';
import {
  dateFromAddress,
  findDates,
  normaliseDateText,
  updateDate,
} from '../../utils/domain/page-dates';
import { deadlinesIn } from '../../utils/domain/page-deadlines';
import { pictureFacts } from '../../utils/domain/picture-facts';
import { readPictureCode } from '../../utils/domain/picture-hash';
import { parsePolicy } from '../../utils/domain/policy';
import { parseStudy } from '../../utils/domain/research/study';
import { isProofLabel, nameSaysScreenshot } from '../../utils/domain/screenshot';
import { isUploadAddress, readUploadText } from '../../utils/domain/upload-outcome';
import { isWeekKey } from '../../utils/domain/week';
import { inAddressBlock, isPrivateAddress } from '../../utils/knowledge/address-block';
import { canonicalLabel } from '../../utils/knowledge/canonical-label';
import { checkedIdNumber, isUnifiedCode } from '../../utils/knowledge/check-digits';
import { chineseDate } from '../../utils/knowledge/chinese-date';
import { classifyToast, doneKind, scoreControl } from '../../utils/knowledge/classify-control';
import { comparableText, controlText } from '../../utils/knowledge/control-text';
import { parseFieldConcepts } from '../../utils/knowledge/field-concepts';
import { createConceptMatcher } from '../../utils/knowledge/match-concept';
import { normaliseLabel } from '../../utils/knowledge/normalise-label';
import { detectShape, normaliseValue } from '../../utils/knowledge/normalise-value';
import {
  categoryOfTitle,
  isSensitiveTitle,
  resolvePlatform,
} from '../../utils/knowledge/platforms';
import { quantityOf } from '../../utils/knowledge/quantity';
import { systemName } from '../../utils/knowledge/system-name';
import { toSimplified } from '../../utils/knowledge/traditional';
import { VALUE_SHAPES } from '../../utils/knowledge/value-shape';
import { BACKUP_TABLES, isRowOf } from '../../utils/storage/backup-rows';
import { describeFault } from '../../utils/storage/describe-fault';
import { anything, piece, RUNS } from './pieces';

const text = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.tuple(piece, fc.integer({ min: 1, max: 400 })).map(([one, times]) => one.repeat(times)),
);
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc
    .tuple(
      fc.constantFrom(
        [0x89, 0x50, 0x4e, 0x47],
        [0xff, 0xd8, 0xff, 0xe1],
        [0x47, 0x49, 0x46, 0x38],
        [0x50, 0x4b, 3, 4],
        [0xd0, 0xcf, 0x11, 0xe0],
        [0x52, 0x49, 0x46, 0x46],
      ),
      fc.uint8Array({ maxLength: 400 }),
    )
    .map(([head, tail]) => Uint8Array.from([...head, ...tail])),
);
const archive = fc
  .tuple(
    fc.dictionary(
      fc.constantFrom(
        'word/document.xml',
        'xl/sharedStrings.xml',
        '[Content_Types].xml',
        'word/media/a.png',
        '../a',
      ),
      fc.uint8Array({ maxLength: 200 }),
    ),
    fc.array(fc.tuple(fc.nat(2_000), fc.nat(255)), { maxLength: 8 }),
  )
  .map(([files, damage]) => {
    const packed = zipSync(files);
    for (const [at, byte] of damage) if (packed.length > 0) packed[at % packed.length] = byte;
    return packed;
  });
const TODAY = '2026-11-23';
const { matchConcept } = createConceptMatcher(
  parseFieldConcepts(JSON.parse(readFileSync('public/knowledge/field-concepts.json', 'utf8'))),
);
const PARSERS: readonly (readonly [string, fc.Arbitrary<unknown>, (input: never) => unknown])[] = [
  ['parseObservationMessage', anything, parseObservationMessage],
  ['parseHello', anything, parseHello],
  ['parseHintQuestion', anything, parseHintQuestion],
  [
    'parsePolicy',
    fc.dictionary(
      fc.constantFrom(
        'onlySites',
        'presetSites',
        'maxRetentionDays',
        'disabledOutputs',
        'structureOnly',
      ),
      anything,
    ),
    parsePolicy,
  ],
  ['describeFault', anything, describeFault],
  [
    'rows of backups',
    fc.tuple(fc.constantFrom(...BACKUP_TABLES), anything),
    ([table, row]: [(typeof BACKUP_TABLES)[number], unknown]) => isRowOf(table, row),
  ],
  [
    'files that are none',
    text,
    (input: string) => [
      parseCollection(input),
      parseInventory(input),
      parseKeyFile(input),
      parseRelease(input),
      parseSum(input, 10),
      parseStudy(input),
    ],
  ],
  ['readPictureCode', fc.array(text, { maxLength: 4 }), readPictureCode],
  ['pictureFacts', bytes, pictureFacts],
  ['documentSketch of bytes', bytes, documentSketch],
  ['documentSketch of broken archives', archive, documentSketch],
  ['findDates', text, (input: string) => findDates(normaliseDateText(input), TODAY)],
  ['updateDate', text, (input: string) => updateDate(input, { today: TODAY, inRow: true })],
  ['deadlinesIn', text, (input: string) => deadlinesIn(input, `${TODAY}T09:00`)],
  ['dateFromAddress', text, (input: string) => dateFromAddress(input, TODAY)],
  ['chineseDate', text, chineseDate],
  ['isWeekKey', text, isWeekKey],
  ['quantityOf', text, (input: string) => quantityOf(input)],
  ['normaliseLabel', text, (input: string) => normaliseLabel(input)],
  ['canonicalLabel', text, canonicalLabel],
  [
    'matchConcept',
    text,
    (input: string) => matchConcept({ labels: [{ text: input, source: 'label' }] }),
  ],
  [
    'systemName',
    fc.tuple(text, text),
    ([title, siteName]: [string, string]) => [
      systemName({ title }),
      systemName({ title, siteName }),
    ],
  ],
  [
    'plain forms of texts',
    text,
    (input: string) => [toSimplified(input), comparableText(input), controlText(input)],
  ],
  ['detectShape', text, detectShape],
  [
    'normaliseValue',
    fc.tuple(text, fc.constantFrom(...VALUE_SHAPES)),
    ([input, shape]: [string, (typeof VALUE_SHAPES)[number]]) =>
      normaliseValue(input, { shape, entropy: 'high', at: 0 }),
  ],
  ['check digits', text, (input: string) => [checkedIdNumber(input), isUnifiedCode(input)]],
  [
    'control words',
    text,
    (input: string) => [scoreControl({ text: input } as never), doneKind(input)],
  ],
  ['classifyToast', text, classifyToast],
  ['readUploadText', text, (input: string) => [readUploadText(input), isUploadAddress(input)]],
  [
    'words of files',
    text,
    (input: string) => [fileKindOf(input, input), nameSaysScreenshot(input), isProofLabel(input)],
  ],
  ['words of titles', text, (input: string) => [categoryOfTitle(input), isSensitiveTitle(input)]],
  [
    'addresses',
    text,
    (input: string) => [
      resolvePlatform(input),
      resolvePlatform(`http://${input}`),
      patternOf(input),
      isPrivateAddress(input),
    ],
  ],
  [
    'match patterns',
    fc.tuple(text, text),
    ([one, other]: [string, string]) => [
      matchesPattern(one, other),
      narrowerPattern(one, other),
      inAddressBlock(one, other),
    ],
  ],
];

describe('parsers', () => {
  it.each(PARSERS)(
    '%s takes whatever it is given',
    async (_name, input, parse) => {
      await fc.assert(
        fc.asyncProperty(input, async (value) => {
          await parse(value as never);
        }),
        { numRuns: RUNS },
      );
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    },
    600_000,
  );
});
