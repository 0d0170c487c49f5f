import type { Fabric } from "../plan/plan-land.ts";
import type { Random } from "../random.ts";
import type { StreetKind } from "./line-kind.ts";
import {
  campusNames,
  firstCharacters,
  industryNames,
  numerals,
  oldLanes,
  secondCharacters,
  surnames,
  villageEndings,
  waterNames,
} from "./name-stock.ts";

/** What the name of a street depends on. */
export type StreetSetting = {
  readonly kind: StreetKind;
  readonly fabric: Fabric;
  /** First word of the zone, 青云 …; null beyond the limit. */
  readonly zone: string | null;
  readonly isNearWater: boolean;
  /** Lanes with the same key are in one village. */
  readonly village: string;
  /** Name of the greatest street it meets, if that has one. */
  readonly meets: string | null;
};

/** Gives out names, no name twice. */
type StreetNamer = { nameFor(setting: StreetSetting): string | null };

export function streetNamer(taken: Iterable<string>, random: Random): StreetNamer {
  const used = new Set(taken);
  const series = new Map<string, number>();
  const villages = new Map<string, string>();

  /** The first proposal nobody has; after twenty, words made of two plain characters. */
  function claim(propose: (attempt: number) => string): string {
    for (let attempt = 0; ; attempt++) {
      const name = propose(attempt);
      if (used.has(name)) continue;
      used.add(name);
      return name;
    }
  }

  function plainStem(): string {
    for (;;) {
      const first = firstCharacters[random.int(0, firstCharacters.length - 1)]!;
      const second = secondCharacters[random.int(0, secondCharacters.length - 1)]!;
      if (first !== second) return first + second;
    }
  }

  /** The next of 新港一路, 新港二路 …; null after the tenth. */
  function numbered(stem: string, suffix: string): string | null {
    const next = (series.get(stem + suffix) ?? 0) + 1;
    if (next > numerals.length) return null;
    series.set(stem + suffix, next);
    const name = `${stem}${numerals[next - 1]}${suffix}`;
    if (used.has(name)) return numbered(stem, suffix);
    used.add(name);
    return name;
  }

  function roadName(setting: StreetSetting): string {
    const suffix = suffixOf(setting, random);
    if (setting.fabric === "industry" && setting.zone && random.chance(0.5)) {
      const name = numbered(setting.zone, "路");
      if (name) return name;
    }
    return claim((attempt) => {
      if (attempt > 20) return plainStem() + suffix;
      if (setting.zone && attempt === 0 && random.chance(0.12)) return setting.zone + suffix;
      return stemFor(setting, random, plainStem) + suffix;
    });
  }

  function laneName(setting: StreetSetting): string {
    if (setting.fabric === "village") return villageLane(setting.village);
    if (setting.meets && random.chance(0.34)) {
      const name = numbered(stemOf(setting.meets), "巷");
      if (name) return name;
    }
    const suffix = random.pick(["巷", "巷", "巷", "巷", "里", "里", "后街"]);
    return claim((attempt) => {
      if (attempt > 12) return plainStem() + suffix;
      if (setting.zone && attempt === 0 && random.chance(0.1)) return setting.zone + suffix;
      return (setting.fabric === "old" ? random.pick(oldLanes) : plainStem()) + suffix;
    });
  }

  /** The lanes of a village are numbered; a village with more than ten gets a neighbour. */
  function villageLane(village: string): string {
    for (let part = 0; ; part++) {
      const key = `${village} ${part}`;
      const stem =
        villages.get(key) ??
        claim(
          () => `${surnames[random.int(0, surnames.length - 1)]}家${random.pick(villageEndings)}村`,
        );
      villages.set(key, stem);
      const name = numbered(stem, "巷");
      if (name) return name;
    }
  }

  function countryName(): string {
    return claim(() => {
      const surname = surnames[random.int(0, surnames.length - 1)];
      return `${surname}家${random.pick(villageEndings)}路`;
    });
  }

  return {
    nameFor(setting) {
      switch (setting.kind) {
        case "footway":
        case "service":
          return null;
        case "unclassified":
        case "trunk":
          return random.chance(0.6) ? countryName() : null;
        case "living_street":
          return random.chance(0.9) ? laneName(setting) : null;
        case "primary":
        case "secondary":
        case "tertiary":
        case "residential":
          return roadName(setting);
      }
    },
  };
}

/** 文昌 of 文昌街, 和平 of 和平大道. */
function stemOf(name: string): string {
  return name.replace(/(大道|[路街巷里])$/u, "").replace(/[一二三四五六七八九十]$/u, "");
}

function suffixOf({ kind, fabric }: StreetSetting, random: Random): string {
  if (fabric === "old" && kind !== "secondary") return random.chance(0.65) ? "街" : "路";
  if (kind === "residential") return random.pick(["路", "路", "街", "街"]);
  return random.chance(0.82) ? "路" : "街";
}

function stemFor(setting: StreetSetting, random: Random, plainStem: () => string): string {
  if (setting.isNearWater && random.chance(0.3)) return random.pick(waterNames);
  if (setting.fabric === "campus" && random.chance(0.7)) return random.pick(campusNames);
  if (setting.fabric === "industry" && random.chance(0.6)) return random.pick(industryNames);
  if (setting.fabric === "old" && random.chance(0.45)) return random.pick(oldLanes);
  return plainStem();
}
