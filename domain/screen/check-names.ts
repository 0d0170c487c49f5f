import { type FilterVocabulary, parseFilter } from "../parse-filter.ts";
import type { ScreenPlan } from "./screen-plan.ts";

/** Throws a DomainError that says what a plan names and the city has not: in a filter of a scene or rule, or for a camera. */
export function checkNames({ scenes, alerts }: ScreenPlan, vocabulary: FilterVocabulary): void {
  for (const { filter = {}, camera } of scenes) {
    const { days: _, ...rest } = filter;
    parseFilter(rest, vocabulary);
    if (camera.kind === "zone") parseFilter({ zone: camera.zone }, vocabulary);
  }
  for (const { filter = {} } of alerts) parseFilter(filter, vocabulary);
}
