import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { kernelDensityAt } from "../../domain/recurrence/kernel-density.ts";
import { readReferenceTable } from "./reference-table.ts";
import type { Suite } from "./suite.ts";

const Params = z.object({ h_m: z.number().positive() });

export const kernelDensitySuite: Suite = {
  folder: "recurrence/kde",
  references: /^expected.*\.csv$/,
  answer(folder) {
    const { h_m } = Params.parse(JSON.parse(readFileSync(join(folder, "params.json"), "utf8")));
    const points = readReferenceTable(join(folder, "points.csv"));
    const column = (name: string) => Float64Array.from(points, (point) => Number(point[name]));
    const [x, y, weight] = [column("x"), column("y"), column("rate30")];
    return {
      "expected.csv": {
        askedBy: ["x", "y"],
        rowsFor: (asked) =>
          asked.map((at) => {
            const [atX, atY] = [Number(at.x), Number(at.y)];
            const value = kernelDensityAt(atX, atY, points.length, x, y, weight, h_m);
            return { x: atX, y: atY, value };
          }),
      },
    };
  },
};
