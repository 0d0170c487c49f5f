import type { SignReportBody } from "../../domain/contract/signs.ts";
import type { City } from "../city/city.ts";
import { type AttachPhotos, type CreatedProblem, createProblem } from "./create-problem.ts";

/** What a board stands for, as far as a report about it needs it. */
export type ReportedSign = {
  readonly name: string;
  readonly id: string;
  readonly position: readonly [lng: number, lat: number];
  /** West, south, east, north. */
  readonly bounds: readonly [number, number, number, number];
};

/** A phone's own position counts up to this far from what the board stands for. */
const MARGIN_M = 200;
const DEGREE_M = 111_195;
const ACTOR = "public";

/**
 * Accepts a report by anybody about what a board stands for: there, or near it where the phone says so. Ids of clients are
 * kept apart from those of accounts, so that nobody asks for another's report by its id.
 */
export function reportAtSign(
  city: City,
  sign: ReportedSign,
  { clientId, category, description, position }: SignReportBody,
  attach?: AttachPhotos,
): Promise<CreatedProblem> {
  const { sources } = city.tables;
  const isNear = position != null && isWithin(sign.bounds, position, MARGIN_M);
  const [lng, lat] = isNear ? position : sign.position;
  return createProblem(
    { city, actor: ACTOR },
    {
      clientId: `${ACTOR}:${clientId}`,
      category,
      description,
      position: [lng, lat],
      source: sources.find((code) => code === "citizen") ?? sources[0] ?? "citizen",
      address: `${sign.name} ${sign.id}`.slice(0, 300),
    },
    attach,
  );
}

function isWithin(
  [west, south, east, north]: ReportedSign["bounds"],
  [lng, lat]: readonly [number, number],
  marginM: number,
): boolean {
  const up = marginM / DEGREE_M;
  const aside = up / Math.cos((lat * Math.PI) / 180);
  return lng >= west - aside && lng <= east + aside && lat >= south - up && lat <= north + up;
}
