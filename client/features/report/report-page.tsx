import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import type { CityManifest } from "../../../domain/contract/city.ts";
import { ownAccountQuery } from "../../api/account-queries.ts";
import { cityQuery } from "../../api/queries.ts";
import type { Theme } from "../../app/theme.ts";
import { usePhoneLook } from "../../shell/phone-look.ts";
import { useReportQueue } from "../../state/use-report-queue.ts";
import type { OwnViewer } from "../../state/viewer.ts";
import { StreetPage, WayBack } from "../../street/street-page.tsx";
import { reportTexts } from "../../text/report-text.ts";
import type { Reporter } from "./report-form.tsx";
import { ReportView } from "./report-view.tsx";
import "./report.css";

/** Where anybody reports a problem, with an account or without. */
export function ReportPage() {
  const search = useSearch({ from: "/report" });
  const look = usePhoneLook();
  const city = useQuery({ ...cityQuery(false), refetchInterval: false, networkMode: "always" });
  const account = useQuery({ ...ownAccountQuery, networkMode: "always" });
  const viewer = search.as === "public" ? null : reporting(account.data?.viewer);
  const { report: text } = reportTexts[look.language];
  return (
    <StreetPage
      page="/report"
      name="report"
      look={look}
      title={viewer ? text.titleOwn : text.titlePublic}
      lead={viewer ? text.leadOwn(viewer.name) : text.leadPublic}
      city={city.data}
      isReady={city.data !== undefined && (viewer !== undefined || account.isError)}
      error={city.error}
      onRetry={() => void city.refetch()}
      footer={
        <>
          {viewer && <WayBack />}
          <Link to="/track">{text.trackOther}</Link>
          <a href="tel:12345">{text.callLine}</a>
        </>
      }
    >
      {(known) => <Loaded city={known} theme={look.theme} viewer={viewer} />}
    </StreetPage>
  );
}

type LoadedProps = {
  readonly city: CityManifest;
  readonly theme: Theme;
  readonly viewer: OwnViewer | null | undefined;
};

/** Where the server did not say who is signed in, what is written waits as anybody's. */
function Loaded({ city, theme, viewer }: LoadedProps) {
  const queue = useReportQueue(viewer === undefined ? null : (viewer?.account ?? null));
  return <ReportView city={city} theme={theme} reporter={reporterOf(city, viewer)} queue={queue} />;
}

/** An account that may not report does so as anybody else. */
function reporting(viewer: OwnViewer | null | undefined): OwnViewer | null | undefined {
  return viewer && !viewer.can.includes("report") ? null : viewer;
}

function reporterOf({ sources }: CityManifest, viewer: OwnViewer | null | undefined): Reporter {
  if (!viewer) return { account: null, source: null };
  const usual = viewer.role === "public" ? "citizen" : "inspection";
  const source = sources.find(({ code }) => code === usual) ?? sources[0];
  return { account: viewer.account, source: source?.code ?? usual };
}
