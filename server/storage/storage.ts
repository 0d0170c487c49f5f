import type { CaseAct } from "../../domain/case/case-acts.ts";
import type { CaseStart, CaseStep } from "../../domain/case/case-step.ts";
import type { Duty } from "../../domain/duty.ts";
import type { ZoneVersion } from "../../domain/grid-zone.ts";
import type { Problem, StoredProblem } from "../../domain/problem.ts";
import type { PlaceState } from "../../domain/recurrence/place-anchor.ts";
import type { Prior } from "../../domain/recurrence/place-rate.ts";
import type { DecidedSummons } from "../../domain/summons.ts";
import type { ZoneVersionKey } from "../../domain/zone-change.ts";

/** A place of recurrence as it is kept; `category` is its code. */
export type StoredPlace = Omit<PlaceState, "category"> & {
  readonly id: number;
  readonly category: string;
};

/** A coordinate that stands for no place: a geocoder's default, a grid centroid. Degrees × 10⁷. */
export type BadPosition = {
  readonly lngE7: number;
  readonly latE7: number;
  /** Since when the location gate holds reports there back, epoch ms. */
  readonly since: number;
  readonly addresses: number;
  readonly reports: number;
};

/** How a category's prior came about: set in the pack, fitted from its places, or from those of several. */
export const priorKinds = ["given", "fitted", "pooled"] as const;

/** The prior of a category as it was fitted last; `category` is its code. */
export type StoredPrior = Prior & {
  readonly category: string;
  readonly places: number;
  readonly recurrences: number;
  readonly kind: (typeof priorKinds)[number];
  /** Epoch ms. */
  readonly fittedAt: number;
};

/** Somebody urged a problem on (督办); `at` epoch ms. */
export type StoredUrge = {
  readonly clientId: string;
  readonly problemId: string;
  readonly person: string;
  readonly note: string;
  readonly at: number;
};

/** A text that somebody wrote about a problem or a place, and where it stands. */
export type WrittenText = {
  /** Which of the columns that hold such texts, see `written-texts.ts`. */
  readonly column: number;
  readonly key: string | number;
  /** Of the problem or place. */
  readonly about: string;
  readonly text: string;
  /** JSON of the audit. */
  readonly isRecord: boolean;
};

/** A work order 交办单; the steps that name its number are the problems on it. */
export type StoredOrder = {
  /** Year and running number, `2026-0001`. */
  readonly number: string;
  readonly unitId: string;
  /** Epoch ms. */
  readonly issuedAt: number;
  readonly account: string;
  readonly actorName: string;
};

/** What whoever reported a problem says of its closing; the last word counts. */
export type StoredAnswer = {
  readonly problemId: string;
  readonly at: number;
  readonly isSatisfied: boolean;
  readonly comment: string;
};

/** An ad that was registered or imported here; `record` is an `AdRecord`. */
export type StoredAd = {
  readonly id: string;
  readonly record: unknown;
  readonly version: number;
  readonly changedAt: number;
  readonly account: string;
  readonly actorName: string;
};

/** Rules for ads as they were saved here; `rules` is an `AdRuleSet`. */
export type StoredAdRules = {
  readonly version: string;
  readonly rules: unknown;
  readonly savedAt: number;
  readonly account: string;
  readonly actorName: string;
};

/** A plan for ads that was made and is kept; `result` is JSON as the planner wrote it. */
export type StoredAdPlan = {
  readonly id: string;
  readonly name: string;
  readonly madeAt: number;
  readonly account: string;
  readonly actorName: string;
  readonly asked: unknown;
  readonly figures: unknown;
  readonly result: string;
};

/** First and last, both included. */
export type NumberRange = readonly [first: number, last: number];

/** What is read again as a whole when it was touched. */
export const loggedTables = [
  "duties",
  "zones",
  "priors",
  "bad-positions",
  "decisions",
  "urges",
  "texts",
  "ads",
  "screen",
] as const;
export type LoggedTable = (typeof loggedTables)[number];

/**
 * What one write touched. Numbers grow in the order of the commits, with gaps; whoever follows them from the number that its
 * copy was read at holds what storage holds.
 */
export type LoggedChange = {
  readonly id: number;
  /** The city's revision after it. */
  readonly revision: number;
  /** By seq. */
  readonly problems: readonly NumberRange[];
  readonly places: readonly NumberRange[];
  readonly tables: readonly LoggedTable[];
};

export type AuditEntry = {
  readonly at: number;
  readonly actor: string;
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly before: unknown;
  readonly after: unknown;
};

/** A problem to be kept for the first time; seq follows the last one. */
export type NewProblem = Problem & {
  readonly clientId: string | null;
  readonly placeId: number | null;
  /** The placing of imported reports is done after all are in; until then they are pending. */
  readonly isPlacePending: boolean;
};

/** Where a pending report was placed; null: the gate holds it back. */
export type Placing = { readonly seq: number; readonly placeId: number | null };

/**
 * What services need of a database, SQLite or PostgreSQL. Storage is the truth: a promise of `write` resolves only when
 * everything in it is durable, and rejects with nothing of it kept.
 */
export type Storage = {
  /** All reports by seq, in batches. */
  problems(): AsyncIterable<readonly StoredProblem[]>;
  /** In the order asked for; unknown ones are left out. At most a few thousand. */
  problemsBySeq(seqs: readonly number[]): Promise<StoredProblem[]>;
  problemsById(ids: readonly string[]): Promise<StoredProblem[]>;
  problemByClientId(clientId: string): Promise<StoredProblem | null>;
  pendingPlacings(): AsyncIterable<readonly StoredProblem[]>;
  places(): AsyncIterable<readonly StoredPlace[]>;
  /** By id; unknown ones are left out. */
  placesIn(range: NumberRange): Promise<StoredPlace[]>;
  problemsIn(range: NumberRange): Promise<StoredProblem[]>;
  badPositions(): Promise<BadPosition[]>;
  /** Coordinates shared by at least so many different addresses. */
  stacks(minAddresses: number): Promise<Omit<BadPosition, "since">[]>;
  /** In order of their ids. */
  duties(): Promise<Duty[]>;
  /** As they were drawn through time; none while no border was ever changed here. */
  zoneVersions(): Promise<ZoneVersion[]>;
  priors(): Promise<StoredPrior[]>;
  /** Oldest first; of these places only, null: of all. */
  decisions(placeIds: readonly number[] | null): Promise<DecidedSummons[]>;
  urgeByClientId(clientId: string): Promise<StoredUrge | null>;
  /** Of these problems, oldest first. */
  urgesOf(problemIds: readonly string[]): Promise<StoredUrge[]>;
  /** Of these problems; those without steps have none. */
  caseStarts(problemIds: readonly string[]): Promise<CaseStart[]>;
  /** Of these problems, in the order they were taken. */
  caseSteps(problemIds: readonly string[]): Promise<CaseStep[]>;
  /** The dispatches of these work orders, in the order they were taken. */
  stepsOfOrders(numbers: readonly string[]): Promise<CaseStep[]>;
  /** Taken in [from, to), in order. */
  stepsBetween(acts: readonly CaseAct[], from: number, to: number): Promise<CaseStep[]>;
  /** Steps that planned a visit which nobody has recorded, by when it is planned for. */
  plannedVisits(): Promise<CaseStep[]>;
  /** Newest first. */
  workOrders(asked: {
    readonly unitIds?: readonly string[];
    readonly numbers?: readonly string[];
    readonly limit: number;
  }): Promise<StoredOrder[]>;
  /** The one with the greatest number of a year, `2026`. */
  lastOrder(year: string): Promise<StoredOrder | null>;
  /** Ids of the reports that stand merged into one, by their newest step. */
  mergedInto(problemId: string): Promise<string[]>;
  answersOf(problemIds: readonly string[]): Promise<StoredAnswer[]>;
  /** Given in [from, to). */
  answersBetween(from: number, to: number): Promise<StoredAnswer[]>;
  /** By id. */
  ads(): Promise<StoredAd[]>;
  adsById(ids: readonly string[]): Promise<StoredAd[]>;
  /** Newest first. */
  adRuleSets(): Promise<StoredAdRules[]>;
  /** Newest first, without what came of them. */
  adPlans(limit: number): Promise<Omit<StoredAdPlan, "result">[]>;
  adPlan(id: string): Promise<StoredAdPlan | null>;
  /** Reports that a picture belongs to, by its file's name. Looks through all of them. */
  problemsWithPhoto(file: string): Promise<StoredProblem[]>;
  /** Problems whose address or description holds the text, newest first. */
  searchProblems(text: string, limit: number): Promise<StoredProblem[]>;
  /** What people wrote about these, the audit included; of what is dated by itself, only what was written until then. */
  textsAbout(
    of: "problem" | "place",
    ids: readonly string[],
    until: number,
  ): Promise<WrittenText[]>;
  /** When something was done about each of these problems last; those never touched are left out. */
  lastActsOn(problemIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  auditOf(entity: string, entityId: string): Promise<(AuditEntry & { readonly id: number })[]>;
  /** When each was acted upon last, where an act is on record; at most a thousand ids. */
  lastActs(entity: string, ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** What was acted upon within a time, both ends included. */
  actedBetween(entity: string, from: number, to: number): Promise<ReadonlySet<string>>;
  meta(key: string): Promise<string | null>;
  /** Number of the last change; grows with every write. */
  revision(): Promise<number>;
  /** Number of the last write in the log, 0 before the first. */
  logEnd(): Promise<number>;
  /** The writes after one, oldest first, a thousand at most. Throws a RangeError where some of them were forgotten. */
  changesAfter(id: number): Promise<LoggedChange[]>;
  /** Forgets all writes but the last so many; answers how many were forgotten. */
  forgetChanges(kept: number): Promise<number>;
  /**
   * Runs `work` while no other process that shares this database does: between reading what stands and writing what becomes
   * of it nothing else changes.
   */
  exclusive<T>(work: () => Promise<T>): Promise<T>;
  /** Throws `state-in-use` where another process has this database open. */
  expectAlone(): Promise<void>;
  /** Calls back soon after each write, whoever made it. Answers a function that stops it. */
  onWrite(heard: () => void): () => void;
  countProblems(): Promise<number>;
  firstReportedAt(): Promise<number | null>;
  /** Everything in `work` is kept, or nothing. */
  write<T>(work: (writer: StorageWriter) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

export type StorageWriter = {
  /** Answers the seqs given, consecutive from the last one. */
  insertProblems(problems: readonly NewProblem[]): Promise<number[]>;
  /** Replaces the record, version and place included; `isPlacePending` leaves its place to be settled later. */
  updateProblem(problem: StoredProblem, isPlacePending?: boolean): Promise<void>;
  savePlacings(placings: readonly Placing[]): Promise<void>;
  savePlaces(places: readonly StoredPlace[]): Promise<void>;
  addBadPositions(positions: readonly BadPosition[]): Promise<void>;
  /** New ones, and others instead of those of the same id. */
  saveDuties(duties: readonly Duty[]): Promise<void>;
  removeDuties(ids: readonly string[]): Promise<void>;
  /** New ones, and others instead of those of the same zone and beginning. */
  saveZoneVersions(versions: readonly ZoneVersion[]): Promise<void>;
  removeZoneVersions(keys: readonly ZoneVersionKey[]): Promise<void>;
  /** Replaces all there are. */
  savePriors(priors: readonly StoredPrior[]): Promise<void>;
  addDecision(decision: DecidedSummons): Promise<void>;
  addUrge(urge: StoredUrge): Promise<void>;
  /** Where its case began; one that is kept stays. */
  saveCaseStart(start: CaseStart): Promise<void>;
  addCaseSteps(steps: readonly CaseStep[]): Promise<void>;
  addWorkOrder(order: StoredOrder): Promise<void>;
  saveAnswer(answer: StoredAnswer): Promise<void>;
  /** New ones, and others instead of those of the same id; each id once. */
  saveAds(ads: readonly StoredAd[]): Promise<void>;
  addAdRules(rules: StoredAdRules): Promise<void>;
  /** New, or another instead of the one of the same id. */
  saveAdPlan(plan: StoredAdPlan): Promise<void>;
  removeAdPlan(id: string): Promise<void>;
  /** Other texts where these stand; nothing else of their rows changes. */
  replaceTexts(texts: readonly WrittenText[]): Promise<void>;
  /** Answers the number of the change, the revision that it makes. */
  audit(entry: AuditEntry): Promise<number>;
  /** `table`: what those hear who follow. */
  setMeta(key: string, value: string, table?: LoggedTable): Promise<void>;
};
