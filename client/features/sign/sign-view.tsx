import { useState } from "react";
import type { SignBody } from "../../../domain/contract/signs.ts";
import { endName, holderWords } from "../../../domain/paper/sign-words.ts";
import { dutyListOf, GENERAL_LINE, type SignRow, signKind } from "../../../domain/sign.ts";
import type { PapersText } from "../../../domain/text/papers-zh-cn.ts";
import { signFileUrl } from "../../api/sign-queries.ts";
import { useSignText } from "../../text/sign-text.ts";
import { keptDraft } from "./report-draft.ts";
import { ReportForm } from "./report-form.tsx";

type Props = { readonly sign: SignBody; readonly papers: PapersText; readonly lang: "zh" | "en" };

/** What the board shows, large enough to read in the sun, and a way to report. */
export function SignView({ sign, papers, lang }: Props) {
  const text = useSignText().sign;
  const [isReporting, setReporting] = useState(() => keptDraft(sign.id) !== null);
  const { facts } = sign;
  const name = sign.name ?? papers.sign.unnamedRoad;
  const duties = sign.responsibilities ?? papers.sign.responsibilities[dutyListOf(sign)];
  const map = signFileUrl(sign.id, "map.svg", {
    type: facts.type,
    lang: lang === "en" ? "en" : undefined,
  });
  return (
    <>
      <SignHeader sign={sign} papers={papers} name={name} />
      <main className="sign-main">
        <SignRows sign={sign} papers={papers} />
        {isReporting ? (
          <ReportForm sign={sign} onClose={() => setReporting(false)} />
        ) : (
          <button
            type="button"
            className="button primary sign-report"
            onClick={() => setReporting(true)}
          >
            {text.report}
          </button>
        )}
        <figure className="sign-map">
          <img src={map} alt={text.mapAlt(name)} width={740} height={560} />
          <figcaption>{papers.sign.mapCaption[signKind(sign)]}</figcaption>
        </figure>
        <section className="sign-duties">
          <h2>{papers.sign.duties}</h2>
          <ol>
            {duties.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </section>
        <footer className="sign-footer">
          <a href={`tel:${GENERAL_LINE}`}>{text.callLine}</a>
          <span className="muted">{text.asOf(sign.on.slice(0, 10))}</span>
        </footer>
      </main>
    </>
  );
}

type PartProps = Pick<Props, "sign" | "papers">;

function SignHeader({ sign, papers, name }: PartProps & { readonly name: string }) {
  return (
    <header className="sign-header">
      <p className="sign-city">
        {sign.city} {papers.sign.titles[signKind(sign)]}
        {sign.isDemo && <span className="sign-demo">{papers.demo}</span>}
      </p>
      <h1>{name}</h1>
      <p>{placeWords(sign, papers)}</p>
      <p className="sign-facts">
        {papers.sign.number(sign.id)} · {sizeWords(sign, papers)}
      </p>
    </header>
  );
}

function SignRows({ sign, papers }: PartProps) {
  return (
    <dl className="sign-rows">
      {sign.rows.map((row, i) => (
        <Holders key={row.role} row={row} sign={sign} papers={papers} isFirst={i === 0} />
      ))}
      <div>
        <dt>{papers.sign.phone}</dt>
        <dd>
          <Phone phone={sign.phone} /> {sign.hours}
        </dd>
      </div>
    </dl>
  );
}

type HoldersProps = {
  readonly row: SignRow;
  readonly sign: SignBody;
  readonly papers: PapersText;
  readonly isFirst: boolean;
};

function Holders({ row, sign: { facts }, papers, isFirst }: HoldersProps) {
  const { name, detail } = holderWords(row, facts, papers);
  const isNobody = row.holders.length === 0;
  return (
    <div className={isFirst ? "is-first" : undefined}>
      <dt>{papers.roles[row.role]}</dt>
      <dd>
        <strong className={isNobody ? "muted" : undefined}>{name}</strong>
        {detail !== "" && <span className="muted"> {detail}</span>}
      </dd>
    </div>
  );
}

function Phone({ phone }: { readonly phone: string | null }) {
  const number = phone ?? GENERAL_LINE;
  const dialled = number.replace(/[^\d+]/g, "");
  return dialled === "" ? <strong>{number}</strong> : <a href={`tel:${dialled}`}>{number}</a>;
}

function placeWords({ facts }: SignBody, papers: PapersText): string {
  if (facts.type === "section")
    return `${endName(facts.from, papers)} — ${endName(facts.to, papers)}`;
  const { communities, cells, sections, within } = facts;
  return [...within, papers.sign.holds(communities, cells, sections)].join(" · ");
}

function sizeWords({ facts }: SignBody, papers: PapersText): string {
  return facts.type === "section"
    ? `${papers.classes[facts.class]} ${papers.sign.length(facts.lengthM)}`
    : papers.sign.area(facts.areaM2);
}
