import { z } from "zod";
import { Position } from "./geojson.ts";

export const searchKinds = ["zone", "road", "place", "person", "unit", "problem"] as const;

export const SearchResults = z.object({
  results: z.array(
    z.object({
      kind: z.enum(searchKinds),
      id: z.string(),
      title: z.string(),
      detail: z.string(),
      position: Position.nullable(),
      bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
    }),
  ),
});
export type SearchResults = z.infer<typeof SearchResults>;
