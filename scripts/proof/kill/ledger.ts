/** A report by one of the writers, which alone changes it. */
export type ReportEntry = {
  readonly clientId: string;
  readonly body: unknown;
  /** Null until the server has acknowledged it. */
  id: string | null;
  /** As acknowledged last. */
  version: number;
  /** A change was sent whose answer never came: the version may be one higher. */
  isInDoubt: boolean;
};

export type UrgeEntry = {
  readonly clientId: string;
  readonly problemId: string;
  readonly body: unknown;
  isAcknowledged: boolean;
};

/** Everybody who was put in office, by name: each name is used once. */
export type DutyEntry = { readonly person: string; id: string | null };

/** What was sent to the server and what it acknowledged. */
export class Ledger {
  readonly reports: ReportEntry[] = [];
  readonly urges: UrgeEntry[] = [];
  readonly duties: DutyEntry[] = [];
  changes = 0;
  /** Answers other than an acknowledgement; there should be none. */
  readonly refusals: string[] = [];

  /** Writes that the server has acknowledged. */
  get acknowledged(): number {
    return (
      this.reports.filter(({ id }) => id !== null).length +
      this.urges.filter(({ isAcknowledged }) => isAcknowledged).length +
      this.duties.filter(({ id }) => id !== null).length +
      this.changes
    );
  }
}
