import { adsSuite } from "./ads-suite.ts";
import { emergingHotSpotsSuite } from "./emerging-hot-spots-suite.ts";
import { getisOrdSuite } from "./getis-ord-suite.ts";
import { kernelDensitySuite } from "./kernel-density-suite.ts";
import { mannKendallSuite } from "./mann-kendall-suite.ts";
import { recurrenceSuite } from "./recurrence-suite.ts";
import { statisticsSuite } from "./statistics-suite.ts";
import type { Suite } from "./suite.ts";

/** Every suite of reference answers that is known, in the order they are run. */
export const suites: readonly Suite[] = [
  recurrenceSuite,
  kernelDensitySuite,
  getisOrdSuite,
  emergingHotSpotsSuite,
  mannKendallSuite,
  statisticsSuite,
  adsSuite,
];
