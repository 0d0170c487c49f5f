import type { CityPack } from "../../domain/city-pack.ts";
import type { Duty } from "../../domain/duty.ts";
import { type DutyDefect, findDutyDefects } from "../../domain/duty-defects.ts";
import type { Note } from "../../domain/note.ts";
import { groundPosition } from "../../domain/spatial/ground-position.ts";
import { type CityClock, cityClock } from "../../domain/time.ts";
import { DUTIES_FILE } from "./read-duties.ts";

/** What is wrong with who answers for what as of `t`, as notes about duties.csv. */
export function dutyNotes(pack: CityPack, t: number): Note[] {
  const clock = cityClock(pack.manifest.timezone);
  return findDutyDefects(pack, t).map((defect) => noteOf(defect, pack, clock));
}

function noteOf(defect: DutyDefect, pack: CityPack, clock: CityClock): Note {
  const file = DUTIES_FILE;
  const since = (t: number | null) => (t === null ? {} : { used: clock.toDate(t) });
  switch (defect.kind) {
    case "zone-without-lead": {
      const { id, name, geometry } = defect.zone;
      const at = groundPosition(geometry);
      return {
        code: defect.kind,
        file,
        id,
        value: name,
        ...since(defect.since),
        ...(at && { at }),
      };
    }
    case "section-without-chief": {
      const { id, name, geometry } = defect.section;
      const at = groundPosition(geometry);
      return {
        code: defect.kind,
        file,
        id,
        value: name ?? id,
        ...since(defect.since),
        ...(at && { at }),
      };
    }
    default: {
      const { role, scope, before, after, from, to } = defect;
      const days = `${clock.toDate(from)} … ${to === null ? "" : clock.toDate(to)}`;
      const holders = `${holderOf(before)} → ${after ? holderOf(after) : "?"}`;
      return {
        code: defect.kind,
        file,
        id: (after ?? before).id,
        value: `${role} ${nameOfScope(pack, scope)}`,
        detail: `${days} (${holders})`,
      };
    }
  }
}

function holderOf({ person, unitId }: Duty): string {
  return person ?? unitId ?? "";
}

function nameOfScope({ zones, roads, rivers }: CityPack, { type, id }: Duty["scope"]): string {
  const lists = { zone: zones, section: roads, river: rivers, category: [], city: [] };
  const list: readonly { readonly id: string; readonly name: string | null }[] = lists[type];
  return list.find((each) => each.id === id)?.name ?? id;
}
