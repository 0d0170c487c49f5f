import type { AdWindowRule } from "../audited-only-rules.ts";
import { lengthOf } from "../roads/chain.ts";
import { EPS_M } from "../tolerance.ts";
import type { AdSurvey } from "./audit.ts";
import { countedAds } from "./counted-ads.ts";
import type { Judged } from "./extra-finding.ts";
import { countedFor } from "./placement.ts";
import { heldInWindows } from "./sparse-stretches.ts";

/** An ad along a road: which piece of its axis, metres along it, and which ad. */
type Spot = { readonly piece: number; readonly t: number; readonly ad: number };

/** One number of a window rule, and the ads that it is about. */
type Demand = {
  readonly path: string;
  readonly count: number;
  isAbout(ad: { theme?: string | null | undefined; carrier?: string | null | undefined }): boolean;
};

/** Every window rule on every road of its groups that is longer than the window. */
export function windowFindings(survey: AdSurvey): Judged[] {
  const { network, instance } = survey;
  const windows = instance.rules.windows ?? [];
  if (windows.length === 0) return [];
  const spots = spotsByRoad(survey);
  return windows.flatMap((window) =>
    demandsOf(window).flatMap((demand) =>
      network.roads.flatMap((road, r): Judged[] => {
        if (window.groups && !window.groups.includes(road.group)) return [];
        const own = spots[r]!.filter(({ ad }) => demand.isAbout(instance.ads[ad]!));
        const finding = judgeRoad(road.axis, own, window.lengthM, demand.count);
        if (!finding) return [];
        return [{ rule: demand.path, kind: "window", owner: road.key, ...finding }];
      }),
    ),
  );
}

function judgeRoad(
  axis: AdSurvey["network"]["roads"][number]["axis"],
  spots: readonly Spot[],
  windowM: number,
  need: number,
) {
  let have = need;
  let isAsked = false;
  const where = axis.flatMap((chain, piece) => {
    const lengthM = lengthOf(chain);
    if (lengthM <= windowM + EPS_M) return [];
    isAsked = true;
    const chainages = spots.filter((spot) => spot.piece === piece).map(({ t }) => t);
    const spotted = { chainages, lengthM, isClosed: chain.isClosed };
    const { least, short } = heldInWindows(spotted, { windowM, count: need });
    have = Math.min(have, least);
    return short.map((stretch) => ({ piece, ...stretch }));
  });
  if (!isAsked) return null;
  return { have, need, ok: have >= need, ...(where.length > 0 && { where }) };
}

function demandsOf({ id, min, minByTheme, minByCarrier }: AdWindowRule): Demand[] {
  const path = `windows.${id}`;
  const demands: Demand[] = [];
  if (min > 0) demands.push({ path: `${path}.min`, count: min, isAbout: () => true });
  for (const [theme, count] of Object.entries(minByTheme ?? {})) {
    const isAbout: Demand["isAbout"] = (ad) => ad.theme === theme;
    if (count > 0) demands.push({ path: `${path}.minByTheme.${theme}`, count, isAbout });
  }
  for (const [carrier, count] of Object.entries(minByCarrier ?? {})) {
    const isAbout: Demand["isAbout"] = (ad) => ad.carrier === carrier;
    if (count > 0) demands.push({ path: `${path}.minByCarrier.${carrier}`, count, isAbout });
  }
  return demands;
}

function spotsByRoad(survey: AdSurvey): Spot[][] {
  const { network, instance, ads } = survey;
  const spots = network.roads.map((): Spot[] => []);
  for (const ad of countedAds(survey)) {
    for (const { road, piece, t } of countedFor(ads[ad]!, instance.rules.sharing)) {
      spots[road]!.push({ piece, t, ad });
    }
  }
  return spots;
}
