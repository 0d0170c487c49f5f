import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import { applyTheme } from "../../app/theme.ts";
import { useLiveClock } from "../../state/live-clock.ts";
import { RunningContext } from "../../state/workbench-state.ts";
import { type Language, LanguageContext, texts } from "../../text/use-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { EvidenceSheet } from "./evidence-sheet.tsx";
import "./evidence.css";

/** The evidence of one place as a document to print; the moment it is of stays fixed, and stands in the address. */
export function EvidencePage() {
  const { id } = useParams({ from: "/evidence/$id" });
  const search = useSearch({ from: "/evidence/$id" });
  const navigate = useNavigate({ from: "/evidence/$id" });
  const clock = useLiveClock();
  const [openedAt, setOpenedAt] = useState<string>();
  if (openedAt === undefined && clock.liveAt !== undefined) setOpenedAt(clock.liveAt);
  const language: Language = search.lang === "en" ? "en" : "zh";
  const city = clock.manifest;
  const asOf = search.asOf ?? openedAt;
  const isPinned = search.asOf !== undefined;

  useEffect(() => applyTheme("day"), []);
  useEffect(() => {
    document.documentElement.lang = language === "en" ? "en" : "zh-CN";
    const { sheet } = texts[language];
    document.title = city ? `${city.name} ${sheet.title} ${id}` : sheet.title;
  }, [language, city, id]);
  useEffect(() => {
    if (isPinned || asOf === undefined) return;
    void navigate({ replace: true, search: (before) => ({ ...before, asOf }) });
  }, [isPinned, asOf, navigate]);

  const running = useMemo(() => (city ? { city, clock } : null), [city, clock]);
  return (
    <LanguageContext value={language}>
      {running && asOf !== undefined ? (
        <RunningContext value={running}>
          <EvidenceSheet id={Number(id)} asOf={asOf} />
        </RunningContext>
      ) : (
        <main className="sheet">
          <AsyncState
            isLoading={!clock.error}
            error={clock.error}
            lines={8}
            onRetry={clock.refresh}
          >
            {null}
          </AsyncState>
        </main>
      )}
    </LanguageContext>
  );
}
