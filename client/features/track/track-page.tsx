import { Link, useParams, useSearch } from "@tanstack/react-router";
import { usePhoneLook } from "../../shell/phone-look.ts";
import { useWindowLook } from "../../shell/window-look.ts";
import { trackTexts } from "../../text/track-text.ts";
import { LanguageContext } from "../../text/use-text.ts";
import { ProgressView } from "./progress-view.tsx";
import { TrackForm } from "./track-form.tsx";
import "../../street/street.css";
import "./track.css";

/** How far a report is: by number and code, or by the link that has both. For anybody. */
export function TrackPage() {
  const { number = "" } = useParams({ strict: false });
  const { code = "" }: { code?: string } = useSearch({ strict: false });
  const look = usePhoneLook();
  const { language } = look;
  const { track: text } = trackTexts[language];
  useWindowLook(look, text.title);
  return (
    <LanguageContext value={language}>
      <div className="street track" data-testid="track">
        <header className="street-header">
          <h1>{text.title}</h1>
        </header>
        <main className="street-main">
          {number !== "" && code !== "" ? (
            <ProgressView key={`${number} ${code}`} number={number} code={code} />
          ) : (
            <TrackForm number={number} />
          )}
        </main>
        <footer className="street-footer">
          {code !== "" && <Link to="/track">{text.other}</Link>}
          <Link to="/report">{text.report}</Link>
          <a href="tel:12345">{text.callLine}</a>
        </footer>
      </div>
    </LanguageContext>
  );
}
