import { useMemo } from "react";
import type {
  Answered,
  DutyMatrixBody,
  MatrixUnit,
} from "../../../../domain/contract/responsibility.ts";
import { NO_UNIT } from "../../../../domain/problem-filter.ts";
import { count } from "../../../../domain/text/count.ts";
import { useResponsibilityText } from "../../../text/responsibility-text.ts";
import { type MatrixChoice, shortNames, shownUnits } from "./matrix-shape.ts";
import { useMatrixChoice } from "./use-matrix-choice.ts";

/** Lines by blocks with their sums; a cell, a row and a column each filter the map, once more takes it back. */
export function MatrixTable({ matrix }: { readonly matrix: DutyMatrixBody }) {
  const { responsibility: text } = useResponsibilityText();
  const [lines, blocks] = [shownUnits(matrix.lines), shownUnits(matrix.blocks)];
  const cells = useMemo(
    () => new Map(matrix.cells.map((cell) => [`${cell.line} ${cell.block}`, cell])),
    [matrix],
  );
  const most = Math.max(1, ...matrix.cells.map(({ open }) => open));
  const names = { lines: shortNames(lines), blocks: shortNames(blocks) };
  return (
    <div className="matrix-scroll">
      <table className="matrix" aria-label={text.matrix.title} aria-describedby="matrix-caption">
        <thead>
          <tr>
            <th scope="col" aria-label={text.matrix.lines} />
            {blocks.map((block) => (
              <th scope="col" key={block.unitId}>
                <UnitButton
                  unit={block}
                  short={names.blocks.get(block.unitId) ?? text.matrix.noneShort}
                  choice={{ line: null, block: block.unitId }}
                />
              </th>
            ))}
            <th scope="col">{text.matrix.total}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.unitId}>
              <th scope="row">
                <UnitButton
                  unit={line}
                  short={names.lines.get(line.unitId)}
                  choice={{ line: line.unitId, block: null }}
                />
              </th>
              {blocks.map((block) => (
                <Cell
                  key={block.unitId}
                  line={line}
                  block={block}
                  counts={cells.get(`${line.unitId} ${block.unitId}`)}
                  most={most}
                />
              ))}
              <Sum counts={line.counts} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text.matrix.total}</th>
            {blocks.map(({ unitId, counts }) => (
              <Sum key={unitId} counts={counts} />
            ))}
            <Sum counts={matrix.total} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

type UnitButtonProps = {
  readonly unit: MatrixUnit;
  readonly short: string | undefined;
  readonly choice: MatrixChoice;
};

function UnitButton({ unit, short, choice }: UnitButtonProps) {
  const { responsibility: text } = useResponsibilityText();
  const [chosen, choose] = useMatrixChoice();
  const name = nameOf(unit, text.matrix.none);
  const { total, open, overdue } = unit.counts;
  const isChosen = chosen.line === choice.line && chosen.block === choice.block;
  const label = text.matrix.side(name, count(total), count(open), count(overdue));
  const isFormer = !unit.holdsNow && unit.unitId !== NO_UNIT;
  return (
    <button
      type="button"
      className={isFormer ? "former" : ""}
      aria-pressed={isChosen}
      title={isFormer ? `${label} · ${text.matrix.former}` : label}
      onClick={() => choose(choice)}
    >
      {short ?? name}
    </button>
  );
}

type CellProps = {
  readonly line: MatrixUnit;
  readonly block: MatrixUnit;
  readonly counts: Answered | undefined;
  /** Open in the fullest cell. */
  readonly most: number;
};

function Cell({ line, block, counts, most }: CellProps) {
  const { responsibility: text } = useResponsibilityText();
  const [chosen, choose] = useMatrixChoice();
  if (!counts) return <td />;
  const { total, open, overdue } = counts;
  const choice = { line: line.unitId, block: block.unitId };
  const isChosen = chosen.line === choice.line && chosen.block === choice.block;
  const [lineName, blockName] = [line, block].map((unit) => nameOf(unit, text.matrix.none));
  return (
    <td>
      <button
        type="button"
        className={total === 0 ? "zero" : ""}
        style={{ "--share": `${Math.round((38 * open) / most)}%` } as React.CSSProperties}
        aria-pressed={isChosen}
        title={text.matrix.cell(
          lineName ?? "",
          blockName ?? "",
          count(total),
          count(open),
          count(overdue),
        )}
        onClick={() => choose(choice)}
      >
        <Counts counts={counts} />
      </button>
    </td>
  );
}

function Sum({ counts }: { readonly counts: Answered }) {
  return (
    <td className="sum">
      <Counts counts={counts} />
    </td>
  );
}

function Counts({ counts: { total, open, overdue } }: { readonly counts: Answered }) {
  return (
    <>
      <strong>{count(total)}</strong>
      <span>
        {count(open)}
        {overdue > 0 && <em className="overdue">/{count(overdue)}</em>}
      </span>
    </>
  );
}

function nameOf({ unitId, name }: MatrixUnit, nobody: string): string {
  return unitId === NO_UNIT ? nobody : (name ?? unitId);
}
