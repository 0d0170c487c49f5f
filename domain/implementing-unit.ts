import { z } from "zod";
import { UnitId } from "./ids.ts";

/** A row of units.csv: headquarters 总指挥部, sub-headquarters 分指挥部, implementing bodies 实施主体, departments, streets … */
export const ImplementingUnit = z.object({
  id: UnitId,
  name: z.string().min(1).max(100),
  kind: z.string().min(1).max(40),
  parentId: UnitId.nullable(),
});
export type ImplementingUnit = z.infer<typeof ImplementingUnit>;
