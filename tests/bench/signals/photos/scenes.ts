import {
  ball,
  between,
  blank,
  box,
  type Colour,
  develop,
  mix,
  paint,
  type Random,
  type Raster,
  randomFrom,
  smoothNoise,
  strokes,
} from './raster';

const WIDTH = 360;
const HEIGHT = 270;

const CLOTHES: readonly Colour[] = [
  [32, 38, 66],
  [60, 60, 62],
  [126, 30, 36],
  [40, 84, 60],
  [200, 196, 186],
  [90, 110, 150],
  [150, 120, 80],
  [28, 28, 30],
  [190, 90, 60],
  [70, 50, 90],
];
const SKINS: readonly Colour[] = [
  [214, 170, 140],
  [196, 150, 118],
  [226, 186, 158],
];

function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)] as Item;
}

/** A person from the waist or in full, at a place of the picture. */
function person(raster: Raster, random: Random, x: number, foot: number, size: number): void {
  const clothes = pick(random, CLOTHES);
  const lean = between(random, -0.02, 0.02);
  ball(raster, x, foot - size * 0.42, size * 0.17, size * 0.32, clothes);
  box(
    raster,
    [x - size * 0.12, foot - size * 0.3, x + size * 0.12, foot],
    mix(clothes, [20, 20, 24], 0.5),
  );
  ball(raster, x + lean, foot - size * 0.8, size * 0.085, size * 0.12, pick(random, SKINS));
  ball(raster, x + lean, foot - size * 0.88, size * 0.09, size * 0.07, [24, 22, 22]);
  if (random() < 0.5) {
    box(
      raster,
      [x + size * 0.12, foot - size * 0.55, x + size * (0.2 + random() * 0.12), foot - size * 0.5],
      clothes,
    );
  }
}

/** Rooms are the same for the same `room`; `occasion` decides who sits where and what lies there. */
function meetingRoom(room: Random, occasion: Random, raster: Raster): void {
  const wall: Colour = [between(room, 150, 220), between(room, 150, 215), between(room, 140, 205)];
  const grain = smoothNoise(room, 0.05);
  paint(raster, [0, 0, 1, 0.62], (x, y) => [
    mix(wall, [255, 255, 250], 0.35 * grain(x, y) + 0.2 * (1 - y)),
    1,
  ]);
  const floor: Colour = [between(room, 90, 170), between(room, 80, 140), between(room, 60, 120)];
  paint(raster, [0, 0.62, 1, 1], (x, y) => [
    mix(floor, [40, 34, 30], 0.4 * grain(x * 2, y * 6)),
    1,
  ]);
  const windows = Math.floor(between(room, 0, 3));
  for (let index = 0; index < windows; index += 1) {
    const left = between(room, 0.02, 0.75);
    box(raster, [left, 0.1, left + 0.16, 0.42], [200, 220, 238]);
    box(raster, [left + 0.075, 0.1, left + 0.085, 0.42], [120, 110, 100]);
  }
  const bannerY = between(room, 0.04, 0.14);
  const bannerX = between(room, 0.1, 0.3);
  box(raster, [bannerX, bannerY, bannerX + 0.5, bannerY + 0.08], [186, 24, 28]);
  strokes(
    raster,
    room,
    [bannerX + 0.03, bannerY + 0.015, bannerX + 0.47, bannerY + 0.07],
    10,
    [248, 220, 90],
  );
  if (room() < 0.6) {
    const screenX = between(room, 0.3, 0.6);
    box(raster, [screenX, 0.2, screenX + 0.24, 0.44], [30, 60, 120]);
    strokes(raster, occasion, [screenX + 0.02, 0.23, screenX + 0.22, 0.3], 8, [230, 236, 250]);
  }
  const table: Colour = [between(room, 80, 150), between(room, 50, 90), between(room, 30, 60)];
  const top = between(room, 0.56, 0.66);
  const far = 3 + Math.floor(occasion() * 5);
  for (let seat = 0; seat < far; seat += 1) {
    if (occasion() < 0.15) continue;
    person(
      raster,
      occasion,
      0.12 + (0.78 * (seat + 0.5)) / far + between(occasion, -0.02, 0.02),
      top + 0.08,
      between(occasion, 0.34, 0.42),
    );
  }
  paint(raster, [0, top, 1, top + 0.2], (x, y) => {
    const share = (y - top) / 0.2;
    const margin = 0.16 * (1 - share);
    return x > margin && x < 1 - margin
      ? [mix(table, [230, 210, 180], 0.25 * grain(x * 3, y * 9)), 1]
      : undefined;
  });
  for (let paper = 0; paper < 5; paper += 1) {
    const x = between(occasion, 0.2, 0.76);
    const y = between(occasion, top + 0.03, top + 0.15);
    box(raster, [x, y, x + 0.06, y + 0.03], [236, 236, 230]);
  }
  const near = Math.floor(between(occasion, 0, 4));
  for (let seat = 0; seat < near; seat += 1) {
    person(raster, occasion, between(occasion, 0.05, 0.95), 1.12, between(occasion, 0.5, 0.62));
  }
}

function courtyard(place: Random, occasion: Random, raster: Raster): void {
  const sky: Colour = [
    between(place, 150, 200),
    between(place, 180, 215),
    between(place, 205, 240),
  ];
  const cloud = smoothNoise(place, 0.18);
  paint(raster, [0, 0, 1, 0.45], (x, y) => [mix(sky, [250, 250, 250], 0.6 * cloud(x, y * 2)), 1]);
  const ground = smoothNoise(place, 0.02);
  const earth: Colour = [
    between(place, 120, 170),
    between(place, 105, 150),
    between(place, 80, 120),
  ];
  paint(raster, [0, 0.45, 1, 1], (x, y) => [mix(earth, [70, 62, 48], ground(x, y)), 1]);
  const houses = 1 + Math.floor(place() * 3);
  for (let index = 0; index < houses; index += 1) {
    const left = between(place, -0.1, 0.7);
    const wide = between(place, 0.25, 0.5);
    const roof = between(place, 0.16, 0.3);
    const wall: Colour = [
      between(place, 150, 230),
      between(place, 140, 215),
      between(place, 120, 200),
    ];
    box(raster, [left, roof, left + wide, 0.6], wall);
    paint(raster, [left - 0.03, roof - 0.08, left + wide + 0.03, roof + 0.01], (x, y) =>
      y > roof - 0.08 * (1 - Math.abs((x - left - wide / 2) / (wide / 2 + 0.03)))
        ? [[110, 60, 50], 1]
        : undefined,
    );
    box(raster, [left + wide * 0.42, 0.4, left + wide * 0.58, 0.6], [96, 66, 44]);
    box(raster, [left + wide * 0.12, 0.38, left + wide * 0.3, 0.5], [70, 92, 110]);
    box(raster, [left + wide * 0.7, 0.38, left + wide * 0.88, 0.5], [70, 92, 110]);
  }
  for (let tree = 0; tree < 3; tree += 1) {
    const x = between(place, 0, 1);
    const y = between(place, 0.2, 0.42);
    box(raster, [x - 0.012, y, x + 0.012, 0.62], [84, 62, 44]);
    for (let leaf = 0; leaf < 9; leaf += 1) {
      ball(raster, x + between(place, -0.07, 0.07), y + between(place, -0.1, 0.06), 0.045, 0.055, [
        between(place, 40, 90),
        between(place, 90, 140),
        between(place, 40, 70),
      ]);
    }
  }
  const people = 1 + Math.floor(occasion() * 4);
  for (let index = 0; index < people; index += 1) {
    person(
      raster,
      occasion,
      between(occasion, 0.1, 0.9),
      between(occasion, 0.72, 0.98),
      between(occasion, 0.36, 0.5),
    );
  }
  for (let thing = 0; thing < 4; thing += 1) {
    const x = between(occasion, 0, 0.9);
    const y = between(occasion, 0.62, 0.92);
    box(
      raster,
      [x, y, x + between(occasion, 0.03, 0.1), y + between(occasion, 0.03, 0.08)],
      pick(occasion, CLOTHES),
    );
  }
}

function field(place: Random, occasion: Random, raster: Raster): void {
  const cloud = smoothNoise(place, 0.25);
  const horizon = between(place, 0.3, 0.5);
  paint(raster, [0, 0, 1, horizon], (x, y) => [
    mix([170, 200, 230], [245, 245, 245], 0.8 * cloud(x, y * 3)),
    1,
  ]);
  const hills = smoothNoise(place, 0.22);
  paint(raster, [0, horizon - 0.15, 1, horizon], (x, y) =>
    y > horizon - 0.15 * hills(x, 0.3) ? [[90, 120, 100], 1] : undefined,
  );
  const green: Colour = [between(place, 70, 150), between(place, 110, 150), between(place, 40, 80)];
  const rows = between(place, 20, 44);
  const slant = between(place, -1.2, 1.2);
  const rough = smoothNoise(place, 0.02);
  paint(raster, [0, horizon, 1, 1], (x, y) => {
    const depth = (y - horizon) / (1 - horizon) + 0.08;
    const furrow = 0.5 + 0.5 * Math.sin(((x - 0.5) / depth + slant) * rows * 0.35);
    return [mix(mix(green, [60, 50, 34], furrow * 0.7), [180, 180, 90], 0.3 * rough(x, y)), 1];
  });
  for (let index = 0; index < 1 + Math.floor(occasion() * 3); index += 1) {
    person(
      raster,
      occasion,
      between(occasion, 0.1, 0.9),
      between(occasion, horizon + 0.2, 0.98),
      between(occasion, 0.22, 0.42),
    );
  }
  if (occasion() < 0.5) {
    const x = between(occasion, 0.1, 0.7);
    box(raster, [x, horizon + 0.06, x + 0.16, horizon + 0.18], [170, 40, 30]);
    ball(raster, x + 0.03, horizon + 0.19, 0.03, 0.04, [24, 24, 24]);
    ball(raster, x + 0.13, horizon + 0.18, 0.045, 0.06, [24, 24, 24]);
  }
}

function noticeBoard(place: Random, occasion: Random, raster: Raster): void {
  const wall = smoothNoise(place, 0.03);
  const tone: Colour = [
    between(place, 120, 220),
    between(place, 110, 210),
    between(place, 100, 200),
  ];
  paint(raster, [0, 0, 1, 1], (x, y) => [mix(tone, [90, 84, 78], 0.4 * wall(x, y)), 1]);
  const frame: readonly [number, number, number, number] = [
    between(place, 0.04, 0.14),
    between(place, 0.06, 0.16),
    between(place, 0.84, 0.96),
    between(place, 0.78, 0.92),
  ];
  box(raster, frame, [70, 86, 96]);
  const [left, top, right, bottom] = frame;
  box(raster, [left + 0.02, top + 0.03, right - 0.02, bottom - 0.03], [210, 214, 208]);
  const sheets = 4 + Math.floor(occasion() * 6);
  for (let index = 0; index < sheets; index += 1) {
    const x = between(occasion, left + 0.03, right - 0.2);
    const y = between(occasion, top + 0.05, bottom - 0.3);
    const wide = between(occasion, 0.1, 0.17);
    const high = between(occasion, 0.16, 0.26);
    box(raster, [x, y, x + wide, y + high], occasion() < 0.2 ? [206, 70, 60] : [246, 246, 242]);
    for (let line = 0; line < 5; line += 1) {
      strokes(
        raster,
        occasion,
        [
          x + 0.01,
          y + 0.02 + (line * high) / 6,
          x + wide - 0.01,
          y + 0.02 + ((line + 0.6) * high) / 6,
        ],
        7,
        [40, 40, 44],
      );
    }
  }
}

function paperForm(place: Random, occasion: Random, raster: Raster): void {
  const desk = smoothNoise(place, 0.08);
  paint(raster, [0, 0, 1, 1], (x, y) => [mix([150, 110, 70], [90, 64, 40], desk(x, y * 0.3)), 1]);
  const left = between(place, 0.06, 0.2);
  const top = between(place, 0.03, 0.12);
  const right = between(place, 0.8, 0.94);
  const shade = between(place, 226, 250);
  paint(raster, [left, top, right, 0.97], (x, y) => [
    [shade - 18 * x, shade - 14 * y, shade - 10],
    1,
  ]);
  strokes(raster, place, [left + 0.12, top + 0.03, right - 0.12, top + 0.09], 12, [30, 30, 34]);
  const lines = 7 + Math.floor(place() * 6);
  for (let line = 0; line <= lines; line += 1) {
    const y = top + 0.14 + (line * (0.8 - top)) / lines;
    box(raster, [left + 0.04, y, right - 0.04, y + 0.004], [60, 60, 64]);
    if (line < lines) {
      strokes(raster, place, [left + 0.05, y + 0.015, left + 0.2, y + 0.05], 5, [50, 50, 56]);
      strokes(
        raster,
        occasion,
        [left + 0.25, y + 0.012, left + 0.25 + between(occasion, 0.1, 0.4), y + 0.05],
        9,
        [30, 40, 120],
      );
    }
  }
  box(raster, [left + 0.22, top + 0.14, left + 0.224, 0.94], [60, 60, 64]);
}

function equipment(place: Random, occasion: Random, raster: Raster): void {
  const wall = smoothNoise(place, 0.04);
  const tone: Colour = [
    between(place, 140, 220),
    between(place, 140, 220),
    between(place, 140, 215),
  ];
  paint(raster, [0, 0, 1, 1], (x, y) => [
    mix(tone, [110, 110, 112], 0.35 * wall(x, y) + 0.25 * y),
    1,
  ]);
  const red: Colour = [between(place, 160, 200), between(place, 20, 50), between(place, 20, 46)];
  const count = 2 + Math.floor(place() * 2);
  const from = between(place, 0.1, 0.4);
  for (let index = 0; index < count; index += 1) {
    const x = from + index * between(place, 0.17, 0.24);
    ball(raster, x, 0.62, 0.06, 0.25, red);
    box(raster, [x - 0.02, 0.32, x + 0.02, 0.4], [30, 30, 32]);
    box(raster, [x - 0.035, 0.56, x + 0.035, 0.66], [240, 238, 230]);
    strokes(raster, place, [x - 0.03, 0.57, x + 0.03, 0.65], 4, [50, 50, 50]);
  }
  const cabinet = between(place, 0.55, 0.75);
  box(raster, [cabinet, 0.15, cabinet + 0.22, 0.5], [170, 176, 180]);
  strokes(raster, place, [cabinet + 0.03, 0.2, cabinet + 0.19, 0.27], 6, [180, 20, 20]);
  for (let thing = 0; thing < 5; thing += 1) {
    const x = between(occasion, 0, 0.9);
    box(
      raster,
      [x, between(occasion, 0.78, 0.92), x + between(occasion, 0.04, 0.14), 1],
      pick(occasion, CLOTHES),
    );
  }
  if (occasion() < 0.6)
    person(raster, occasion, between(occasion, 0.1, 0.9), 1.05, between(occasion, 0.55, 0.75));
}

/** Rows of people seen from behind, a stage and a screen: for the test. */
function lecture(place: Random, occasion: Random, raster: Raster): void {
  const grain = smoothNoise(place, 0.06);
  const wall: Colour = [
    between(place, 120, 200),
    between(place, 110, 190),
    between(place, 100, 180),
  ];
  paint(raster, [0, 0, 1, 1], (x, y) => [mix(wall, [60, 50, 44], 0.35 * grain(x, y) + 0.3 * y), 1]);
  const left = between(place, 0.2, 0.35);
  const right = between(place, 0.65, 0.8);
  box(raster, [left, 0.08, right, 0.4], [220, 228, 236]);
  strokes(raster, occasion, [left + 0.03, 0.12, right - 0.03, 0.2], 9, [40, 60, 120]);
  for (let line = 0; line < 3; line += 1) {
    strokes(
      raster,
      occasion,
      [left + 0.05, 0.24 + line * 0.05, right - 0.1, 0.27 + line * 0.05],
      12,
      [60, 60, 66],
    );
  }
  box(raster, [0, 0.46, 1, 0.52], [between(place, 90, 140), between(place, 50, 80), 40]);
  person(raster, occasion, between(occasion, 0.1, 0.9), 0.52, 0.3);
  for (let row = 0; row < 4; row += 1) {
    const count = 7 - row;
    for (let seat = 0; seat < count; seat += 1) {
      const x = (seat + 0.5 + (row % 2) * 0.3) / count;
      const foot = 0.62 + row * 0.13;
      box(raster, [x - 0.05, foot - 0.04, x + 0.05, foot + 0.05], [70, 40, 34]);
      if (occasion() < 0.3) continue;
      const size = 0.2 + row * 0.04;
      ball(raster, x, foot - size * 0.2, size * 0.2, size * 0.3, pick(occasion, CLOTHES));
      ball(raster, x, foot - size * 0.6, size * 0.1, size * 0.14, [26, 24, 24]);
    }
  }
}

/** A river bank with a patrol: for the test. */
function riverbank(place: Random, occasion: Random, raster: Raster): void {
  const cloud = smoothNoise(place, 0.2);
  paint(raster, [0, 0, 1, 0.4], (x, y) => [
    mix([150, 180, 210], [240, 240, 240], cloud(x, y * 2)),
    1,
  ]);
  const bank = between(place, -0.25, 0.25);
  const ripple = smoothNoise(place, 0.03);
  const grass = smoothNoise(place, 0.015);
  paint(raster, [0, 0.4, 1, 1], (x, y) => {
    const edge = 0.5 + bank * (y - 0.4) * 2;
    return x > edge
      ? [mix([90, 120, 130], [180, 196, 200], ripple(x * 0.4, y * 3)), 1]
      : [mix([80, 104, 50], [150, 140, 80], grass(x, y)), 1];
  });
  for (let tree = 0; tree < 5; tree += 1) {
    const x = between(place, 0, 0.5);
    const y = between(place, 0.25, 0.4);
    ball(raster, x, y, between(place, 0.04, 0.08), between(place, 0.07, 0.13), [
      between(place, 40, 80),
      between(place, 80, 120),
      50,
    ]);
  }
  const sign = between(place, 0.08, 0.3);
  box(raster, [sign, 0.46, sign + 0.13, 0.6], [40, 90, 170]);
  strokes(raster, place, [sign + 0.01, 0.48, sign + 0.12, 0.58], 5, [240, 240, 240]);
  box(raster, [sign + 0.06, 0.6, sign + 0.07, 0.72], [90, 90, 90]);
  for (let index = 0; index < 1 + Math.floor(occasion() * 3); index += 1) {
    person(
      raster,
      occasion,
      between(occasion, 0.05, 0.6),
      between(occasion, 0.74, 0.98),
      between(occasion, 0.34, 0.48),
    );
  }
  for (let thing = 0; thing < 4; thing += 1) {
    const x = between(occasion, 0.5, 0.95);
    const y = between(occasion, 0.5, 0.95);
    ball(raster, x, y, between(occasion, 0.01, 0.03), 0.015, [220, 220, 200]);
  }
}

/** A room at somebody's home: for the test. */
function indoorHome(place: Random, occasion: Random, raster: Raster): void {
  const grain = smoothNoise(place, 0.05);
  const wall: Colour = [
    between(place, 170, 230),
    between(place, 160, 220),
    between(place, 140, 200),
  ];
  paint(raster, [0, 0, 1, 0.7], (x, y) => [mix(wall, [120, 110, 96], 0.4 * grain(x, y)), 1]);
  paint(raster, [0, 0.7, 1, 1], (x, y) => [
    mix(
      [150, 140, 130],
      [90, 84, 78],
      Math.floor(x * 8) % 2 === Math.floor(y * 16) % 2 ? 0.7 : 0.2,
    ),
    1,
  ]);
  const picture = between(place, 0.1, 0.6);
  box(raster, [picture, 0.08, picture + 0.26, 0.34], [150, 40, 36]);
  box(raster, [picture + 0.02, 0.1, picture + 0.24, 0.32], [210, 190, 140]);
  strokes(raster, place, [picture + 0.04, 0.14, picture + 0.22, 0.28], 4, [60, 30, 30]);
  const cupboard = between(place, 0.55, 0.78);
  box(raster, [cupboard, 0.38, cupboard + 0.2, 0.76], [116, 76, 48]);
  box(raster, [cupboard + 0.09, 0.4, cupboard + 0.1, 0.74], [60, 40, 26]);
  const sofa: Colour = pick(place, CLOTHES);
  box(raster, [0.08, 0.56, 0.5, 0.78], sofa);
  box(raster, [0.08, 0.48, 0.5, 0.58], mix(sofa, [255, 255, 255], 0.2));
  const people = 2 + Math.floor(occasion() * 3);
  for (let index = 0; index < people; index += 1) {
    person(
      raster,
      occasion,
      between(occasion, 0.08, 0.92),
      between(occasion, 0.8, 1.02),
      between(occasion, 0.42, 0.56),
    );
  }
  for (let thing = 0; thing < 4; thing += 1) {
    const x = between(occasion, 0.3, 0.8);
    box(raster, [x, 0.84, x + between(occasion, 0.03, 0.07), 0.9], pick(occasion, CLOTHES));
  }
}

const SCENES = {
  meetingRoom,
  courtyard,
  field,
  noticeBoard,
  paperForm,
  equipment,
  lecture,
  riverbank,
  indoorHome,
} as const;
export type SceneName = keyof typeof SCENES;

export const DEVELOPMENT_SCENES: readonly SceneName[] = [
  'meetingRoom',
  'courtyard',
  'field',
  'noticeBoard',
  'paperForm',
  'equipment',
];
/** Scenes that nothing was tuned on, and one room that it was, with other people. */
export const TEST_SCENES: readonly SceneName[] = [
  'lecture',
  'riverbank',
  'indoorHome',
  'meetingRoom',
];

/**
 * A photograph. The same `place` and another `occasion` give a look-alike: the same room from the
 * same stand, with other people in it.
 */
export function photograph(scene: SceneName, place: number, occasion: number): Raster {
  const raster = blank(WIDTH, HEIGHT);
  SCENES[scene](randomFrom(place * 7919 + 13), randomFrom(occasion * 104729 + place), raster);
  const random = randomFrom(occasion * 31 + place * 17 + 5);
  develop(raster, random, between(random, 3, 8), between(random, 0.88, 1.1));
  return raster;
}
