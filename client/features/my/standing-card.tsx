import { Link, useSearch } from "@tanstack/react-router";
import type { MyGrid, MyScore } from "../../../domain/contract/my.ts";
import { count } from "../../../domain/text/count.ts";
import { useMyText } from "../../text/my-text.ts";
import { useMyCity } from "./my-city.ts";

export const STANDING_ID = "my-standing";

/** Opens what the score is made of, for a link that leads there. */
export function openFormula(): void {
  document.querySelector(`#${STANDING_ID} details`)?.setAttribute("open", "");
}

/** Rank, score and trend among peers, with how they are made one tap away. */
export function StandingCard({ grid }: { readonly grid: MyGrid }) {
  const text = useMyText();
  const { standing } = grid;
  const { score, rank, peers } = standing;
  const { asOf, theme, lang } = useSearch({ from: "/my" });
  const carried = { ...(asOf && { asOf }), ...(theme && { theme }), ...(lang && { lang }) };
  return (
    <section className="phone-card my-standing" id={STANDING_ID}>
      <header className="my-section-head">
        <h2>{text.my.rank}</h2>
        <span className="grow" />
        <Move grid={grid} />
      </header>
      <p className="my-rank">
        <strong>{rank ?? "—"}</strong> <span>{text.my.of(peers)}</span>
        <span className="grow" />
        <span>
          {score.value === null ? text.my.noScore : text.my.score(score.value.toFixed(1))}
        </span>
      </p>
      <details>
        <summary>
          {text.my.formula} · {text.place.own}
        </summary>
        <p>{text.my.formulaText}</p>
        <Parts score={score} />
        <p>{text.my.period(grid.scoreDays, grid.followUpDays, text.roles[grid.role])}</p>
      </details>
      <Link className="my-brief" to="/briefs" search={{ person: grid.person, ...carried }}>
        {text.my.brief}
      </Link>
    </section>
  );
}

/** How the rank has moved in 30 days; told by arrow and word. */
function Move({ grid: { standing, before } }: { readonly grid: MyGrid }) {
  const text = useMyText();
  const { format } = useMyCity();
  const value = standing.score.value;
  const earlier = before.score.value;
  if (value === null || earlier === null || standing.rank === null || before.rank === null) {
    return <span>{text.my.noTrend}</span>;
  }
  const moved = before.rank - standing.rank;
  const change = value - earlier;
  const signed = `${change < 0 ? "−" : "+"}${Math.abs(change).toFixed(1)}`;
  const title = `${format.day(before.at)}: ${earlier.toFixed(1)}`;
  return (
    <span title={title} className={moved < 0 ? "my-overdue" : ""}>
      {moved === 0 ? text.my.same : moved > 0 ? `▲ ${text.my.better(moved)}` : null}
      {moved < 0 && `▼ ${text.my.worse(-moved)}`} · {text.my.scoreChange(signed)}
    </span>
  );
}

function Parts({ score }: { readonly score: MyScore }) {
  const text = useMyText();
  return (
    <dl className="my-parts">
      {(["overdue", "relapse", "inTime"] as const).map((part) => {
        const { x, n } = score[part];
        return (
          <div key={part}>
            <dt>{text.my.parts[part]}</dt>
            <dd>{n === 0 ? text.my.noScore : `${((100 * x) / n).toFixed(1)}%`}</dd>
            <dd>{text.my.partOf(count(x), count(n))}</dd>
          </div>
        );
      })}
    </dl>
  );
}
