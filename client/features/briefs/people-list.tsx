import { BriefPeople } from "../../shell/brief-people.tsx";
import { useBriefsText } from "../../text/briefs-text.ts";
import { useBriefUrl } from "./use-brief-url.ts";

/** Whose brief to open, where the address names nobody. */
export function PeopleList() {
  const text = useBriefsText().briefs;
  const { url, week, change } = useBriefUrl();
  return (
    <main className="briefs" data-testid="brief-people">
      <BriefPeople role={url.role ?? "zone-lead"} week={week} onChange={change}>
        <h1>{text.title}</h1>
      </BriefPeople>
    </main>
  );
}
