import { kernelDensitySuite } from "./kernel-density-suite.ts";
import { recurrenceSuite } from "./recurrence-suite.ts";
import type { Suite } from "./suite.ts";

/** Every suite of reference answers that is known, in the order they are run. */
export const suites: readonly Suite[] = [
  recurrenceSuite,
  kernelDensitySuite,
  { folder: "recurrence/gistar", references: /^(expected|perm_reference).*\.csv$/ },
  { folder: "recurrence/ehsa", references: /^(expected.*\.csv|classification_vectors\.json)$/ },
  { folder: "recurrence/mannkendall", references: /^series\.json$/ },
  {
    folder: "recurrence/stats",
    references: /^(wilson|bh|gamma_tail)\.csv$|^(laplace|prior_expected)\.json$/,
  },
  { folder: "ads", references: /^\d.*\.json$/ },
];
