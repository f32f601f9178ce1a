import { addDays } from '../../../../utils/domain/zone';
import { seeded } from '../../../utils/domain/fortnight';
import type { SignalsBrowser } from '../signals-browser';
import {
  type Casting,
  CONTENT,
  CONTENT_TRAPS,
  type Names,
  ORDINARY,
  UNREACHABLE,
  UNREACHABLE_TRAPS,
  UNUSED,
  UNUSED_TRAPS,
  USE,
  USE_TRAPS,
} from './cast';
import type { Skin } from './sites';
import {
  type Claim,
  dayNumber,
  FIRST_DAY,
  livePerson,
  type Page,
  type Person,
  pageReading,
  type SyntheticPlatform,
  type ZombieKind,
} from './world';

export interface ZombieWorld {
  readonly skins: readonly Skin[];
  readonly names: Names;
  readonly seed: number;
}

export interface JudgedZombies {
  readonly platforms: number;
  readonly traps: number;
  readonly kinds: readonly {
    readonly kind: ZombieKind;
    readonly right: number;
    readonly wrong: number;
    readonly missed: number;
  }[];
  readonly wrong: readonly {
    readonly person: string;
    readonly about: string;
    readonly said: string;
  }[];
  readonly missed: readonly {
    readonly person: string;
    readonly about: string;
    readonly said: string;
  }[];
}

const KINDS: readonly ZombieKind[] = ['content', 'unreachable', 'use', 'unused'];
type Roles = typeof CONTENT;

/** Platforms of these roles, each as often as said, one after the other through the skins. */
function castOf(
  world: ZombieWorld,
  first: number,
  parts: readonly (readonly [Roles, number])[],
): readonly SyntheticPlatform[] {
  const roles = parts.flatMap(([some, times]) =>
    Object.values(some).flatMap((role) => Array.from({ length: times }, () => role)),
  );
  return roles.map((role, n) => {
    const index = first + n;
    const casting: Casting = {
      skin: world.skins[index % world.skins.length] as Skin,
      index,
      random: seeded(world.seed * 1_000 + index),
      names: world.names,
    };
    return role(casting);
  });
}

/** Whatever the cast, nothing that it opens on a bad day of the office's own network loads in time. */
function withBadNetwork(
  platforms: readonly SyntheticPlatform[],
  isBad: (day: string) => boolean,
): readonly SyntheticPlatform[] {
  const slow = (page: Page): Page => ({ ...page, loadMs: 28_000 });
  return platforms.map((platform) => ({
    ...platform,
    visits: (day, random) =>
      platform
        .visits(day, random)
        .map((visit) => (isBad(day) ? { ...visit, pages: visit.pages.map(slow) } : visit)),
  }));
}

function peopleOf(world: ZombieWorld): readonly Person[] {
  const isLeave = (day: string) => day >= addDays(FIRST_DAY, 28) && day < addDays(FIRST_DAY, 56);
  const isUnrecorded = (day: string) => dayNumber(day) % 7 < 3;
  return [
    {
      name: 'ordinary',
      platforms: castOf(world, 1, [
        [CONTENT, 2],
        [CONTENT_TRAPS, 1],
        [UNREACHABLE, 4],
        [UNREACHABLE_TRAPS, 2],
        [USE, 4],
        [USE_TRAPS, 1],
        [UNUSED, 4],
        [UNUSED_TRAPS, 2],
        [ORDINARY, 1],
      ]),
    },
    {
      name: 'four weeks of leave',
      isAway: isLeave,
      platforms: castOf(world, 101, [
        [CONTENT, 1],
        [CONTENT_TRAPS, 1],
        [UNREACHABLE_TRAPS, 1],
        [USE, 1],
        [USE_TRAPS, 1],
        [UNUSED_TRAPS, 1],
        [ORDINARY, 6],
      ]).concat(castOf(world, 181, [[UNUSED, 1]])),
    },
    {
      name: 'recording often off',
      isUnrecorded,
      platforms: castOf(world, 201, [
        [UNREACHABLE_TRAPS, 1],
        [USE_TRAPS, 1],
        [UNUSED_TRAPS, 1],
        [ORDINARY, 1],
      ]).concat(
        // Used on the very days on which nothing is recorded.
        castOf(world, 281, [[ORDINARY, 6]]).map((platform) => ({
          ...platform,
          about: 'used only while recording was off',
          visits: (day, random) => (isUnrecorded(day) ? platform.visits(day, random) : []),
        })),
      ),
    },
    {
      name: 'bad network of the office',
      platforms: withBadNetwork(
        castOf(world, 301, [
          [ORDINARY, 8],
          [UNREACHABLE, 2],
        ]),
        (day) => [16, 17, 23, 24, 25, 46, 52, 53].includes(dayNumber(day)),
      ),
    },
  ];
}

/** Lives all weeks of all people of a world, and compares what was said with what is true. */
export async function judgeZombies(
  browser: SignalsBrowser,
  world: ZombieWorld,
): Promise<JudgedZombies> {
  const opened = await browser.open();
  const read = await pageReading(opened);
  const people = peopleOf(world);
  const claims: Claim[] = [];
  for (const [index, person] of people.entries()) {
    claims.push(...(await livePerson(person, read, world.seed + index)));
  }
  await opened.close();
  const all = people.flatMap(({ name, platforms }) =>
    platforms.map((platform) => ({ person: name, platform })),
  );
  const wrong = claims.filter(({ wrongWeeks }) => wrongWeeks.length > 0);
  const found = new Set(claims.map(({ platform, kind }) => `${platform.origin} ${kind}`));
  const missed = all.flatMap(({ person, platform }) =>
    platform.expected
      .filter((kind) => !found.has(`${platform.origin} ${kind}`))
      .map((kind) => ({ person, about: platform.about, said: kind, kind })),
  );
  return {
    platforms: all.length,
    traps: all.filter(({ platform }) => platform.isTrap).length,
    kinds: KINDS.map((kind) => {
      const own = claims.filter((claim) => claim.kind === kind);
      return {
        kind,
        right: own.filter(({ wrongWeeks }) => wrongWeeks.length === 0).length,
        wrong: own.filter(({ wrongWeeks }) => wrongWeeks.length > 0).length,
        missed: missed.filter((one) => one.kind === kind).length,
      };
    }),
    wrong: wrong.map(({ person, platform, wrongWeeks }) => ({
      person,
      about: platform.about,
      said: `${wrongWeeks.length} × ${wrongWeeks[0]}`,
    })),
    missed: missed.map(({ person, about, said }) => ({ person, about, said })),
  };
}
