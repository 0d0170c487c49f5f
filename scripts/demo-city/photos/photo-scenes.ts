import type { Random } from "../random.ts";
import type { PhotoCanvas } from "./photo-canvas.ts";
import { ink } from "./photo-palette.ts";

/** What a picture is about; categories share them. */
export const photoThemes = [
  "garbage",
  "cars",
  "bikes",
  "stall",
  "clutter",
  "laundry",
  "posters",
  "hole",
  "manhole",
  "water",
  "works",
  "lamp",
  "tree",
  "smoke",
] as const;
export type PhotoTheme = (typeof photoThemes)[number];

/** Height of the pavement's far edge and of the kerb, pixels from the top. */
const GROUND = 104;
const KERB = 158;

/** A street with houses behind. The same stream draws the same street. */
export function drawStreet(canvas: PhotoCanvas, random: Random): void {
  const { width, height } = canvas;
  canvas.rect(0, 0, width, 50, ink.sky);
  canvas.rect(0, 50, width, GROUND - 50, ink.haze);
  for (let x = -10; x < width; ) {
    const wide = random.int(50, 110);
    const tall = random.int(46, 96);
    const wall = random.pick([ink.wallA, ink.wallB]);
    canvas.rect(x, GROUND - tall, wide, tall, wall);
    for (let wy = GROUND - tall + 8; wy < GROUND - 26; wy += 16) {
      for (let wx = x + 7; wx < x + wide - 10; wx += 15) canvas.rect(wx, wy, 8, 9, ink.window);
    }
    canvas.rect(x + 5, GROUND - 20, wide - 10, 20, random.pick([ink.grey, ink.brown, ink.dark]));
    canvas.rect(
      x + 3,
      GROUND - 27,
      wide - 6,
      7,
      random.pick([ink.red, ink.blue, ink.green, ink.yellow]),
    );
    x += wide + random.int(0, 8);
  }
  canvas.rect(0, GROUND, width, KERB - GROUND, ink.pavement);
  for (let x = random.int(0, 30); x < width; x += 34)
    canvas.line(x, GROUND, x - 26, KERB, 1, ink.kerb);
  canvas.rect(0, KERB, width, 5, ink.kerb);
  canvas.rect(0, KERB + 5, width, height - KERB - 5, ink.road);
  for (let x = random.int(0, 40); x < width; x += 62) canvas.rect(x, KERB + 26, 32, 4, ink.marking);
  if (random.chance(0.6)) drawTree(canvas, random.int(20, width - 20), 0);
}

function drawTree(canvas: PhotoCanvas, x: number, lean: number): void {
  canvas.line(x, KERB - 6, x + lean, 58, 7, ink.trunk);
  canvas.ellipse(x + lean, 48, 34, 26, ink.leaf);
  canvas.ellipse(x + lean - 16, 60, 22, 16, ink.leaf);
}

/** What is wrong, drawn into the street. */
export const drawTrouble: Readonly<
  Record<PhotoTheme, (canvas: PhotoCanvas, random: Random) => void>
> = {
  garbage(canvas, random) {
    const x = random.int(90, 210);
    canvas.ellipse(x, KERB - 8, 62, 14, ink.brown);
    for (let i = 0; i < 14; i++) {
      const colour = random.pick([ink.dark, ink.grey, ink.white, ink.blue, ink.red]);
      canvas.ellipse(
        x + random.int(-54, 54),
        KERB - random.int(8, 32),
        random.int(8, 15),
        random.int(6, 12),
        colour,
      );
    }
  },
  cars(canvas, random) {
    for (let i = 0; i < 3; i++) {
      drawCar(
        canvas,
        14 + i * 100 + random.int(-6, 6),
        KERB - random.int(6, 16),
        random.pick([ink.white, ink.red, ink.blue, ink.dark, ink.grey]),
      );
    }
  },
  bikes(canvas, random) {
    const left = random.int(40, 110);
    for (let i = 0; i < 8; i++)
      drawBike(
        canvas,
        left + i * 20,
        KERB - 10 + random.int(-4, 4),
        random.pick([ink.yellow, ink.blue, ink.green]),
      );
  },
  stall(canvas, random) {
    const x = random.int(70, 190);
    canvas.polygon(
      [x - 10, 84, x + 90, 84, x + 80, 68, x, 68],
      random.pick([ink.red, ink.blue, ink.green]),
    );
    canvas.rect(x, 84, 3, 60, ink.dark);
    canvas.rect(x + 78, 84, 3, 60, ink.dark);
    canvas.rect(x - 4, 120, 90, 26, ink.brown);
    for (let i = 0; i < 10; i++)
      canvas.ellipse(x + 4 + i * 8, 118, 5, 5, random.pick([ink.red, ink.yellow, ink.green]));
    canvas.ellipse(x + 100, 102, 7, 8, ink.skin);
    canvas.rect(x + 92, 110, 16, 34, ink.dark);
  },
  clutter(canvas, random) {
    const x = random.int(80, 190);
    for (let i = 0; i < 8; i++) {
      const [w, h] = [random.int(22, 44), random.int(16, 32)];
      const left = x + random.int(-46, 40);
      const top = KERB - 6 - h - random.int(0, 26);
      canvas.rect(left, top, w, h, random.pick([ink.brown, ink.wallA, ink.grey]));
      canvas.rect(left, top + Math.floor(h / 2), w, 2, ink.dark);
    }
  },
  laundry(canvas, random) {
    canvas.line(40, 86, 280, 80, 2, ink.dark);
    for (let x = 56; x < 262; x += random.int(26, 36)) {
      canvas.rect(
        x,
        85,
        random.int(16, 24),
        random.int(26, 44),
        random.pick([ink.red, ink.white, ink.blue, ink.yellow]),
      );
    }
  },
  posters(canvas, random) {
    const x = random.int(110, 190);
    canvas.rect(x, 20, 14, KERB - 26, ink.grey);
    for (let y = 54; y < 138; y += random.int(13, 20)) {
      canvas.rect(
        x - random.int(1, 4),
        y,
        random.int(12, 18),
        random.int(9, 14),
        random.pick([ink.white, ink.yellow, ink.red]),
      );
    }
  },
  hole(canvas, random) {
    const x = random.int(90, 220);
    canvas.ellipse(x, KERB + 26, random.int(34, 52), 13, ink.dark);
    canvas.ellipse(x + 5, KERB + 28, 26, 8, ink.brown);
  },
  manhole(canvas, random) {
    const x = random.int(100, 210);
    canvas.ellipse(x, KERB + 24, 30, 11, ink.dark);
    canvas.ellipse(x + 22, KERB + 18, 28, 9, ink.grey);
    for (let i = -2; i <= 2; i++)
      canvas.rect(x + 8 + i * 2, KERB + 12 + i * 3 + 6, 26, 1, ink.dark);
  },
  water(canvas, random) {
    const x = random.int(100, 200);
    canvas.ellipse(x, KERB + 24, 96, 17, ink.water);
    canvas.ellipse(x - 60, KERB + 14, 40, 8, ink.water);
    canvas.ellipse(x + 16, KERB + 22, 30, 4, ink.sky);
  },
  works(canvas, random) {
    const left = random.int(30, 90);
    for (let i = 0; i < 5; i++) {
      canvas.rect(left + i * 38, 108, 36, 44, i % 2 ? ink.blue : ink.white);
      canvas.rect(left + i * 38, 148, 36, 5, ink.yellow);
    }
    canvas.polygon([left + 60, 108, left + 110, 72, left + 168, 108], ink.brown);
  },
  lamp(canvas, random) {
    const x = random.int(120, 190);
    canvas.line(x, KERB - 4, x + 26, 34, 6, ink.dark);
    canvas.line(x + 26, 34, x + 66, 44, 4, ink.dark);
    canvas.ellipse(x + 70, 48, 12, 5, ink.grey);
  },
  tree(canvas, random) {
    const x = random.int(130, 190);
    drawTree(canvas, x, 70);
    canvas.line(x + 56, 72, x + 110, 130, 5, ink.trunk);
  },
  smoke(canvas, random) {
    const x = random.int(100, 200);
    for (let i = 0; i < 9; i++)
      canvas.ellipse(
        x + random.int(-24, 30) + i * 4,
        126 - i * 12,
        16 + i * 2,
        11 + i,
        i % 2 ? ink.grey : ink.haze,
      );
    canvas.rect(x - 16, 128, 34, 22, ink.dark);
    canvas.rect(x - 12, 136, 26, 4, ink.red);
  },
};

/** What the place looks like put in order, where that is more than nothing wrong. */
export const drawOrder: Partial<Record<PhotoTheme, (canvas: PhotoCanvas, random: Random) => void>> =
  {
    posters(canvas, random) {
      canvas.rect(random.int(110, 190), 20, 14, KERB - 26, ink.grey);
    },
    bikes(canvas, random) {
      const left = random.int(40, 110);
      for (let i = 0; i < 5; i++) drawBike(canvas, left + i * 26, KERB - 12, ink.blue);
    },
    manhole(canvas, random) {
      const x = random.int(100, 210);
      canvas.ellipse(x, KERB + 24, 30, 11, ink.grey);
      for (let i = -2; i <= 2; i++) canvas.rect(x - 22, KERB + 24 + i * 4, 44, 1, ink.dark);
    },
    hole(canvas, random) {
      const x = random.int(90, 220);
      canvas.rect(x - 50, KERB + 12, 100, 28, ink.dark);
    },
    lamp(canvas, random) {
      const x = random.int(120, 190);
      canvas.line(x, KERB - 4, x, 34, 6, ink.dark);
      canvas.line(x, 34, x + 44, 30, 4, ink.dark);
      canvas.ellipse(x + 50, 34, 12, 5, ink.yellow);
    },
    works(canvas, random) {
      const left = random.int(30, 90);
      for (let i = 0; i < 5; i++) canvas.rect(left + i * 38, 108, 36, 44, ink.green);
    },
    stall(canvas) {
      canvas.rect(0, 128, canvas.width, 3, ink.marking);
    },
  };

function drawCar(canvas: PhotoCanvas, x: number, y: number, colour: number): void {
  canvas.rect(x, y - 22, 88, 18, colour);
  canvas.polygon([x + 14, y - 22, x + 26, y - 38, x + 64, y - 38, x + 76, y - 22], colour);
  canvas.polygon([x + 20, y - 23, x + 29, y - 35, x + 44, y - 35, x + 44, y - 23], ink.window);
  canvas.polygon([x + 47, y - 23, x + 47, y - 35, x + 62, y - 35, x + 70, y - 23], ink.window);
  for (const wheel of [18, 70]) canvas.ellipse(x + wheel, y - 3, 9, 9, ink.dark);
}

function drawBike(canvas: PhotoCanvas, x: number, y: number, colour: number): void {
  for (const wheel of [0, 24]) {
    canvas.ellipse(x + wheel, y, 9, 9, ink.dark);
    canvas.ellipse(x + wheel, y, 6, 6, ink.pavement);
  }
  canvas.line(x, y, x + 9, y - 16, 3, colour);
  canvas.line(x + 9, y - 16, x + 24, y, 3, colour);
  canvas.line(x + 24, y, x + 20, y - 20, 3, colour);
  canvas.rect(x + 4, y - 19, 9, 3, ink.dark);
}
