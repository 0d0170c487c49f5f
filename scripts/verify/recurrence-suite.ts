import { analyseCase, caseTables, readRecurrenceCase } from "./recurrence-case.ts";
import { asOfTimes, measuresAsOf } from "./recurrence-measures.ts";
import type { Suite } from "./suite.ts";

export const recurrenceSuite: Suite = {
  folder: "recurrence/recurrence",
  references: /^expected_.*\.csv$/,
  answer(folder) {
    const input = readRecurrenceCase(folder);
    const { places, roles, episodes } = caseTables(input, analyseCase(input));
    const measures = asOfTimes(input).map((asOf, i) => {
      return [`expected_measures_T${i + 1}.csv`, { rows: measuresAsOf(input, asOf) }] as const;
    });
    return {
      "expected_places.csv": { rows: places },
      "expected_report_roles.csv": { rows: roles },
      "expected_episodes.csv": { rows: episodes },
      ...Object.fromEntries(measures),
    };
  },
};
