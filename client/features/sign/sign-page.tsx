import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { papersTexts } from "../../../domain/text/papers-text.ts";
import { ApiError } from "../../api/http.ts";
import { signQuery } from "../../api/sign-queries.ts";
import { useWindowLook } from "../../shell/window-look.ts";
import { signTexts } from "../../text/sign-text.ts";
import { type Language, LanguageContext } from "../../text/use-text.ts";
import { SignView } from "./sign-view.tsx";
import "./sign.css";

/** Where the QR code of a board leads: for anybody, on any phone, without an account. */
export function SignPage() {
  const { id } = useParams({ from: "/sign/$id" });
  const { type, theme = "day", lang } = useSearch({ from: "/sign/$id" });
  const language: Language = lang === "en" ? "en" : "zh";
  const text = signTexts[language].sign;
  const papers = papersTexts[language];
  const { data: sign, error, refetch } = useQuery(signQuery(id, type, undefined));
  const name = sign && (sign.name ?? papers.sign.unnamedRoad);

  useWindowLook({ theme, language }, name ? text.pageTitle(name) : text.loading);

  const isUnknown = error instanceof ApiError && error.status === 404;
  return (
    <LanguageContext value={language}>
      <div className="sign" data-testid="sign">
        {sign && <SignView sign={sign} papers={papers} lang={language} />}
        {!sign && !error && (
          <div className="sign-message state-loading" role="status" aria-label={text.loading}>
            <span style={{ width: "70%", height: 28 }} />
            <span style={{ width: "90%" }} />
            <span style={{ width: "90%", height: 90 }} />
          </div>
        )}
        {error && (
          <main className="sign-message" role="alert">
            <h1>{isUnknown ? text.unknownTitle : text.failedTitle}</h1>
            <p>{isUnknown ? text.unknown(id) : text.failedHint}</p>
            <p className="sign-acts">
              {!isUnknown && (
                <button type="button" className="button primary" onClick={() => void refetch()}>
                  {signTexts[language].async.retry}
                </button>
              )}
              <a className="button" href="tel:12345">
                {text.callLine}
              </a>
            </p>
          </main>
        )}
      </div>
    </LanguageContext>
  );
}
