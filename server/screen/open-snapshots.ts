import type { Accounts } from "../access/accounts.ts";
import type { City } from "../city/city.ts";
import type { CityScreen } from "./city-screen.ts";
import { shootPage } from "./shoot-page.ts";
import { Snapshots, type SnapshotsOptions } from "./snapshots.ts";

/** The account that takes pictures; it is a wall for as long as one takes. */
const ACCOUNT = "wall-snapshot";

/** Pictures of walls, let in as a wall whose link is withdrawn after each. */
export function openSnapshots(
  city: City,
  screen: CityScreen,
  accounts: Pick<Accounts, "addWall" | "walls">,
  given: Pick<SnapshotsOptions, "folder" | "chromium" | "failed">,
): Snapshots {
  return new Snapshots({
    ...given,
    city,
    screen,
    shoot: shootPage,
    async openLink() {
      const { wall, token } = await accounts.addWall(ACCOUNT);
      return { token, withdraw: () => accounts.walls.remove(wall.id) };
    },
    async withdrawLeft() {
      for (const { id, account } of await accounts.walls.list()) {
        if (account === ACCOUNT) await accounts.walls.remove(id);
      }
    },
  });
}
