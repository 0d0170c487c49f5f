/** Colours of the drawn pictures by name: index into the palette. */
export const ink = {
  sky: 0,
  haze: 1,
  wallA: 2,
  wallB: 3,
  window: 4,
  pavement: 5,
  kerb: 6,
  road: 7,
  marking: 8,
  leaf: 9,
  trunk: 10,
  dark: 11,
  grey: 12,
  red: 13,
  blue: 14,
  yellow: 15,
  brown: 16,
  water: 17,
  green: 18,
  skin: 19,
  white: 20,
  stamp: 21,
} as const;

const DAY: readonly (readonly [number, number, number])[] = [
  [196, 216, 232],
  [221, 230, 236],
  [214, 205, 190],
  [188, 178, 168],
  [126, 150, 172],
  [200, 198, 192],
  [160, 158, 152],
  [110, 113, 118],
  [232, 232, 224],
  [92, 138, 84],
  [106, 82, 62],
  [48, 50, 56],
  [146, 150, 156],
  [196, 72, 58],
  [64, 112, 176],
  [226, 178, 64],
  [142, 102, 66],
  [118, 158, 176],
  [60, 112, 72],
  [222, 186, 156],
  [250, 250, 248],
  [24, 36, 58],
];

/** Four lights: noon, overcast, evening, morning. */
const LIGHTS: readonly (readonly [number, number, number])[] = [
  [1, 1, 1],
  [0.86, 0.89, 0.93],
  [0.98, 0.86, 0.74],
  [1, 0.97, 0.9],
];

/** The palette under one of four lights; the stamp keeps its colours. */
export function paletteUnder(light: number): [number, number, number][] {
  const tint = LIGHTS[light % LIGHTS.length]!;
  return DAY.map((colour, i): [number, number, number] => {
    const isStamp = i === ink.stamp || i === ink.white;
    const [r, g, b] = colour.map((part, k) => (isStamp ? part : Math.round(part * tint[k]!)));
    return [r!, g!, b!];
  });
}
