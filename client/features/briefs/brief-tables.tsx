import type { ReactNode } from "react";
import type { Brief, Compared } from "../../../domain/brief.ts";
import { areaName, shortChange } from "../../../domain/text/brief-words.ts";
import { count } from "../../../domain/text/count.ts";
import { ClassMark } from "../../ui/class-mark.tsx";
import { useBriefText } from "./use-brief-url.ts";

type Props = { readonly brief: Brief };

/** Printed, what goes beyond these rows is summed up, so that the sheet stays one page. */
const PRINTED_ROWS = 10;

export function AreaTable({ brief }: Props) {
  const text = useBriefText();
  const { areas, gap } = brief;
  const { figures } = text;
  return (
    <section>
      <h2>{text.areas.title}</h2>
      <table className="brief-table">
        <thead>
          <tr>
            <th scope="col">{text.areas.name}</th>
            <th scope="col">{figures.open}</th>
            <th scope="col">{figures.overdue}</th>
            <th scope="col">{figures.reported}</th>
            <th scope="col">{figures.returns}</th>
          </tr>
        </thead>
        <tbody>
          {areas.map((area) => {
            const { type, id, counts } = area;
            const isStanding = gap === null && area.isHeldAtEnd;
            return (
              <tr key={`${type} ${id} ${area.name}`}>
                <th scope="row" className={area.isPart ? "is-part" : ""}>
                  {areaName(area, text)}
                </th>
                <td>{isStanding ? count(counts.open) : "—"}</td>
                <td className={isStanding && counts.overdue > 0 ? "is-overdue" : ""}>
                  {isStanding ? count(counts.overdue) : "—"}
                </td>
                <td>{count(counts.reported)}</td>
                <td>{count(counts.returns)}</td>
              </tr>
            );
          })}
          {areas.length > PRINTED_ROWS && (
            <tr className="brief-more">
              <th scope="row" colSpan={5}>
                {text.areas.more(areas.length - PRINTED_ROWS)}
              </th>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

export function CategoryTable({ brief }: Props) {
  const text = useBriefText();
  const { title, name, none } = text.categories;
  return (
    <ComparedTable
      title={title}
      name={name}
      none={none}
      rows={brief.categories.map((each) => ({
        key: each.code,
        name: each.name,
        count: each.count,
      }))}
    />
  );
}

export function ClassTable({ brief }: Props) {
  const text = useBriefText();
  return (
    <ComparedTable
      title={text.classes.title}
      mark={text.own}
      name={text.classes.name}
      none={brief.gap === null ? text.classes.none : text.noData}
      rows={brief.classes.map((each) => ({
        key: each.class,
        name: (
          <>
            <ClassMark name={each.class} /> {text.classNames[each.class]}
          </>
        ),
        count: each.count,
      }))}
    />
  );
}

type ComparedProps = {
  readonly title: string;
  readonly mark?: string;
  readonly name: string;
  readonly none: string;
  readonly rows: readonly {
    readonly key: string;
    readonly name: ReactNode;
    readonly count: Compared;
  }[];
};

function ComparedTable({ title, mark, name, none, rows }: ComparedProps) {
  const text = useBriefText();
  return (
    <section>
      <h2>
        {title} {mark && <small>{mark}</small>}
      </h2>
      {rows.length === 0 ? (
        <p className="brief-none">{none}</p>
      ) : (
        <table className="brief-table">
          <thead>
            <tr>
              <th scope="col">{name}</th>
              <th scope="col">{text.count}</th>
              <th scope="col">{text.before}</th>
              <th scope="col">{text.change}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.name}</th>
                <td>{row.count.value === null ? "—" : count(row.count.value)}</td>
                <td>{row.count.before === null ? "—" : count(row.count.before)}</td>
                <td>{shortChange(row.count, text)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
