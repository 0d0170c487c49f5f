import type { PublicReportBody } from "../../domain/contract/public-reports.ts";
import { DomainError } from "../../domain/errors.ts";
import { boundsContain } from "../../domain/spatial/lng-lat.ts";
import type { City } from "../city/city.ts";
import { type AttachPhotos, type CreatedProblem, createProblem } from "./create-problem.ts";

const ACTOR = "public";

/**
 * Accepts a report by anybody, from anywhere in the city. Ids of clients are kept apart from those of accounts and of signs,
 * so that nobody asks for another's report by its id. Throws what createProblem throws.
 */
export function reportInPublic(
  city: City,
  { clientId, category, position, address, description }: PublicReportBody,
  attach?: AttachPhotos,
): Promise<CreatedProblem> {
  const { sources } = city.tables;
  if (position && !boundsContain(city.bounds, position[0], position[1])) {
    throw new DomainError("position-off-map", { lng: position[0], lat: position[1] });
  }
  return createProblem(
    { city, actor: ACTOR },
    {
      clientId: `${ACTOR}-report:${clientId}`,
      category,
      description,
      position,
      source: sources.find((code) => code === "citizen") ?? sources[0] ?? "citizen",
      address,
    },
    attach,
  );
}
