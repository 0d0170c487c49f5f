import type { Prior } from "./place-rate.ts";

const ALPHA_LEAST = 0.05;
const ALPHA_MOST = 20;

/** Sums over places that a prior is fitted from; `r` recurrences in `A` quiet days each, both undiscounted. */
export class PriorSums {
  places = 0;
  r = 0;
  A = 0;
  rr = 0;
  rA = 0;
  AA = 0;

  add(r: number, A: number): void {
    this.places++;
    this.r += r;
    this.A += A;
    this.rr += r * r;
    this.rA += r * A;
    this.AA += A * A;
  }

  addAll(other: PriorSums): void {
    this.places += other.places;
    this.r += other.r;
    this.A += other.A;
    this.rr += other.rr;
    this.rA += other.rA;
    this.AA += other.AA;
  }
}

/**
 * Gamma prior by moments, RECURRENCE §3: m = Σr/ΣA; α = m²·ΣA² / Σ[(r − mA)² − mA] within 0.05 … 20, 20 where the
 * counts spread no more than Poisson; β = α/m. Null where no recurrence or no quiet day is known.
 */
export function fitPrior({ r, A, rr, rA, AA }: PriorSums): Prior | null {
  if (r === 0 || A === 0) return null;
  const m = r / A;
  const excess = rr - 2 * m * rA + m * m * AA - m * A;
  const alpha =
    excess <= 0 ? ALPHA_MOST : Math.min(ALPHA_MOST, Math.max(ALPHA_LEAST, (m * m * AA) / excess));
  return { alpha, betaDays: alpha / m };
}

/** The prior that the places of one category are measured with; null where nothing is known at all. */
export type CategoryFit = {
  readonly prior: Prior | null;
  /** Fitted over all categories that have too few places, or no recurrence. */
  readonly isPooled: boolean;
};

/**
 * Fits every category's prior; those that have fewer places than `minPlaces`, or no recurrence,
 * share one.
 */
export function priorsOf(sums: readonly PriorSums[], minPlaces: number): CategoryFit[] {
  const stands = (of: PriorSums) => of.places >= minPlaces && of.r > 0;
  const pool = new PriorSums();
  const all = new PriorSums();
  for (const each of sums) {
    all.addAll(each);
    if (!stands(each)) pool.addAll(each);
  }
  const shared = fitPrior(pool) ?? fitPrior(all);
  return sums.map((own) => {
    const fitted = stands(own) ? fitPrior(own) : null;
    return { prior: fitted ?? shared, isPooled: fitted === null };
  });
}
