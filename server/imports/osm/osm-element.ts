/** What of OpenStreetMap roads are made of. */
export type OsmNode = {
  readonly kind: "node";
  readonly id: number;
  readonly lng: number;
  readonly lat: number;
};
export type OsmWay = {
  readonly kind: "way";
  readonly id: number;
  /** Ids of its nodes, in order. */
  readonly refs: readonly number[];
  readonly tags: Readonly<Record<string, string>>;
};
export type OsmElement = OsmNode | OsmWay;

/** Elements of an extract in file order, some at a time; relations are passed over. */
export type OsmElements = AsyncGenerator<readonly OsmElement[]>;
