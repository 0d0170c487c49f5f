import type { DutyMatrixBody } from "../../../../domain/contract/responsibility.ts";
import { count } from "../../../../domain/text/count.ts";
import { matrixQuery } from "../../../api/responsibility-queries.ts";
import type { ScreenText } from "../../../text/screen-text.ts";
import type { ScreenScope } from "../screen-scope.ts";
import { wholePercent } from "./change.ts";
import { definePanel } from "./panel.ts";

type Side = "lines" | "blocks";
type Unit = DutyMatrixBody["lines"][number];

/** 分指挥部（条）: who answers by category. */
export const lines = dutyPanel("lines");

/** 实施主体（块）: who answers by area. */
export const blocks = dutyPanel("blocks");

function dutyPanel<const Id extends Side>(id: Id) {
  return definePanel({
    id,
    title: (text: ScreenText) => text.screen[id].title,
    note: ({ text }: ScreenScope, data: DutyMatrixBody | undefined, rows: number) => {
      if (!data) return "";
      const all = unitsOf(data[id]).length;
      const { note, notePart } = text.screen.duty;
      return all <= rows ? note(all) : notePart(all, rows);
    },
    query: ({ filter }: ScreenScope) => matrixQuery(filter),
    empty: (data: DutyMatrixBody, { screen }: ScreenText) =>
      unitsOf(data[id]).length === 0 ? screen.duty.empty : null,
    why: ({ screen }: ScreenText) => [screen[id].why, screen.duty.share],
    View: ({ data, rows, scope }) => <UnitTable units={data[id]} rows={rows} scope={scope} />,
  });
}

/** Those with anything to show; most overdue first, the remainder that nobody holds last. */
function unitsOf(units: readonly Unit[]): Unit[] {
  return units
    .filter(({ holdsNow, counts }) => holdsNow || counts.open > 0)
    .toSorted(
      (a, b) =>
        Number(a.name === null) - Number(b.name === null) ||
        b.counts.overdue - a.counts.overdue ||
        b.counts.open - a.counts.open,
    );
}

type UnitTableProps = {
  readonly units: readonly Unit[];
  readonly rows: number;
  readonly scope: ScreenScope;
};

function UnitTable({ units, rows, scope }: UnitTableProps) {
  const { heads, none } = scope.text.screen.duty;
  return (
    <table className="wall-table wall-units">
      <thead>
        <tr>
          <th scope="col">{heads.name}</th>
          <th scope="col">{heads.open}</th>
          <th scope="col">{heads.overdue}</th>
          <th scope="col">{heads.share}</th>
        </tr>
      </thead>
      <tbody>
        {unitsOf(units)
          .slice(0, rows)
          .map(({ unitId, name, counts: { open, overdue } }, i) => (
            <tr key={unitId}>
              <th scope="row" title={name ?? none}>
                {name === null ? none : shortUnit(name)}
              </th>
              <td className="is-number">{count(open)}</td>
              <td className={overdue > 0 && i < 2 ? "is-number is-bad" : "is-number"}>
                {count(overdue)}
              </td>
              <td className="is-number">{wholePercent(overdue, open)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

/** The title says what they are. */
function shortUnit(name: string): string {
  return name.replace(/(分指挥部|实施主体)$/, "") || name;
}
