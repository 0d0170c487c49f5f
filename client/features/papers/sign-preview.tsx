import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { signFileUrl, signQuery } from "../../api/sign-queries.ts";
import { useLook } from "../../shell/look.ts";
import { useDownload } from "../../shell/use-download.ts";
import { usePapersUrl } from "../../state/papers-url.ts";
import { usePapersText } from "../../text/papers-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { DownloadLine } from "./download-line.tsx";

type Props = { readonly id: string; readonly type: "section" | "zone" };

/** One board as it will be printed, what it lacks, where its code leads. */
export function SignPreview({ id, type }: Props) {
  const text = usePapersText().papers;
  const { language } = useLook();
  const [{ on }] = usePapersUrl();
  const { download, start, cancel } = useDownload();
  const { data: sign, error, refetch } = useQuery(signQuery(id, type, on));
  const lang = language === "en" ? "en" : undefined;
  const picture = signFileUrl(id, "sign.svg", { type, on, lang });
  return (
    <AsyncState
      isLoading={!sign && !error}
      error={sign ? null : error}
      lines={6}
      onRetry={() => void refetch()}
    >
      <div className="paper-acts">
        {(["A4", "A3"] as const).map((size) => (
          <button
            type="button"
            key={size}
            className={size === "A4" ? "button primary" : "button"}
            disabled={download.state === "working"}
            onClick={() => start(signFileUrl(id, "sign.pdf", { type, on, size, lang }))}
          >
            {text.print(size)}
          </button>
        ))}
        {sign && (
          <a
            className="button"
            href={new URL(sign.address).pathname + new URL(sign.address).search}
            target="_blank"
            rel="noreferrer"
          >
            {text.openPage}
          </a>
        )}
      </div>
      <DownloadLine download={download} onCancel={cancel} />
      {sign && sign.warnings.length > 0 && (
        <ul className="paper-warnings">
          {sign.warnings.map((name) => (
            <li key={name}>{text.warnings[name]}</li>
          ))}
        </ul>
      )}
      <Sheet key={picture} picture={picture} name={sign?.name ?? text.unnamed} />
      {sign && (
        <p className="muted">
          {text.address} <code>{sign.address}</code>
        </p>
      )}
    </AsyncState>
  );
}

function Sheet({ picture, name }: { readonly picture: string; readonly name: string }) {
  const text = usePapersText().papers;
  const [isDrawn, setDrawn] = useState(false);
  return (
    <div className={isDrawn ? "sign-sheet" : "sign-sheet is-waiting"}>
      <img
        src={picture}
        alt={text.preview(name)}
        width={840}
        height={1188}
        onLoad={() => setDrawn(true)}
      />
    </div>
  );
}
