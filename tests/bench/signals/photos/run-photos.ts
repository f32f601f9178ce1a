import {
  type GreyPicture,
  type PictureCode,
  pictureHashes,
  picturesAlike,
  readPictureCode,
} from '../../../../utils/domain/picture-hash';
import type { Raster } from './raster';
import { photograph, type SceneName } from './scenes';
import { resampled, type Variant } from './variants';

/** Longer side at which the worker hashes a picture. */
const HASHED_SIDE = 256;

export interface PhotoResult {
  readonly photographs: number;
  readonly copies: number;
  readonly foundCopies: number;
  /** Missed copies by the name of the variant. */
  readonly missed: Readonly<Record<string, number>>;
  /** Pairs of different photographs, and those of them that were taken for copies. */
  readonly pairs: number;
  readonly falsePairs: number;
  /** Pairs of one place on two occasions among them. */
  readonly lookAlikes: number;
  readonly falseLookAlikes: Readonly<Record<string, number>>;
}

interface Photo {
  readonly scene: SceneName;
  readonly place: number;
  readonly occasion: number;
  readonly code: PictureCode | undefined;
}

/**
 * Hashes photographs of several places, each on several occasions, and copies of some; compares every
 * pair.
 */
export function judgePhotos(
  scenes: readonly SceneName[],
  variants: readonly Variant[],
  {
    places,
    occasions,
    first,
  }: { readonly places: number; readonly occasions: number; readonly first: number },
): PhotoResult {
  const originals: Photo[] = [];
  const copies: (Photo & { readonly variant: string })[] = [];
  for (const scene of scenes) {
    for (let place = first; place < first + places; place += 1) {
      for (let occasion = 1; occasion <= occasions; occasion += 1) {
        const raster = photograph(scene, place, occasion);
        originals.push({ scene, place, occasion, code: codeOf(raster) });
        if (occasion > 1) continue;
        for (const [index, { name, make }] of variants.entries()) {
          // Not every variant of every place: encoding is what takes the time.
          if ((place + index) % 2 === 1) continue;
          const code = codeOf(make(raster, place * 101 + index));
          copies.push({ scene, place, occasion, variant: name, code });
        }
      }
    }
  }
  const missed: Record<string, number> = {};
  let foundCopies = 0;
  for (const copy of copies) {
    const original = originals.find((one) => isSame(one, copy));
    if (alike(original, copy)) foundCopies += 1;
    else missed[copy.variant] = (missed[copy.variant] ?? 0) + 1;
  }
  const falseLookAlikes: Record<string, number> = {};
  let pairs = 0;
  let falsePairs = 0;
  let lookAlikes = 0;
  const all: readonly Photo[] = [...originals, ...copies];
  for (const [index, one] of all.entries()) {
    for (const other of all.slice(index + 1)) {
      if (isSame(one, other)) continue;
      const isLookAlike = one.scene === other.scene && one.place === other.place;
      pairs += 1;
      if (isLookAlike) lookAlikes += 1;
      if (!alike(one, other)) continue;
      falsePairs += 1;
      if (isLookAlike) falseLookAlikes[one.scene] = (falseLookAlikes[one.scene] ?? 0) + 1;
    }
  }
  return {
    photographs: originals.length,
    copies: copies.length,
    foundCopies,
    missed,
    pairs,
    falsePairs,
    lookAlikes,
    falseLookAlikes,
  };
}

function isSame(one: Photo, other: Photo): boolean {
  return one.scene === other.scene && one.place === other.place && one.occasion === other.occasion;
}

function alike(one: Photo | undefined, other: Photo): boolean {
  return one?.code !== undefined && other.code !== undefined && picturesAlike(one.code, other.code);
}

function codeOf(raster: Raster): PictureCode | undefined {
  const small = raster.width > HASHED_SIDE ? resampled(raster, [0, 0, 1, 1], HASHED_SIDE) : raster;
  const hashes = pictureHashes(greyOf(small));
  return hashes && readPictureCode(hashes);
}

function greyOf({ width, height, data }: Raster): GreyPicture {
  const grey = new Uint8Array(width * height);
  for (let index = 0; index < grey.length; index += 1) {
    const at = index * 4;
    grey[index] =
      0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
  }
  return { width, height, data: grey };
}
