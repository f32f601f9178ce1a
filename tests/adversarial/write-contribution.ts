/**
 * Makes one week's files in a process of its own, so that clock, zone and language can be others, and
 * prints them. `--careless` stamps them as is often done.
 */

import { createBatch } from '../../utils/domain/contribution/batch';
import { collectionId, collectionText } from '../../utils/domain/contribution/collection';
import {
  contributionFileName,
  contributionVector,
  plainText,
} from '../../utils/domain/contribution/contribution';
import { layoutOf } from '../../utils/domain/contribution/layout';
import { releaseOf, releaseTable } from '../../utils/domain/contribution/release';
import { sealedText } from '../../utils/domain/contribution/seal';
import { sumText } from '../../utils/domain/contribution/sum-file';
import { contributionToken } from '../../utils/domain/contribution/token';
import {
  bytes,
  COLLECTION,
  personWeek,
  plainFile,
  secretOf,
  WEEK,
} from '../utils/domain/contribution/fixture';

const PUBLIC_KEY =
  'BO5754K3m8Xzy8qG+KRtQZ1ZCvczA7rjrPIB5lpQPyXhOwR/SdBk6UkZawfSop/SjGomARYpha910LWOrlMdRA4=';
const shift = Number(process.env.CLOCK_SHIFT_MS ?? 0);
const { now } = Date;
Date.now = () => now() + shift;

const collection = collectionId(COLLECTION);
const token = contributionToken(secretOf(7), collection, WEEK);
const heading = { collection, week: WEEK, token, rev: 1 };
const vector = contributionVector(personWeek(7), layoutOf(COLLECTION));
const batch = createBatch(COLLECTION, WEEK);
for (let person = 0; person < 40; person += 1) batch.add(bytes(plainFile(person)));
const { sum } = batch.close();
const made = releaseOf(COLLECTION, [sum]);
const careless = process.argv.includes('--careless')
  ? [new Date(Date.now()).toLocaleString(), (1234.5).toLocaleString()]
  : [];
process.stdout.write(
  [
    collectionText(COLLECTION),
    contributionFileName(heading),
    plainText(heading, vector),
    await sealedText(heading, vector, PUBLIC_KEY, secretOf(7)),
    sumText(sum),
    'release' in made ? releaseTable(made.release) : made.refused,
    ...careless,
  ].join('\n'),
);
