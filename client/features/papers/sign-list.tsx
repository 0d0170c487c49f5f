import type { SignList as SignListBody } from "../../../domain/contract/signs.ts";
import { roadClasses } from "../../../domain/road-section.ts";
import { papersTexts } from "../../../domain/text/papers-text.ts";
import { apiUrl } from "../../api/http.ts";
import { useLook } from "../../shell/look.ts";
import { useDownload } from "../../shell/use-download.ts";
import { usePapersUrl } from "../../state/papers-url.ts";
import { usePapersText } from "../../text/papers-text.ts";
import { DownloadLine } from "./download-line.tsx";

type Props = { readonly list: SignListBody; readonly shown: string | undefined };

const LISTED = 500;
const shownClasses = roadClasses.filter((name) => name !== "none");

/** The boards of a zone, with what each lacks. */
export function SignList({ list, shown }: Props) {
  const text = usePapersText().papers;
  const [, set] = usePapersUrl();
  return (
    <>
      <SignListHead list={list} />
      {list.isLocal && (
        <p className="paper-warning" role="note">
          {text.warnings["local-address"]}：<code>{list.address}</code>
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard */}
      <section className="sign-scroller" tabIndex={0} aria-label={list.zone.name}>
        <table>
          <thead>
            <tr>
              {(["name", "ends", "length", "chief", "faults"] as const).map((name) => (
                <th key={name} scope="col">
                  {text.columns[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr aria-selected={shown === list.zone.id}>
              <td colSpan={5}>
                <button type="button" className="link" onClick={() => set({ sign: undefined })}>
                  {list.zone.name} {text.ownSign}
                </button>
              </td>
            </tr>
            {list.sections.slice(0, LISTED).map((section) => (
              <SignRow key={section.id} section={section} isShown={shown === section.id} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** Which zone, which of its roads, on which day; how many boards that are, and how many lack something. */
function SignListHead({ list }: Pick<Props, "list">) {
  const text = usePapersText().papers;
  const { language } = useLook();
  const [url, set] = usePapersUrl();
  const faulty = list.sections.filter(({ warnings }) => warnings.length > 0).length;
  return (
    <>
      <header className="sign-list-head">
        <h2>{list.zone.name}</h2>
        <label>
          {text.class}
          <select
            value={url.class ?? ""}
            onChange={({ target }) => set({ class: target.value || undefined, sign: undefined })}
          >
            <option value="">{text.allClasses}</option>
            {shownClasses.map((name) => (
              <option key={name} value={name}>
                {papersTexts[language].classes[name]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {text.on}
          <input
            type="date"
            value={url.on ?? list.on.slice(0, 10)}
            onChange={({ target }) => set({ on: target.value || undefined })}
          />
        </label>
        <span className="grow" />
        <Batch list={list} />
      </header>
      <p>
        {text.boards(count(list.pages))} ·{" "}
        <span className={faulty > 0 ? "defect" : undefined}>
          {faulty > 0 ? text.faults(count(faulty)) : text.noFaults}
        </span>
        {list.pages > list.pagesMax && <> · {text.tooMany(count(list.pagesMax))}</>}
        {list.sections.length > LISTED && <> · {text.listed(count(LISTED))}</>}
      </p>
    </>
  );
}

type SignRowProps = {
  readonly section: SignListBody["sections"][number];
  readonly isShown: boolean;
};

function SignRow({ section, isShown }: SignRowProps) {
  const text = usePapersText().papers;
  const { language } = useLook();
  const papers = papersTexts[language];
  const [, set] = usePapersUrl();
  const { id, name, from, to, chiefs, warnings } = section;
  return (
    <tr aria-selected={isShown}>
      <td>
        <button type="button" className="link" onClick={() => set({ sign: id })}>
          {name ?? text.unnamed}
        </button>{" "}
        <span className="muted">{id}</span>
      </td>
      <td>
        {from} — {to}
      </td>
      <td className="number">
        {papers.classes[section.class]} {papers.sign.length(section.lengthM)}
      </td>
      <td className={chiefs.length === 0 ? "defect" : undefined}>
        {chiefs.join(papers.sign.separator) || text.nobody}
      </td>
      <td className="muted">{warnings.map((each) => text.warningsShort[each]).join("、")}</td>
    </tr>
  );
}

/** All of them in one file. */
function Batch({ list }: { readonly list: SignListBody }) {
  const text = usePapersText().papers;
  const [url] = usePapersUrl();
  const { language } = useLook();
  const { download, start, cancel } = useDownload();
  const isRefused = list.pages > list.pagesMax;
  return (
    <div className="paper-acts">
      <DownloadLine download={download} onCancel={cancel} />
      {(["A4", "A3"] as const).map((size) => (
        <button
          type="button"
          key={size}
          className="button"
          disabled={isRefused || download.state === "working"}
          onClick={() =>
            start(
              apiUrl("signs/batch.pdf", {
                zone: list.zone.id,
                class: url.class,
                on: url.on,
                size,
                lang: language === "en" ? "en" : undefined,
              }),
            )
          }
        >
          {text.batch(size)}
        </button>
      ))}
    </div>
  );
}

function count(number: number): string {
  return number.toLocaleString("en-US");
}
