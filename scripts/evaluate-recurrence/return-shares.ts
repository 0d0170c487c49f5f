import type { PlaceAt } from "./city-at.ts";

/** How many places of a group there were, all dates together, and how many of them returned. */
export type ReturnShare<Group> = {
  readonly group: Group;
  readonly places: number;
  readonly returned: number;
};

/** One share a group, in the order of `groups`. */
export function returnShares<Group>(
  places: readonly PlaceAt[],
  groups: readonly Group[],
  groupOf: (place: PlaceAt) => Group,
): ReturnShare<Group>[] {
  return groups.map((group) => {
    const members = places.filter((place) => groupOf(place) === group);
    const returned = members.filter((place) => place.returned).length;
    return { group, places: members.length, returned };
  });
}
