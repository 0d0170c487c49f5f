import type { Cell, ReferenceRow, Tolerances } from "./reference-table.ts";

export type Figures = readonly Readonly<Record<string, Cell>>[];

/**
 * Own figures for one reference file: rows in its order; or, where only the file says what is asked
 * for, a function of its `askedBy` columns, which is called before anything else of the file is
 * looked at.
 */
export type Answer = Judgement &
  (
    | { readonly rows: Figures }
    | {
        readonly askedBy: readonly string[];
        readonly rowsFor: (asked: readonly ReferenceRow[]) => Figures;
      }
  );

/** What a reference says of its own columns. */
export type Judgement = {
  /** Wider than usual, for columns that are statistical. */
  readonly tolerances?: Tolerances;
  /** Columns given for information only. */
  readonly notJudged?: readonly string[];
};

/** One folder of inputs and the answers they have. */
export type Suite = {
  /** Below the folder that is verified, with /. */
  readonly folder: string;
  /** Which of its files hold answers. */
  readonly references: RegExp;
  /** Reads a reference that is no table as one. */
  readonly read?: (path: string) => ReferenceRow[];
  /**
   * Computes from the inputs alone, by name of the reference file; absent while there is no engine.
   */
  readonly answer?: (folder: string) => Readonly<Record<string, Answer>>;
};
